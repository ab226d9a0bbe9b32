package dev.segue.domain.kpi.track;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The tracks of a subject that its listeners skip most, and those that they keep most: play to the end. Only tracks with at
 * least {@value #LEAST_PLAYS} plays are ranked, by what their share is at least with 95 % confidence. A track is in one list at
 * most: where few tracks are ranked, each list has half of them. What nobody skipped is not among those that are skipped most,
 * and so with what nobody played to the end.
 *
 * @param mostSkipped the one with the greatest share first
 * @param mostKept the one with the greatest share first
 * @param ranked how many tracks were ranked
 * @param tooFew how many tracks have too few plays to be ranked
 * @param others plays of the tracks that are not counted one by one
 */
public record TrackRanking(
        List<Ranked> mostSkipped, List<Ranked> mostKept, int ranked, int tooFew, TrackNumbers others) {

    /** So many plays a track has to have: as many as runs have to reach a song before the share that skipped it is shown. */
    public static final int LEAST_PLAYS = 30;

    /** How long each list is at most. */
    public static final int MOST = 10;

    /** A track and its numbers. */
    public record Ranked(String trackId, TrackNumbers numbers) {

        private double share(ToIntFunction<TrackNumbers> part) {
            return Confidence.atLeast(part.applyAsInt(numbers), numbers.plays());
        }
    }

    public TrackRanking {
        mostSkipped = List.copyOf(mostSkipped);
        mostKept = List.copyOf(mostKept);
    }

    /** Ranks tracks by their numbers in all these weeks together. */
    public static TrackRanking of(Collection<TrackKpis> weeks) {
        Map<String, TrackNumbers> tracks = new HashMap<>();
        TrackNumbers others = TrackNumbers.NONE;
        for (TrackKpis week : weeks) {
            week.tracks().forEach((track, numbers) -> tracks.merge(track, numbers, TrackNumbers::plus));
            others = others.plus(week.others());
        }
        List<Ranked> ranked = new ArrayList<>();
        tracks.forEach((track, numbers) -> {
            if (numbers.plays() >= LEAST_PLAYS) {
                ranked.add(new Ranked(track, numbers));
            }
        });
        int each = Math.min(MOST, ranked.size() / 2);
        List<Ranked> skipped = first(each, ranked, numbers -> numbers.skips().total());
        Set<Ranked> left = new HashSet<>(ranked);
        skipped.forEach(left::remove);
        return new TrackRanking(
                skipped,
                first(each, left, TrackNumbers::completed),
                ranked.size(),
                tracks.size() - ranked.size(),
                others);
    }

    private static List<Ranked> first(int most, Collection<Ranked> of, ToIntFunction<TrackNumbers> part) {
        return of.stream()
                .filter(track -> track.share(part) > 0)
                .sorted(Comparator.comparingDouble((Ranked track) -> track.share(part))
                        .reversed()
                        .thenComparing(Ranked::trackId))
                .limit(most)
                .toList();
    }
}
