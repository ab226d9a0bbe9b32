package dev.segue.benchmarks.incidents.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An incident in a crowd's simulated listening.
 *
 * @param touched what it affects
 * @param start when it begins
 * @param length how long it lasts
 * @param effect relative change: -0.5 halves it, -1 is an outage
 * @param slow whether it grows linearly from nothing over its length, and then stays
 */
public record Disturbance(Touched touched, Instant start, Duration length, double effect, boolean slow) {

    /** What an incident affects. */
    public enum Touched {
        /** The number of sessions; their length does not change. */
        SESSIONS,
        /** The number of songs per run; the number of sessions does not change. */
        SONGS_PER_RUN
    }

    public static final Disturbance NONE = new Disturbance(Touched.SESSIONS, Instant.MAX, Duration.ZERO, 0, false);

    /** The factor for the mean of {@code what} in the hour that begins at {@code hour}. */
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

    /** Whether the value drops. */
    public boolean lowers() {
        return effect < 0;
    }

    public long startsAt() {
        return start.toEpochMilli();
    }

    public long endsAt() {
        return start.plus(length).toEpochMilli();
    }

    /** Such as "-50 %" or "outage". */
    public String size() {
        if (slow) {
            return String.format(Locale.ROOT, "decay to %+.0f %%", 100 * effect);
        }
        return effect == -1 ? "outage" : String.format(Locale.ROOT, "%+.0f %%", 100 * effect);
    }
}
