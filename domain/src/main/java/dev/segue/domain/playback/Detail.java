package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/** What happened: one record per type of playback event. */
public sealed interface Detail {

    /** The client's id of the play that it concerns, or null. */
    String playId();

    /** The track that it concerns, or null. */
    default String trackId() {
        return null;
    }

    /** The client's own term for why the play began, or null. */
    default String startReason() {
        return null;
    }

    /** What it was played from, or null. */
    default PlayContext context() {
        return null;
    }

    /** This detail, with its times moved by {@code shift} milliseconds. */
    default Detail correctedBy(long shift) {
        return this;
    }

    /**
     * A track began to sound.
     *
     * @param startReason the client's own term for why, or null
     * @param context what it was played from, or null
     */
    record TrackStarted(String playId, String trackId, String startReason, PlayContext context) implements Detail {}

    /**
     * A track ended. Self-contained, because many sources report nothing else; its end is the event's {@code
     * occurredAt}.
     *
     * @param content the kind of content; only {@link Content#TRACK} makes a play
     * @param startedAt when it began
     * @param playedMs how long it sounded, as counted by the client; may exceed what is possible, and is clamped where
     *     used
     * @param endReason why it ended
     * @param startReason the client's own term for why it began, or null
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

    /** Playback was resumed. */
    record PlaybackResumed(String playId) implements Detail {}

    /**
     * The listener searched. The query is not collected.
     *
     * @param searchId the client's id of the search, or null; no rule uses it
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
     * @param adId the ad's id, or null
     * @param playedMs how long it sounded, or null
     */
    record AdEnded(String adId, Long playedMs) implements Detail {
        @Override
        public String playId() {
            return null;
        }
    }
}
