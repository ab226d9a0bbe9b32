package dev.segue.demo.screen;

import dev.segue.simulator.Sent;

/**
 * One moment of the demo, as it is shown.
 *
 * @param elapsedMs since the audience began
 * @param lengthMs how long the audience is to perform; null when until it is stopped
 * @param simulatedTime for the audience, in epoch milliseconds
 * @param perSecond records that the audience sends
 */
public record Scene(
        long elapsedMs, Long lengthMs, long simulatedTime, int speed, Sent sent, long perSecond, Snapshot snapshot) {

    /** How far the acceptance clock is behind the audience, in milliseconds of its time; -1 before it knows any time. */
    long clockBehindMs() {
        long clock = snapshot.ledger().acceptanceClock();
        return clock == JobLedger.NO_TIME ? -1 : Math.max(0, simulatedTime - clock);
    }
}
