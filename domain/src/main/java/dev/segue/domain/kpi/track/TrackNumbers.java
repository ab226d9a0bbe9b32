package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.EndReason;
import java.util.List;

/**
 * How plays of a track ended. Additive: what was added can be taken back exactly.
 *
 * @param plays all of them
 * @param countedPlays those that were played long enough to count
 * @param skips those that the listener left, by class
 * @param completed those that were played to the end
 */
public record TrackNumbers(int plays, int countedPlays, Skips skips, int completed) {

    public static final TrackNumbers NONE = new TrackNumbers(0, 0, Skips.NONE, 0);

    public TrackNumbers {
        requireNonNull(skips, "skips");
    }

    /** What one play adds. */
    public static TrackNumbers of(Play play, ListeningRules rules) {
        return new TrackNumbers(
                1,
                play.isCounted(rules) ? 1 : 0,
                Skips.in(List.of(play), rules),
                play.endReason() == EndReason.COMPLETED ? 1 : 0);
    }

    /** Both together. */
    public TrackNumbers plus(TrackNumbers other) {
        return with(other, 1);
    }

    /** These without the others, which must have been added before. */
    public TrackNumbers minus(TrackNumbers other) {
        return with(other, -1);
    }

    private TrackNumbers with(TrackNumbers other, int sign) {
        return new TrackNumbers(
                plays + sign * other.plays,
                countedPlays + sign * other.countedPlays,
                new Skips(
                        skips.quick() + sign * other.skips.quick(),
                        skips.early() + sign * other.skips.early(),
                        skips.late() + sign * other.skips.late()),
                completed + sign * other.completed);
    }
}
