package dev.segue.benchmarks.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An incident that is put into what a crowd does.
 *
 * @param effect on what it touches: -0.5 halves it, -1 is an outage
 * @param slow whether it grows evenly from nothing over its length, and stays
 */
record Disturbance(Touched touched, Instant start, Duration length, double effect, boolean slow) {

    /** What is not as usual. */
    enum Touched {
        /** How many sessions there are; each is as long as ever. */
        SESSIONS,
        /** How many songs a run has; there are as many sessions as ever. */
        SONGS_PER_RUN
    }

    static final Disturbance NONE = new Disturbance(Touched.SESSIONS, Instant.MAX, Duration.ZERO, 0, false);

    /** What the mean of {@code what} in the hour that begins then is multiplied by. */
    double factor(Touched what, Instant hour) {
        if (what != touched || hour.isBefore(start)) {
            return 1;
        }
        double passed = (double) Duration.between(start, hour).toHours() / length.toHours();
        if (slow) {
            return 1 + effect * Math.min(1, passed);
        }
        return passed < 1 ? 1 + effect : 1;
    }

    /** Whether it goes down. */
    boolean lowers() {
        return effect < 0;
    }

    long startsAt() {
        return start.toEpochMilli();
    }

    long endsAt() {
        return start.plus(length).toEpochMilli();
    }

    /** Such as "-50 %" or "outage". */
    String size() {
        if (slow) {
            return String.format(Locale.ROOT, "decay to %+.0f %%", 100 * effect);
        }
        return effect == -1 ? "outage" : String.format(Locale.ROOT, "%+.0f %%", 100 * effect);
    }
}
