package dev.segue.simulator;

import dev.segue.simulator.audience.Upload;
import java.time.Clock;
import java.util.function.LongSupplier;

/** Decides when an upload is due. */
@FunctionalInterface
public interface Pace {

    /**
     * Whether it is due.
     *
     * @param next the next upload to reach the server
     * @param before how many have been sent before it
     */
    boolean isDue(Upload next, long before);

    /**
     * Follows simulated time. What is left after the audience's end is due at once.
     *
     * @param end of the audience, in simulated time
     */
    static Pace following(TimeLapse time, Clock wallClock, long end) {
        return (next, before) -> next.arrivesAt() >= end || time.simulatedAt(wallClock.millis()) >= next.arrivesAt();
    }

    /**
     * That many per second.
     *
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    static Pace of(double perSecond, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        return (next, before) -> before <= (nanos.getAsLong() - begun) / 1e9 * perSecond;
    }

    /** As fast as uploads are accepted. */
    static Pace unbounded() {
        return (next, before) -> true;
    }
}
