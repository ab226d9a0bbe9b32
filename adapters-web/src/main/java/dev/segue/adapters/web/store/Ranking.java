package dev.segue.adapters.web.store;

import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Playlists by their listeners in the world, on the latest local days; kept in order, so that asking for the first is cheap. */
final class Ranking {

    /** Bytes of a playlist on a day, in the map and in the order. */
    static final long WEIGHT = 120;

    /** Clocks are up to two days apart. */
    private static final int DAYS = 3;

    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

    /**
     * Notes a row, if it is of a playlist without edition, of a day in the world.
     *
     * @return by how many the number of playlists on days has grown; negative when a day was dropped
     */
    int put(KpiRow row) {
        boolean ranked = row.subject().kind() == Subject.Kind.PLAYLIST
                && row.subject().edition() == null
                && row.place().equals(Place.WORLD)
                && row.window().period() == KpiWindow.Period.DAY;
        LocalDate day = row.window().start().toLocalDate();
        if (!ranked || (days.size() == DAYS && day.isBefore(days.firstKey()))) {
            return 0;
        }
        int grown = days.computeIfAbsent(day, of -> new Day()).put(row.subject(), row.listeners());
        return days.size() > DAYS ? grown - days.pollFirstEntry().getValue().size() : grown;
    }

    /** Drops the days before this one, and returns how many playlists on days they had. */
    int dropBefore(LocalDate day) {
        NavigableMap<LocalDate, Day> before = days.headMap(day, false);
        int dropped = before.values().stream().mapToInt(Day::size).sum();
        before.clear();
        return dropped;
    }

    /** The first of a day; empty if it is not one of the latest. */
    List<Subject> top(LocalDate day, int atMost) {
        Day of = days.get(day);
        return of == null
                ? List.of()
                : of.byListeners.stream().limit(atMost).map(Ranked::subject).toList();
    }

    private record Ranked(Subject subject, int listeners) {}

    private static final class Day {
        private final Map<Subject, Ranked> bySubject = new HashMap<>();
        private final TreeSet<Ranked> byListeners = new TreeSet<>(
                Comparator.comparingInt(Ranked::listeners).reversed().thenComparing(ranked -> ranked.subject()
                        .id()));

        int size() {
            return bySubject.size();
        }

        /** Returns by how many playlists the day has grown. */
        int put(Subject subject, int listeners) {
            Ranked ranked = new Ranked(subject, listeners);
            Ranked before = bySubject.put(subject, ranked);
            if (before != null) {
                byListeners.remove(before);
            }
            if (listeners > 0) {
                byListeners.add(ranked);
            }
            return before == null ? 1 : 0;
        }
    }
}
