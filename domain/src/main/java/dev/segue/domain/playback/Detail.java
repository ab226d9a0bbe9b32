package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/** What happened: one record per type of playback event. */
public sealed interface Detail {

    /** The id the client gave to the play it speaks of, or null. */
    String playId();

    /** The track it speaks of, or null. */
    default String trackId() {
        return null;
    }

    /** The client's own word for why the play began, or null. */
    default String startReason() {
        return null;
    }

    /** What it was played from, or null. */
    default PlayContext context() {
        return null;
    }

    /** This detail, with the times it holds moved by {@code shift} milliseconds. */
    default Detail correctedBy(long shift) {
        return this;
    }

    /**
     * A track began to sound.
     *
     * @param startReason the client's own word for why, or null
     * @param context what it was played from, or null
     */
    record TrackStarted(String playId, String trackId, String startReason, PlayContext context) implements Detail {}

    /**
     * A track stopped for good. Stands on its own, because many sources report nothing else; its end is the event's
     * {@code occurredAt}.
     *
     * @param content what kind of thing sounded; only {@link Content#TRACK} makes a play
     * @param startedAt when it began
     * @param playedMs how long it sounded by the client's count; may exceed what is possible, and is clamped where used
     * @param endReason why it ended
     * @param startReason the client's own word for why it began, or null
     * @param context what it was played from, or null
     * @param shuffle whether shuffle was on, or null
     */
    record TrackEnded(
            String playId,
            String trackId,
            Content content,
            long startedAt,
            long playedMs,
            EndReason endReason,
            String startReason,
            PlayContext context,
            Boolean shuffle)
            implements Detail {

        public TrackEnded {
            requireNonNull(content, "content");
            requireNonNull(endReason, "endReason");
        }

        @Override
        public TrackEnded correctedBy(long shift) {
            return new TrackEnded(
                    playId, trackId, content, startedAt + shift, playedMs, endReason, startReason, context, shuffle);
        }
    }

    /** Playback was paused, or stalled. */
    record PlaybackPaused(String playId, PauseCause cause) implements Detail {
        public PlaybackPaused {
            requireNonNull(cause, "cause");
        }
    }

    /** Playback went on. */
    record PlaybackResumed(String playId) implements Detail {}

    /**
     * The listener searched. The query is none of our business.
     *
     * @param searchId the client's id of the search, or null; no rule reads it
     */
    record SearchPerformed(String searchId) implements Detail {
        @Override
        public String playId() {
            return null;
        }
    }

    /**
     * An ad ended.
     *
     * @param adId which, or null
     * @param playedMs how long it sounded, or null
     */
    record AdEnded(String adId, Long playedMs) implements Detail {
        @Override
        public String playId() {
            return null;
        }
    }
}
