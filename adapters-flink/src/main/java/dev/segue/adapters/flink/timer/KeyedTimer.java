package dev.segue.adapters.flink.timer;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * At most one timer for each key. When it is set for is kept in the state of the key, which each method takes and returns, so
 * that it costs no state of its own. What fires it must look what is due, because a timer that is set for too early a time is
 * left as it is.
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

    /** A timer that the watermark fires. */
    public static KeyedTimer onEventTime(InternalTimerService<VoidNamespace> timers) {
        return new KeyedTimer(timers, true);
    }

    /** A timer that the wall clock fires. */
    public static KeyedTimer onProcessingTime(InternalTimerService<VoidNamespace> timers) {
        return new KeyedTimer(timers, false);
    }

    /** Sets the timer for {@code time}, unless it is set for an earlier one; returns when it is set for. */
    public long noLaterThan(long time, long set) {
        return time < set ? exactlyAt(time, set) : set;
    }

    /**
     * Sets the timer for {@code time} if that halves the wait at least, so that it is moved few times however often something
     * is due a little sooner; returns when it is set for.
     */
    public long roughlyAt(long time, long set, long now) {
        return time != NOT_SET && time - now < (set - now) / 2 ? exactlyAt(time, set) : set;
    }

    /** Sets the timer for {@code time}, whenever it was set for; returns {@code time}. */
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

    /** Unsets the timer; does nothing when it is {@link #NOT_SET}. */
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
