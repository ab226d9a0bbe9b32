package dev.segue.adapters.flink.type;

import dev.segue.domain.session.ListenerMemory;

/** What the session operator keeps of one listener beside the timeline: the domain's memory, and its own two timers. */
public final class ListenerState {

    /** No timer is set. */
    public static final long NO_TIMER = Long.MAX_VALUE;

    private final ListenerMemory memory;
    private long eventTimer;
    private long silenceTimer;

    /** A listener never heard of. */
    public ListenerState() {
        this(new ListenerMemory(), NO_TIMER, NO_TIMER);
    }

    /**
     * What was kept.
     *
     * @param eventTimer time of the event-time timer that is set, or {@link #NO_TIMER}
     * @param silenceTimer time of the wall-clock timer that is set, or {@link #NO_TIMER}
     */
    public ListenerState(ListenerMemory memory, long eventTimer, long silenceTimer) {
        this.memory = memory;
        this.eventTimer = eventTimer;
        this.silenceTimer = silenceTimer;
    }

    public ListenerMemory memory() {
        return memory;
    }

    public long eventTimer() {
        return eventTimer;
    }

    public void setEventTimer(long time) {
        eventTimer = time;
    }

    public long silenceTimer() {
        return silenceTimer;
    }

    public void setSilenceTimer(long time) {
        silenceTimer = time;
    }
}
