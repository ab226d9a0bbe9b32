package dev.segue.domain.session;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.rules.StateRules;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Parameters that decide what a session is and when it is emitted; all in milliseconds.
 *
 * @param gapMs longest idle gap between two activities of one session
 * @param capMs longest time, from start to start, that one session may span; limits bots and stuck clients
 * @param maxPlayMs longest time for which one play can prove presence, or sound
 * @param allowedLatenessMs how far behind the acceptance clock an event may have occurred and still change results
 * @param earlyFiringIntervalMs minimum interval between two revisions of a session that has not closed
 * @param correctionsMs for how long changes to a closed session are batched into one revision
 * @param limits how much of one listener is kept
 */
public record SessionRules(
        long gapMs,
        long capMs,
        long maxPlayMs,
        long allowedLatenessMs,
        long earlyFiringIntervalMs,
        long correctionsMs,
        ListeningRules listening,
        ListenerLimits limits)
        implements Serializable {

    /** Incremented whenever the same events would give different sessions. */
    private static final int VERSION = 4;

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    public static final SessionRules DEFAULT =
            new SessionRules(15 * MINUTE, 24 * HOUR, 6 * HOUR, 24 * HOUR, 10 * MINUTE, SECOND, ListeningRules.DEFAULT);

    /** Rules with the usual limits. */
    public SessionRules(
            long gapMs,
            long capMs,
            long maxPlayMs,
            long allowedLatenessMs,
            long earlyFiringIntervalMs,
            long correctionsMs,
            ListeningRules listening) {
        this(
                gapMs,
                capMs,
                maxPlayMs,
                allowedLatenessMs,
                earlyFiringIntervalMs,
                correctionsMs,
                listening,
                ListenerLimits.DEFAULT);
    }

    public SessionRules {
        requireNonNull(listening, "listening");
        requireNonNull(limits, "limits");
        requirePositive("gapMs", gapMs);
        requirePositive("capMs", capMs);
        requirePositive("maxPlayMs", maxPlayMs);
        requirePositive("earlyFiringIntervalMs", earlyFiringIntervalMs);
        requirePositive("correctionsMs", correctionsMs);
        if (allowedLatenessMs < 0) {
            throw new IllegalArgumentException("allowedLatenessMs must not be negative, but is " + allowedLatenessMs);
        }
    }

    /**
     * Whether an event is beyond the allowed lateness. Exactly on the limit, it is not late.
     *
     * @param occurredAt when it happened, in epoch milliseconds, after clock correction
     * @param acceptance the acceptance clock when it arrives; while this is {@link Clocks#NOT_STARTED}, nothing is late
     */
    public boolean isLate(long occurredAt, long acceptance) {
        return acceptance != Clocks.NOT_STARTED && occurredAt < acceptance - allowedLatenessMs;
    }

    /**
     * Length of the windows of event time in which the events of a listener are counted: six hours. It is shorter where a
     * listener may be purged sooner, so that no event can be accepted in a window whose count is gone.
     */
    long limitWindowMs() {
        return Math.min(ListenerLimits.WINDOW_MS, gapMs + maxPlayMs);
    }

    /** How far the acceptance clock must be past the end of a session before nothing can change the session. */
    public long settlingMs() {
        return gapMs + allowedLatenessMs + maxPlayMs;
    }

    /** Identifies the rules that made a revision: their version, and a digest of these parameters. */
    public String version() {
        long[] numbers = {
            gapMs,
            capMs,
            maxPlayMs,
            allowedLatenessMs,
            earlyFiringIntervalMs,
            correctionsMs,
            listening.quickSkipMs(),
            listening.earlySkipMs(),
            listening.countedPlayMs(),
            listening.interruptionMs(),
            listening.moodHalfLifeMs()
        };
        return VERSION + "-" + Integer.toHexString(Arrays.hashCode(numbers));
    }

    /** Identifies the rules by which {@link SessionTotals} were added up, and the chunks of plays that they end with. */
    String ofTotals() {
        return version() + "/" + limits.playsPerChunk();
    }

    /** The rules of the state: what it holds was joined, cut and purged by them. */
    public StateRules ofState() {
        return new StateRules()
                .withLength("sessions.gap", gapMs)
                .withLength("sessions.cap", capMs)
                .withLength("sessions.max-play", maxPlayMs)
                .withLength("sessions.allowed-lateness", allowedLatenessMs)
                .with("the version of Segue's rules of sessions", VERSION);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }
}
