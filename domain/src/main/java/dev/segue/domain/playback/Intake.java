package dev.segue.domain.playback;

import dev.segue.domain.playback.Detail.TrackEnded;
import java.io.Serializable;

/**
 * Decides whether a report is usable, and corrects the times of a device whose clock is wrong.
 *
 * @param clockToleranceMs how far two clocks may differ before one of them counts as wrong
 */
public record Intake(long clockToleranceMs) implements Serializable {

    /** 5 minutes. */
    public static final Intake DEFAULT = new Intake(5 * 60_000L);

    /** Maximum length of an id or text, in characters: generous for any genuine one, and bounds every record. */
    public static final int LONGEST_TEXT = 256;

    /** Stands for an append time that is missing or not to be trusted. */
    public static final long NOT_APPENDED = Long.MAX_VALUE;

    private static final long MINUTE = 60_000;

    private static final Verdict NO_TIME = new Verdict.Rejected(
            RejectionReason.NO_TIME, "A time of the event is before 1970: the device's clock was not set.");

    public Intake {
        if (clockToleranceMs < 0) {
            throw new IllegalArgumentException("clockToleranceMs must not be negative, but is " + clockToleranceMs);
        }
    }

    /**
     * Judges a report.
     *
     * @param reported as the client sent it
     * @param appendedAt when the broker appended it, by its own clock; or {@link #NOT_APPENDED}
     * @param readAt when it was read
     */
    public Verdict judge(PlaybackEvent reported, long appendedAt, long readAt) {
        if (reported.listener().isEmpty()) {
            return new Verdict.Rejected(RejectionReason.NO_LISTENER, "The event has no listener.");
        }
        if (reported.eventId().isEmpty()) {
            return new Verdict.Rejected(RejectionReason.NO_EVENT_ID, "The event has no id.");
        }
        String tooLong = LongTexts.firstIn(reported, LONGEST_TEXT);
        if (tooLong != null) {
            return new Verdict.Rejected(
                    RejectionReason.TOO_LONG, "The " + tooLong + " is longer than " + LONGEST_TEXT + " characters.");
        }
        if (reported.detail() instanceof TrackEnded ended && ended.startedAt() > reported.occurredAt()) {
            return new Verdict.Rejected(
                    RejectionReason.STARTS_AFTER_END,
                    "The play starts " + (ended.startedAt() - reported.occurredAt()) + " ms after it ends.");
        }
        if (before1970(reported) || isNegative(reported.sentAt()) || isNegative(reported.receivedAt())) {
            return NO_TIME;
        }
        PlaybackEvent corrected = corrected(reported);
        if (before1970(corrected)) {
            return NO_TIME;
        }
        long latestPossible = latestPossible(reported, appendedAt, readAt);
        if (corrected.occurredAt() > latestPossible) {
            return new Verdict.Rejected(
                    RejectionReason.CLOCK_AHEAD,
                    "The event says it happened " + (corrected.occurredAt() - latestPossible)
                            + " ms after the latest possible time.");
        }
        return new Verdict.Usable(corrected);
    }

    private static boolean before1970(PlaybackEvent event) {
        return event.occurredAt() < 0 || (event.detail() instanceof TrackEnded ended && ended.startedAt() < 0);
    }

    private static boolean isNegative(Long time) {
        return time != null && time < 0;
    }

    private PlaybackEvent corrected(PlaybackEvent reported) {
        if (reported.sentAt() == null || reported.receivedAt() == null) {
            return reported;
        }
        long behind = reported.receivedAt() - reported.sentAt();
        if (Math.abs(behind) <= clockToleranceMs) {
            return reported;
        }
        long wholeMinutes = Math.floorDiv(behind + MINUTE / 2, MINUTE) * MINUTE;
        return reported.correctedBy(wholeMinutes);
    }

    private long latestPossible(PlaybackEvent reported, long appendedAt, long readAt) {
        long seen = Math.min(appendedAt, readAt);
        long earliest = reported.receivedAt() == null ? seen : Math.min(reported.receivedAt(), seen);
        return earliest + clockToleranceMs;
    }
}
