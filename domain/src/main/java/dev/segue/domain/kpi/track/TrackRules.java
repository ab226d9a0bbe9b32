package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.rules.StateRules;
import java.io.Serializable;

/**
 * How many tracks are counted one by one, and how track KPIs are emitted.
 *
 * @param mostTracks of a subject in a week, at most: the first that are played; 0 when no tracks are counted at all
 * @param emitEveryMs how often the track KPIs of a subject and week that keep changing are emitted at most, by the wall clock,
 *     in milliseconds; 0 for at every change
 * @param listening what is a counted play, and which skip is of which class
 */
public record TrackRules(int mostTracks, long emitEveryMs, ListeningRules listening) implements Serializable {

    /** The most that {@link #mostTracks} can be: with ids of the maximum length, a record stays under 512 KiB. */
    public static final int MOST_TRACKS_EVER = 600;

    /** Several times as many as an edition has; 1 min. */
    public static final TrackRules DEFAULT = new TrackRules(200, 60_000, ListeningRules.DEFAULT);

    public TrackRules {
        requireNonNull(listening, "listening");
        if (mostTracks < 0 || mostTracks > MOST_TRACKS_EVER) {
            throw new IllegalArgumentException(
                    "mostTracks must be 0 to " + MOST_TRACKS_EVER + ", but is " + mostTracks);
        }
        if (emitEveryMs < 0) {
            throw new IllegalArgumentException("emitEveryMs must not be negative, but is " + emitEveryMs);
        }
    }

    /** Whether tracks are counted. */
    public boolean countTracks() {
        return mostTracks > 0;
    }

    /** The rules of the state: they decide how plays were counted, and when that was settled. */
    public StateRules ofState(KpiRules kpis) {
        return new StateRules()
                .with("kpis.max-tracks", mostTracks)
                .withLength("kpis.max-session", kpis.longestSessionMs())
                .withLength("listening.quick-skip", listening.quickSkipMs())
                .withLength("listening.early-skip", listening.earlySkipMs())
                .withLength("listening.counted-play", listening.countedPlayMs());
    }
}
