package dev.segue.domain.kpi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * From when to when a window lasts in one time zone. Where clocks are set back, an hour without its offset lasts
 * for both of its occurrences; a day lasts 23 or 25 hours when they are changed.
 *
 * @param startsAt when it begins
 * @param endsAt when it ends, not included
 */
public record Extent(long startsAt, long endsAt) {

    private static final long MS = 1_000;
    private static final ZoneOffset FURTHEST_BEHIND = ZoneOffset.ofHours(-12);

    /** The extent of {@code window} in a zone in which at least one moment belongs to it. */
    public static Extent of(KpiWindow window, ZoneRules zone) {
        LocalDateTime end = end(window);
        if (window.offsetSeconds() == null) {
            return new Extent(first(window.start(), zone) * MS, last(end, zone) * MS);
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(window.offsetSeconds());
        return withOffset(window.start().toEpochSecond(offset), end.toEpochSecond(offset), offset, zone);
    }

    /** When the last zone of the world has seen the end of {@code window}: those that are 12 hours behind UTC. */
    public static long endsEverywhere(KpiWindow window) {
        return end(window).toEpochSecond(FURTHEST_BEHIND) * MS;
    }

    /** An hour may be cut by the change of clocks that gave it its offset, or that takes it away. */
    private static Extent withOffset(long start, long end, ZoneOffset offset, ZoneRules zone) {
        long from = start;
        long to = end;
        ZoneOffsetTransition change = zone.nextTransition(Instant.ofEpochSecond(start - 1));
        while (change != null && change.toEpochSecond() < end) {
            if (change.getOffsetAfter().equals(offset)) {
                from = change.toEpochSecond();
            } else if (change.getOffsetBefore().equals(offset)) {
                to = change.toEpochSecond();
            }
            change = zone.nextTransition(change.getInstant());
        }
        return new Extent(from * MS, to * MS);
    }

    private static LocalDateTime end(KpiWindow window) {
        return switch (window.period()) {
            case HOUR -> window.start().plusHours(1);
            case DAY -> window.start().plusDays(1);
            case WEEK -> window.start().plusWeeks(1);
        };
    }

    /** When local clocks first show this time, or a later one where it is skipped; in seconds. */
    private static long first(LocalDateTime local, ZoneRules zone) {
        ZoneOffsetTransition change = zone.getTransition(local);
        if (change != null && change.isGap()) {
            return change.toEpochSecond();
        }
        return local.toEpochSecond(change == null ? zone.getOffset(local) : change.getOffsetBefore());
    }

    /** When local clocks last show a time before this one; in seconds. */
    private static long last(LocalDateTime local, ZoneRules zone) {
        ZoneOffsetTransition change = zone.getTransition(local);
        if (change != null && change.isOverlap() && local.isAfter(change.getDateTimeAfter())) {
            return local.toEpochSecond(change.getOffsetAfter());
        }
        return first(local, zone);
    }
}
