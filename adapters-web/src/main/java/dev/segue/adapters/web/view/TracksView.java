package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackRanking;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How the tracks of a playlist, album or radio do, anywhere: those that listeners skip most, and those that they play to the end
 * most, by what each share is at least with 95 % confidence.
 *
 * @param edition the chosen edition, or else the newest; null if there are none
 * @param since the first day of the earliest week that counts, as if it were UTC, in epoch seconds
 * @param leastPlays so many plays a track needs to be ranked
 * @param ranked how many tracks were ranked
 * @param tooFew how many tracks have too few plays
 * @param playsOfOthers plays of tracks that are not counted one by one
 * @param mostSkipped the one with the greatest share first
 * @param mostKept the one with the greatest share first; none that is in the other list
 */
public record TracksView(
        String edition,
        long since,
        int leastPlays,
        int ranked,
        int tooFew,
        int playsOfOthers,
        List<RankedTrack> mostSkipped,
        List<RankedTrack> mostKept) {

    /** So many weeks count at most, the latest: an edition has one or two, and what has no editions goes on for ever. */
    private static final int MOST_WEEKS = 8;

    /**
     * A track and how its plays ended.
     *
     * @param quickSkips skipped within the limit of quick skips
     * @param earlySkips skipped within the limit of early skips, quick ones included
     * @param skips skipped at any time
     * @param completed played to the end
     */
    public record RankedTrack(TrackView track, int plays, int quickSkips, int earlySkips, int skips, int completed) {

        private static RankedTrack of(Memory memory, TrackRanking.Ranked ranked) {
            return new RankedTrack(
                    TrackView.of(memory, ranked.trackId()),
                    ranked.numbers().plays(),
                    ranked.numbers().skips().quick(),
                    ranked.numbers().skips().quick() + ranked.numbers().skips().early(),
                    ranked.numbers().skips().total(),
                    ranked.numbers().completed());
        }
    }

    /**
     * Null if nothing is known of its tracks.
     *
     * @param shown the edition that is shown; null if the subject has none
     */
    static TracksView of(Memory memory, Subject asked, EditionView shown) {
        Subject subject = shown == null ? asked : new Subject(asked.kind(), asked.id(), shown.edition());
        List<TrackKpis> weeks = memory.tracks(subject, MOST_WEEKS);
        if (weeks.isEmpty()) {
            return null;
        }
        TrackRanking ranking = TrackRanking.of(weeks);
        return new TracksView(
                subject.edition(),
                weeks.get(0).key().window().start().toEpochSecond(ZoneOffset.UTC),
                TrackRanking.LEAST_PLAYS,
                ranking.ranked(),
                ranking.tooFew(),
                ranking.others().plays(),
                ranking.mostSkipped().stream()
                        .map(track -> RankedTrack.of(memory, track))
                        .toList(),
                ranking.mostKept().stream()
                        .map(track -> RankedTrack.of(memory, track))
                        .toList());
    }
}
