package dev.segue.adapters.flink.timer;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * At most one timer per key. Its time is stored in the key's own state, which each method takes and returns, so that it
 * needs no state of its own. When it fires, check what is due: a timer that is set too early is left as it is.
 */
public final class KeyedTimer {

    /** No timer is set: later than any time. */
    public static final long NOT_SET = Long.MAX_VALUE;

    private final InternalTimerService<VoidNamespace> timers;
    private final boolean onEventTime;

    private KeyedTimer(InternalTimerService<VoidNamespace> timers, boolean onEventTime) {
        this.timers = timers;
        this.onEventTime = onEventTime;
    }

    /** A timer that fires by the watermark. */
    public static KeyedTimer onEventTime(InternalTimerService<VoidNamespace> timers) {
        return new KeyedTimer(timers, true);
    }

    /** A timer that fires by the wall clock. */
    public static KeyedTimer onProcessingTime(InternalTimerService<VoidNamespace> timers) {
        return new KeyedTimer(timers, false);
    }

    /** Sets the timer for {@code time}, unless it is set for an earlier time; returns the time it is set for. */
    public long noLaterThan(long time, long set) {
        return time < set ? exactlyAt(time, set) : set;
    }

    /**
     * Sets the timer for {@code time} if that at least halves the wait, so that it is rarely moved, however often
     * something is due slightly sooner; returns the time it is set for.
     */
    public long roughlyAt(long time, long set, long now) {
        return time != NOT_SET && time - now < (set - now) / 2 ? exactlyAt(time, set) : set;
    }

    /** Sets the timer for {@code time}, whatever it was set for; returns {@code time}. */
    public long exactlyAt(long time, long set) {
        if (time == set) {
            return set;
        }
        clear(set);
        if (onEventTime) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        } else {
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time);
        }
        return time;
    }

    /** Cancels the timer; does nothing when it is {@link #NOT_SET}. */
    public void clear(long set) {
        if (set == NOT_SET) {
            return;
        }
        if (onEventTime) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
        } else {
            timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, set);
        }
    }
}
