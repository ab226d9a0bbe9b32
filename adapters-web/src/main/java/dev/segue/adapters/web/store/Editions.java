package dev.segue.adapters.web.store;

import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.impact.Amount;
import dev.segue.domain.alert.impact.EditionAge;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import java.util.ArrayList;
import java.util.List;

/** The editions of one subject in one place, hour by hour, added up by their age. */
final class Editions {

    private static final int A_DAY = 24;

    private final Kpi kpi;
    private final UsualOfSeries whole;
    private final List<Edition> all = new ArrayList<>();

    /** One edition, and the hour from which its age counts. */
    private record Edition(Series series, long first) {}

    /** None yet. */
    Editions(Kpi kpi, UsualOfSeries whole) {
        this.kpi = kpi;
        this.whole = whole;
    }

    /** An edition that is there from the first day on that is in memory may be older than it looks: it counts as old. */
    void add(Series series) {
        long first = LocalHour.of(series.first().window().start());
        boolean mayBeOlder = first - whole.first() < A_DAY;
        all.add(new Edition(series, mayBeOlder ? first - LocalHour.A_WEEK - A_DAY : first));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** All editions of an age together; nothing where nobody listened, or null for a share of nothing. */
    Reading at(long hour, EditionAge age) {
        Amount sum = Amount.NONE;
        int sessions = 0;
        for (Edition edition : all) {
            KpiRow row = edition.first() <= hour && EditionAge.at(hour, edition.first()) == age
                    ? edition.series().at(LocalHour.start(hour))
                    : null;
            Reading reading = row == null ? null : Reading.of(kpi, row);
            if (reading != null) {
                sum = sum.plus(kpi, new Amount(reading.value(), reading.sample()));
                sessions += reading.sessions();
            }
        }
        if (!kpi.counts() && sum.weight() == 0) {
            return null;
        }
        return new Reading(sum.value(), (int) sum.weight(), sessions);
    }
}
