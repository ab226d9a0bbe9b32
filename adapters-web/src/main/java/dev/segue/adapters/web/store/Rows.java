package dev.segue.adapters.web.store;

import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The KPI rows in memory, by subject, place and period; beyond the limit, the oldest local day is evicted. */
final class Rows {

    private static final long DAY_S = 86_400;

    /** The maximum number of series with cached trends. */
    private static final int MOST_STUDIED = 1_000;

    private final Room room;
    private final Set<Series> studied = new LinkedHashSet<>();
    private final Map<Subject, Map<Place, Map<KpiWindow.Period, Series>>> bySubject = new HashMap<>();

    private final Ranking ranking = new Ranking();

    /** Series of countries, by the hour or the day, that have been large enough to be judged. */
    private final Map<KpiWindow.Period, Map<Place, Set<Series>>> judged = new EnumMap<>(KpiWindow.Period.class);

    private final Predicate<KpiRow> canJudge;

    private int count;
    private long since = Long.MIN_VALUE;

    /**
     * Empty.
     *
     * @param canJudge whether a row is large enough to be compared with those of earlier weeks
     */
    Rows(Room room, Predicate<KpiRow> canJudge) {
        this.room = room;
        this.canJudge = canJudge;
    }

    Memory.Fill fill() {
        return room.fill(count);
    }

    /** The local time before which rows were evicted; null if none were. */
    LocalDateTime since() {
        return since == Long.MIN_VALUE ? null : LocalDateTime.ofEpochSecond(since, 0, ZoneOffset.UTC);
    }

    void put(KpiRow row) {
        if (row.window().start().toEpochSecond(ZoneOffset.UTC) < since) {
            room.countEvicted(1);
            return;
        }
        Series.Key key = new Series.Key(row.subject(), row.place(), row.window().period());
        Series series = bySubject
                .computeIfAbsent(key.subject(), subject -> new HashMap<>())
                .computeIfAbsent(key.place(), place -> new HashMap<>())
                .computeIfAbsent(key.period(), period -> begun(key));
        room.give(series.weight());
        count += series.put(row);
        room.take(series.weight());
        room.take(ranking.put(row) * Ranking.WEIGHT);
        if (!series.isJudged() && canJudge.test(row)) {
            room.give(series.weight());
            series.judge();
            room.take(series.weight());
            judged.computeIfAbsent(key.period(), period -> new HashMap<>())
                    .computeIfAbsent(key.place(), place -> new HashSet<>())
                    .add(series);
        }
        while (room.isShortOf(count)) {
            evictOldestDay();
        }
    }

    /** Null if there is none. */
    Series series(Subject subject, Place place, KpiWindow.Period period) {
        return bySubject
                .getOrDefault(subject, Map.of())
                .getOrDefault(place, Map.of())
                .get(period);
    }

    /** The rows of the playlists with the most listeners on a local day in the world. */
    List<KpiRow> topPlaylists(LocalDate day, int atMost) {
        return ranking.top(day, atMost).stream()
                .flatMap(subject -> {
                    Series series = series(subject, Place.WORLD, KpiWindow.Period.DAY);
                    return series == null
                            ? Stream.empty()
                            : series.from(day.atStartOfDay()).stream()
                                    .limit(1)
                                    .filter(row ->
                                            row.window().start().toLocalDate().equals(day));
                })
                .toList();
    }

    /** The series of countries that have been large enough to be judged, by country. */
    Map<Place, Set<Series>> judged(KpiWindow.Period period) {
        return judged.getOrDefault(period, Map.of());
    }

    Set<Subject> subjects() {
        return bySubject.keySet();
    }

    Set<Place> places(Subject subject) {
        return bySubject.getOrDefault(subject, Map.of()).keySet();
    }

    /** The same series, for finding the expected range: the trends of series requested last stay cached. */
    Series studied(Subject subject, Place place, KpiWindow.Period period) {
        Series series = series(subject, place, period);
        if (series != null) {
            studied.remove(series);
            studied.add(series);
            if (studied.size() > MOST_STUDIED) {
                Series longestAgo = studied.iterator().next();
                longestAgo.forgetTrends();
                studied.remove(longestAgo);
            }
        }
        return series;
    }

    private Series begun(Series.Key key) {
        Series series = new Series(key);
        room.take(series.weight());
        return series;
    }

    private void evictOldestDay() {
        long oldest = all().stream().mapToLong(Series::firstStart).min().orElseThrow();
        since = (Math.floorDiv(oldest, DAY_S) + 1) * DAY_S;
        room.give(ranking.dropBefore(LocalDate.ofEpochDay(Math.floorDiv(since, DAY_S))) * Ranking.WEIGHT);
        for (Series series : all()) {
            room.give(series.weight());
            int gone = series.evictBefore(since);
            room.take(series.isEmpty() ? 0 : series.weight());
            count -= gone;
            room.countEvicted(gone);
        }
        studied.removeIf(Series::isEmpty);
        judged.values().forEach(places -> {
            places.values().forEach(series -> series.removeIf(Series::isEmpty));
            places.values().removeIf(Set::isEmpty);
        });
        dropEmpty();
    }

    private List<Series> all() {
        List<Series> all = new ArrayList<>();
        bySubject.values().forEach(places -> places.values().forEach(periods -> all.addAll(periods.values())));
        return all;
    }

    private void dropEmpty() {
        Iterator<Map<Place, Map<KpiWindow.Period, Series>>> subjects =
                bySubject.values().iterator();
        while (subjects.hasNext()) {
            Map<Place, Map<KpiWindow.Period, Series>> places = subjects.next();
            places.values().forEach(periods -> periods.values().removeIf(Series::isEmpty));
            places.values().removeIf(Map::isEmpty);
            if (places.isEmpty()) {
                subjects.remove();
            }
        }
    }
}
