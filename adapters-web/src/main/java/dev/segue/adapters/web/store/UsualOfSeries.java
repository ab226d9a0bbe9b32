package dev.segue.adapters.web.store;

import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the expected range of the windows of a series with the configured alert rule. A day or week is treated as
 * its first hour: it is compared with the same one of the weeks before as well.
 */
final class UsualOfSeries implements ExpectedRange.Known {

    private static final long A_DAY = 24;

    /** Clock changes matter to hours only. */
    private static final String WITHOUT_CHANGES = "UTC";

    private final Series series;
    private final Kpi kpi;
    private final KpiWindow.Period period;
    private final AlertSettings unusual;
    private final List<Incident> incidents;
    private final long first;
    private final String mainTimeZone;
    private final ExpectedRange rule;

    /**
     * For a series that has rows.
     *
     * @param incidents of this KPI and series, whose hours do not count towards the baseline
     */
    UsualOfSeries(Series series, Kpi kpi, AlertSettings unusual, List<Incident> incidents) {
        this.series = series;
        this.kpi = kpi;
        this.period = series.key().period();
        this.incidents = incidents;
        this.first = LocalHour.of(series.first().window().start());
        this.mainTimeZone = series.last().mainTimeZone();
        this.unusual = unusual;
        this.rule = ruleFor(this);
    }

    /** The rule of this series for other known hours, such as those of a part of it. */
    ExpectedRange ruleFor(ExpectedRange.Known known) {
        return new ExpectedRange(
                unusual.policy(kpi, series.key().subject(), series.key().place()),
                unusual.rules(),
                period == KpiWindow.Period.WEEK ? null : series.key().place().country(),
                period == KpiWindow.Period.HOUR ? mainTimeZone : WITHOUT_CHANGES,
                known);
    }

    /** Its first window, as the local hour with which it begins. */
    long first() {
        return first;
    }

    /** One range per window; null where too little is known. */
    List<ExpectedRange.Band> of(List<LocalDateTime> windows) {
        List<ExpectedRange.Band> bands = new ArrayList<>();
        for (LocalDateTime window : windows) {
            long hour = LocalHour.of(window);
            KpiRow row = series.at(window);
            Reading reading = row == null ? null : Reading.of(kpi, row);
            bands.add(rule.band(hour, reading, trend(hour)));
        }
        return bands;
    }

    /** The baseline of a window, with growth; null where too little is known. */
    Usual usual(long hour) {
        return rule.usual(hour, trend(hour).growth());
    }

    /** The same without growth, which takes much longer to find. */
    Usual usualWithoutGrowth(long hour) {
        return rule.usual(hour, 0);
    }

    /** The latest value of a window, also of one that does not enter the baseline; null if there is none. */
    Reading latest(long hour) {
        return hour < first || !isWindow(hour) ? null : reading(hour);
    }

    ExpectedRange.Trend trend(long hour) {
        return series.trend(kpi, rule.learnedBefore(hour), rule::trend);
    }

    @Override
    public Reading at(long hour) {
        if (hour < first || !isWindow(hour) || isHeld(hour)) {
            return null;
        }
        return reading(hour);
    }

    private Reading reading(long hour) {
        KpiRow row = series.at(LocalHour.start(hour));
        if (row == null) {
            return kpi.counts() ? Reading.NOTHING : null;
        }
        return Reading.of(kpi, row);
    }

    private boolean isWindow(long hour) {
        return switch (period) {
            case HOUR -> true;
            case DAY -> Math.floorMod(hour - first, A_DAY) == 0;
            case WEEK -> Math.floorMod(hour - first, (long) LocalHour.A_WEEK) == 0;
        };
    }

    private boolean isHeld(long hour) {
        return incidents.stream().anyMatch(incident -> incident.isExcludedFromBaseline(hour, mainTimeZone));
    }
}
