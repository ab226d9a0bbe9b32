package dev.segue.domain.history;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;

/**
 * What the history of a listener needs of a play.
 *
 * @param from when it began to sound, in epoch milliseconds
 * @param to when it ended, in epoch milliseconds; never before {@code from}
 * @param endReason why it ended
 * @param device where it was played
 * @param trackId the track, or null when not reported
 * @param name what the track is called; {@link TrackName#UNKNOWN} if the input does not say
 */
public record Heard(long from, long to, EndReason endReason, Device device, String trackId, TrackName name) {

    public Heard {
        requireNonNull(endReason, "endReason");
        requireNonNull(device, "device");
        requireNonNull(name, "name");
        if (to < from) {
            throw new IllegalArgumentException("from must not be after to, but they are " + from + " and " + to);
        }
    }

    /** How long it sounded, in milliseconds. */
    public long playedMs() {
        return to - from;
    }

    /** Whether nothing says for how long it sounded, or why it ended. */
    public boolean isInstant() {
        return from == to && endReason == EndReason.UNKNOWN;
    }

    /** Whether it was played long enough to count. */
    public boolean isCounted(ListeningRules rules) {
        return playedMs() >= rules.countedPlayMs();
    }
}
