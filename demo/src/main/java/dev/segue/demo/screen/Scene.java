package dev.segue.demo.screen;

import dev.segue.domain.clock.Clocks;
import dev.segue.simulator.audience.Sent;

/**
 * One moment of the demo, as shown.
 *
 * @param elapsedMs since the audience began
 * @param lengthMs how long the demo runs; null when until it is stopped
 * @param simulatedTime in epoch milliseconds
 * @param perSecond records per second that the audience sends
 */
public record Scene(
        long elapsedMs, Long lengthMs, long simulatedTime, int speed, Sent sent, long perSecond, Snapshot snapshot) {

    /**
     * How far the acceptance clock is behind the audience, in milliseconds of simulated time; -1 while it has not
     * started.
     */
    long clockBehindMs() {
        long clock = snapshot.sessionsJob().acceptanceClock();
        return clock == Clocks.NOT_STARTED ? -1 : Math.max(0, simulatedTime - clock);
    }
}
