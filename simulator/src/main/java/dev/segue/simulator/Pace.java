package dev.segue.simulator;

import dev.segue.simulator.audience.Upload;
import java.time.Clock;
import java.util.function.LongSupplier;

/** Decides when it is time for an upload. */
@FunctionalInterface
public interface Pace {

    /**
     * Whether it is time.
     *
     * @param next what reaches the server next
     * @param before how many have gone before it
     */
    boolean isDue(Upload next, long before);

    /**
     * As fast as the audience's time goes. What is left when everybody has gone home comes at once.
     *
     * @param end when they have, in the audience's time
     */
    static Pace following(TimeLapse time, Clock wallClock, long end) {
        return (next, before) -> next.arrivesAt() >= end || time.simulatedAt(wallClock.millis()) >= next.arrivesAt();
    }

    /**
     * So many a second.
     *
     * @param nanos a clock that never goes back, such as {@link System#nanoTime}
     */
    static Pace of(double perSecond, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        return (next, before) -> before <= (nanos.getAsLong() - begun) / 1e9 * perSecond;
    }

    /** As fast as they are taken. */
    static Pace unbounded() {
        return (next, before) -> true;
    }
}
