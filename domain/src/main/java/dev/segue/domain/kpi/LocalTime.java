package dev.segue.domain.kpi;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;

/** What local clocks show where a listener is, and the slots in which that falls. */
public record LocalTime(LocalDateTime shown, int offsetSeconds) {

    private static final long MS = 1_000;

    /** What clocks show at {@code at} that are {@code offsetSeconds} ahead of UTC. */
    public static LocalTime at(long at, int offsetSeconds) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetSeconds);
        return new LocalTime(LocalDateTime.ofEpochSecond(Math.floorDiv(at, MS), 0, offset), offsetSeconds);
    }

    /** The zone by which listening is counted: the reported one if it is an IANA id, else {@link Place#NO_ZONE}. */
    public static String zone(String reported) {
        if (reported == null || reported.isEmpty()) {
            return Place.NO_ZONE;
        }
        try {
            ZoneRules known = ZoneRulesProvider.getRules(reported, false);
            return known == null ? Place.NO_ZONE : reported;
        } catch (DateTimeException e) {
            return Place.NO_ZONE;
        }
    }

    /** How far its clocks are ahead of UTC; {@code zone} as {@link #zone} gives it, or as any earlier version knew it. */
    public static int offsetSeconds(long at, String zone) {
        return rules(zone).getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
    }

    /** The rules of a zone; those of {@link Place#NO_ZONE} where this version does not know it. */
    public static ZoneRules rules(String zone) {
        return ZoneRulesProvider.getRules(zone(zone), false);
    }

    public KpiWindow hourWithOffset() {
        return new KpiWindow(KpiWindow.Period.HOUR, shown.truncatedTo(ChronoUnit.HOURS), offsetSeconds);
    }

    public KpiWindow hour() {
        return new KpiWindow(KpiWindow.Period.HOUR, shown.truncatedTo(ChronoUnit.HOURS), null);
    }

    public KpiWindow day() {
        return new KpiWindow(KpiWindow.Period.DAY, shown.toLocalDate().atStartOfDay(), null);
    }

    public KpiWindow week() {
        LocalDate monday = shown.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new KpiWindow(KpiWindow.Period.WEEK, monday.atStartOfDay(), null);
    }

    /** The ISO 8601 week: {@code 2026-W47}. */
    public String isoWeek() {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                shown.get(IsoFields.WEEK_BASED_YEAR),
                shown.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
