package dev.segue.domain.history;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Adds up the plays of each artist, album, track or device. Its memory is bounded by how many it tells apart. */
final class Ranking<T> {

    /** What {@link #add} returns for a play that is not attributed to anyone. */
    static final int NONE = -1;

    private final int most;
    /** In the order in which they were first heard. */
    private final Map<T, Numbered> tallies = new LinkedHashMap<>();

    private long unnamed;
    private long uncounted;

    /** Tells apart at most so many. */
    Ranking(int most) {
        this.most = most;
    }

    private record Numbered(int number, Tally tally) {}

    /**
     * Adds a play.
     *
     * @param of whose or what it is; null if unknown
     * @return the number of {@code of}, counted from 0; {@link #NONE} if it has none
     */
    int add(T of, Heard play) {
        if (of == null) {
            unnamed++;
            return NONE;
        }
        Numbered known = tallies.get(of);
        if (known == null) {
            if (tallies.size() == most) {
                uncounted++;
                return NONE;
            }
            known = new Numbered(tallies.size(), new Tally());
            tallies.put(of, known);
        }
        known.tally().add(play);
        return known.number();
    }

    Ranked<T> ranked() {
        List<Standing<T>> all = new ArrayList<>(tallies.size());
        tallies.forEach((of, numbered) -> all.add(numbered.tally().of(of)));
        Comparator<Standing<T>> played = comparingLong(Standing::playedMs);
        Comparator<Standing<T>> plays = comparingLong(Standing::plays);
        Comparator<Standing<T>> skipRate = comparingDouble(of -> (double) of.skips() / of.plays());
        Predicate<Standing<T>> enough = of -> of.plays() >= HistoryWalk.LEAST_PLAYS && of.hasSkipRate();
        return new Ranked<>(
                all.size(),
                unnamed,
                uncounted,
                first(all, of -> true, played.reversed().thenComparing(plays.reversed())),
                first(all, of -> true, plays.reversed().thenComparing(played.reversed())),
                first(all, enough.and(of -> of.skips() > 0), skipRate.reversed().thenComparing(plays.reversed())),
                first(all, enough, skipRate.thenComparing(plays.reversed())));
    }

    private static <T> List<T> first(List<T> all, Predicate<T> among, Comparator<T> order) {
        return all.stream()
                .filter(among)
                .sorted(order)
                .limit(HistoryWalk.MOST_LISTED)
                .toList();
    }
}
