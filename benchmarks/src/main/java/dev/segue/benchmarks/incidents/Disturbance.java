package dev.segue.benchmarks.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An incident that is put into a crowd's listening.
 *
 * @param effect on listening: -0.5 halves it, -1 is an outage
 * @param slow whether it grows evenly from nothing over its length, and stays
 */
record Disturbance(Instant start, Duration length, double effect, boolean slow) {

    static final Disturbance NONE = new Disturbance(Instant.MAX, Duration.ZERO, 0, false);

    /** What listening in the hour that begins then is multiplied by. */
    double factor(Instant hour) {
        if (hour.isBefore(start)) {
            return 1;
        }
        double passed = (double) Duration.between(start, hour).toHours() / length.toHours();
        if (slow) {
            return 1 + effect * Math.min(1, passed);
        }
        return passed < 1 ? 1 + effect : 1;
    }

    boolean isNone() {
        return effect == 0;
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
