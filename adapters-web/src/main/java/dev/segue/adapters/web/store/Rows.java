package dev.segue.adapters.web.store;

import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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

/**
 * The KPI rows in memory, by subject, place and period. Beyond the limit, the oldest local day is evicted. What is current
 * somewhere stays: when not even the latest two days fit, their oldest hours are evicted up to the latest 26; and when these
 * do not fit, the series with the fewest sessions in their newest window, which then begin anew.
 */
final class Rows {

    private static final long DAY_S = 86_400;
    private static final long HOUR_S = 3_600;
    private static final long TO_LAST_DAY_OF_WEEK_S = 6 * DAY_S;

    /** Local clocks are this far apart: so old is the current hour of some places. */
    private static final long CLOCKS_APART_S = 26 * HOUR_S;

    /** To look for the smallest series is expensive, so one in so many is evicted at once. */
    private static final int SHARE_OF_SERIES = 20;

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

    /** Local days before this one were evicted, and further hours before that one; both in seconds. */
    private long since = Long.MIN_VALUE;

    private long hoursSince = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

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

    /** The local time before which rows of windows of this length were evicted; null if none were. */
    LocalDateTime since(KpiWindow.Period period) {
        long from = secondsSince(period);
        return from == Long.MIN_VALUE ? null : LocalDateTime.ofEpochSecond(from, 0, ZoneOffset.UTC);
    }

    private long secondsSince(KpiWindow.Period period) {
        return period == KpiWindow.Period.HOUR ? hoursSince : since;
    }

    void put(KpiRow row) {
        long start = row.window().start().toEpochSecond(ZoneOffset.UTC);
        if (start + toLastDay(row.window().period()) < secondsSince(row.window().period())) {
            room.countEvicted(1);
            return;
        }
        newest = Math.max(newest, start);
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
            makeRoom();
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

    private void makeRoom() {
        List<Series> all = all();
        List<Series> hourly = all.stream()
                .filter(series -> series.key().period() == KpiWindow.Period.HOUR)
                .toList();
        long nextDay = (Math.floorDiv(firstStart(all), DAY_S) + 1) * DAY_S;
        long nextHour = (Math.floorDiv(firstStart(hourly), HOUR_S) + 1) * HOUR_S;
        if (nextDay + DAY_S <= newest) {
            since = nextDay;
            hoursSince = Math.max(hoursSince, since);
            evictBefore(since, all);
            room.give(ranking.dropBefore(LocalDate.ofEpochDay(since / DAY_S)) * Ranking.WEIGHT);
        } else if (nextHour + CLOCKS_APART_S <= newest) {
            hoursSince = nextHour;
            evictBefore(hoursSince, hourly);
        } else {
            evictSmallest(all);
        }
        dropEmpty();
    }

    private static long firstStart(List<Series> some) {
        return some.stream()
                .mapToLong(
                        series -> series.firstStart() + toLastDay(series.key().period()))
                .min()
                .orElse(Long.MAX_VALUE / 2);
    }

    private void evictBefore(long start, List<Series> some) {
        for (Series series : some) {
            room.give(series.weight());
            int gone = series.evictBefore(start - toLastDay(series.key().period()));
            room.take(series.isEmpty() ? 0 : series.weight());
            count -= gone;
            room.countEvicted(gone);
        }
    }

    private void evictSmallest(List<Series> all) {
        record Size(Series series, int sessions) {}
        evictBefore(
                Long.MAX_VALUE,
                all.stream()
                        .map(series -> new Size(series, series.last().numbers().sessions()))
                        .sorted(Comparator.comparingInt(Size::sessions))
                        .limit(1 + all.size() / SHARE_OF_SERIES)
                        .map(Size::series)
                        .toList());
    }

    /** How long after the start of a window its last day begins, in seconds: a week is evicted with its last day. */
    private static long toLastDay(KpiWindow.Period period) {
        return period == KpiWindow.Period.WEEK ? TO_LAST_DAY_OF_WEEK_S : 0;
    }

    private List<Series> all() {
        List<Series> all = new ArrayList<>();
        bySubject.values().forEach(places -> places.values().forEach(periods -> all.addAll(periods.values())));
        return all;
    }

    private void dropEmpty() {
        studied.removeIf(Series::isEmpty);
        judged.values().forEach(places -> {
            places.values().forEach(series -> series.removeIf(Series::isEmpty));
            places.values().removeIf(Set::isEmpty);
        });
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
