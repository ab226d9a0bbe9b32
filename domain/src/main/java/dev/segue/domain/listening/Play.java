package dev.segue.domain.listening;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/**
 * One track played once.
 *
 * @param startedAt when it began, as reported; not cut to the maximum play length
 * @param endedAt when it ended; never before {@code startedAt}
 * @param playedMs how long it really sounded: 0 to {@code min(endedAt - startedAt, max-play)}
 * @param playId the client's id of the play, or null
 * @param trackId the track, or null when not reported
 * @param context what it was played from, or null
 * @param shuffle whether shuffle was on, or null
 */
public record Play(
        String eventId,
        String playId,
        long startedAt,
        long endedAt,
        long playedMs,
        EndReason endReason,
        String startReason,
        String trackId,
        PlayContext context,
        Device device,
        Boolean shuffle,
        boolean offline,
        TrackFacts track) {

    /** The order of plays: by start, then end, then event id. */
    public static final Comparator<Play> ORDER = Comparator.comparingLong(Play::startedAt)
            .thenComparingLong(Play::endedAt)
            .thenComparing(Play::eventId);

    public Play {
        requireNonNull(eventId, "eventId");
        requireNonNull(endReason, "endReason");
        requireNonNull(device, "device");
        requireNonNull(track, "track");
        if (endedAt < startedAt) {
            throw new IllegalArgumentException(
                    "a play must not end before it starts, but it starts at " + startedAt + " and ends at " + endedAt);
        }
    }

    /**
     * The play that a track-ended event reports.
     *
     * @param event any event whose detail is a {@link TrackEnded}
     * @param maxPlayMs the longest time for which one play can sound
     */
    public static Play of(PlaybackEvent event, long maxPlayMs) {
        TrackEnded ended = (TrackEnded) event.detail();
        return new Play(
                event.eventId(),
                ended.playId(),
                ended.startedAt(),
                event.occurredAt(),
                clampedPlayed(ended, event.occurredAt(), maxPlayMs),
                ended.endReason(),
                ended.startReason(),
                ended.trackId(),
                ended.context(),
                event.device(),
                ended.shuffle(),
                event.offline(),
                event.track());
    }

    /** Its played time, clamped to {@code [0, min(end - start, max-play)]}. */
    public static long clampedPlayed(TrackEnded ended, long endedAt, long maxPlayMs) {
        long possible = Math.min(endedAt - ended.startedAt(), maxPlayMs);
        return Math.max(0, Math.min(ended.playedMs(), possible));
    }

    /** Start of the interval in which it sounded; that interval ends with the play. */
    public long soundedFrom() {
        return endedAt - playedMs;
    }

    /** Whether the listener chose to leave it. */
    public boolean isSkip() {
        return endReason.isListenersChoice();
    }

    /** How soon the listener left it; only meaningful for a skip. */
    public SkipClass skipClass(ListeningRules rules) {
        if (playedMs < rules.quickSkipMs()) {
            return SkipClass.QUICK;
        }
        return playedMs < rules.earlySkipMs() ? SkipClass.EARLY : SkipClass.LATE;
    }

    /** Whether it was played long enough to count as a stream. */
    public boolean isCounted(ListeningRules rules) {
        return playedMs >= rules.countedPlayMs();
    }
}
