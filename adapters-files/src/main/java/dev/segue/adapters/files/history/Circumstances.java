package dev.segue.adapters.files.history;

import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/**
 * What a history row says about a play beyond its identity. The service may word it differently in each export, or
 * leave it out.
 *
 * @param device empty when unknown
 * @param country or null
 * @param startReason or null
 * @param shuffle or null
 */
record Circumstances(
        String device, String country, boolean offline, EndReason endReason, String startReason, Boolean shuffle) {

    /** The longer text takes precedence; of two equally long ones the alphabetically first, to be deterministic. */
    private static final Comparator<String> SAYS_MORE = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.<String>naturalOrder().reversed());

    /** A known reason takes precedence over an unknown one, and one that is not a skip over a skip. */
    private static final Comparator<EndReason> COUNTS_FIRST = Comparator.comparing(
                    (EndReason reason) -> reason == EndReason.UNKNOWN)
            .thenComparing(EndReason::isListenersChoice)
            .thenComparing(Comparator.naturalOrder());

    /** The circumstances of a play from a history. */
    static Circumstances of(PlaybackEvent play) {
        TrackEnded ended = (TrackEnded) play.detail();
        return new Circumstances(
                play.device().id(),
                play.country(),
                play.offline(),
                ended.endReason(),
                ended.startReason(),
                ended.shuffle());
    }

    /** Merges what two rows say about one play. The order and number of merges do not affect the result. */
    Circumstances and(Circumstances other) {
        return new Circumstances(
                fuller(device, other.device),
                fuller(country, other.country),
                offline || other.offline,
                COUNTS_FIRST.compare(endReason, other.endReason) <= 0 ? endReason : other.endReason,
                fuller(startReason, other.startReason),
                shuffle == null
                        ? other.shuffle
                        : other.shuffle == null ? shuffle : (Boolean) (shuffle || other.shuffle));
    }

    /** The play with these circumstances instead of its own. */
    PlaybackEvent of(PlaybackEvent play, String listener) {
        TrackEnded ended = (TrackEnded) play.detail();
        return new PlaybackEvent(
                listener,
                play.eventId(),
                new Device(device, play.device().type()),
                play.occurredAt(),
                play.sentAt(),
                play.receivedAt(),
                play.clockCorrection(),
                country,
                play.timeZone(),
                offline,
                new TrackEnded(
                        ended.playId(),
                        ended.trackId(),
                        ended.content(),
                        ended.startedAt(),
                        ended.playedMs(),
                        endReason,
                        startReason,
                        ended.context(),
                        shuffle),
                play.track());
    }

    private static String fuller(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return SAYS_MORE.compare(one, other) >= 0 ? one : other;
    }
}
