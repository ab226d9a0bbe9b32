package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier values that those of a series are compared with.
 *
 * @param edition whose values they are; null if of the same subject
 * @param why why there are none; null if there are
 * @param back how much earlier they are
 * @param since the first window with a value; null if there are none
 * @param rows by their start
 */
record Earlier(
        Kpi kpi, String edition, Missing why, Period back, LocalDateTime since, Map<LocalDateTime, KpiRow> rows) {

    /** Why a series cannot be compared with earlier values. */
    enum Missing {
        /** It has no editions. */
        NO_EDITIONS,
        /** All editions are shown together. */
        NO_EDITION_CHOSEN,
        /** The edition is the first that is known. */
        FIRST_EDITION,
        /** The edition before has no rows here, or the first of them may have been evicted. */
        EDITION_NOT_IN_MEMORY,
        /** There are no rows from a week before. */
        WEEK_NOT_IN_MEMORY
    }

    /**
     * Those for a series.
     *
     * @param from its first window
     * @param until the end of its last window, excluded
     */
    static Earlier of(Memory memory, PlaylistsQuestion query, LocalDateTime from, LocalDateTime until) {
        return switch (query.against()) {
            case EXPECTED -> none(query, null, null);
            case WEEK_BEFORE -> weekBefore(memory, query, from, until);
            case EDITION_BEFORE -> editionBefore(memory, query, from, until);
        };
    }

    private static Earlier weekBefore(Memory memory, PlaylistsQuestion query, LocalDateTime from, LocalDateTime until) {
        Earlier found = of(memory, query, query.subject(), null, from, until, Period.ofWeeks(1));
        return found.rows().isEmpty() ? none(query, null, Missing.WEEK_NOT_IN_MEMORY) : found;
    }

    private static Earlier editionBefore(
            Memory memory, PlaylistsQuestion query, LocalDateTime from, LocalDateTime until) {
        Subject subject = query.subject();
        List<String> editions = SubjectsView.editions(memory, subject);
        if (subject.edition() == null) {
            return none(query, null, editions.isEmpty() ? Missing.NO_EDITIONS : Missing.NO_EDITION_CHOSEN);
        }
        Optional<String> before = editions.stream()
                .filter(edition -> edition.compareTo(subject.edition()) < 0)
                .findFirst();
        if (before.isEmpty()) {
            return none(query, null, Missing.FIRST_EDITION);
        }
        Subject other = new Subject(subject.kind(), subject.id(), before.get());
        Optional<LocalDateTime> released = released(memory, subject, query.place(), query.period());
        Optional<LocalDateTime> releasedBefore = released(memory, other, query.place(), query.period())
                .filter(first -> first.isAfter(memory.rowsSince(query.period()).orElse(LocalDateTime.MIN)));
        if (released.isEmpty() || releasedBefore.isEmpty()) {
            return none(query, before.get(), Missing.EDITION_NOT_IN_MEMORY);
        }
        long days = ChronoUnit.DAYS.between(
                releasedBefore.get().toLocalDate(), released.get().toLocalDate());
        return of(memory, query, other, other.edition(), from, until, Period.ofDays(Math.toIntExact(days)));
    }

    /** When it was first listened to there. */
    private static Optional<LocalDateTime> released(
            Memory memory, Subject edition, Place place, KpiWindow.Period period) {
        return memory.rows(edition, place, period, LocalDateTime.MIN).stream()
                .filter(row -> row.numbers().runs() > 0)
                .map(row -> row.window().start())
                .findFirst();
    }

    private static Earlier none(PlaylistsQuestion query, String edition, Missing why) {
        return new Earlier(query.kpi(), edition, why, Period.ZERO, null, Map.of());
    }

    private static Earlier of(
            Memory memory,
            PlaylistsQuestion query,
            Subject subject,
            String edition,
            LocalDateTime from,
            LocalDateTime until,
            Period back) {
        Map<LocalDateTime, KpiRow> rows = new HashMap<>();
        memory.rows(subject, query.place(), query.period(), from.minus(back), until.minus(back))
                .forEach(row -> rows.putIfAbsent(row.window().start(), row));
        LocalDateTime since = memory.oldestRow(subject, query.place(), query.period())
                .map(row -> row.window().start())
                .orElse(null);
        return new Earlier(query.kpi(), edition, null, back, since, rows);
    }

    /** The value that a window is compared with; null if there is none. */
    Double at(LocalDateTime window) {
        LocalDateTime then = window.minus(back);
        KpiRow row = rows.get(then);
        if (row != null) {
            return kpi.of(row).stream().boxed().findFirst().orElse(null);
        }
        boolean isKnown = since != null && !then.isBefore(since);
        return isKnown && kpi.counts() ? Double.valueOf(0) : null;
    }
}
