package dev.segue.domain.kpi.counting;

import dev.segue.domain.clock.Clocks;
import java.io.Serializable;

/**
 * How often a KPI row that keeps changing is emitted: at most every {@code emitEveryMs} by the wall clock, so that readers are
 * not flooded; at least every {@link #ON_CLOCK_EVERY_MS} by the acceptance clock, so that history that is read within seconds
 * shows its rows at every age, as it did when it happened.
 *
 * @param emitEveryMs in milliseconds; 0 for at every change
 */
public record EmissionPace(long emitEveryMs) implements Serializable {

    /** No time: of a row that was never emitted, and where no emission is due. */
    public static final long NEVER = Long.MIN_VALUE;

    /** By the acceptance clock, in milliseconds: 5 min. */
    static final long ON_CLOCK_EVERY_MS = 5 * 60_000;

    /** When a row that changed is due by the wall clock; one that was never emitted at once. */
    public long dueAt(long emittedAt, long now) {
        return emittedAt == NEVER ? now : Math.max(now, emittedAt + emitEveryMs);
    }

    /** When it is due by the acceptance clock; {@link #NEVER} if that has not started, or has no time left. */
    public static long dueOnClock(long clock) {
        boolean canAdvance = clock != Clocks.NOT_STARTED && clock < Clocks.ENDED - ON_CLOCK_EVERY_MS;
        return canAdvance ? (Math.floorDiv(clock, ON_CLOCK_EVERY_MS) + 1) * ON_CLOCK_EVERY_MS : NEVER;
    }

    /** Whether {@link #dueOnClock} gives such a time. */
    public static boolean isDueOnClock(long time) {
        return Math.floorMod(time, ON_CLOCK_EVERY_MS) == 0;
    }
}
