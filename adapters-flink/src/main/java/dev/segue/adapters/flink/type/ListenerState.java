package dev.segue.adapters.flink.type;

import dev.segue.domain.session.ActivityPages.Leaf;
import dev.segue.domain.session.ListenerMemory;

/**
 * What the session operator keeps of one listener in one piece: the domain's memory, its own two timers, and one leaf of
 * the timeline. Most listeners have no more than one, so that all there is to an event is one read and one write.
 */
public final class ListenerState {

    /** No timer is set. */
    public static final long NO_TIMER = Long.MAX_VALUE;

    /** No leaf is here. */
    public static final long NO_LEAF = 0;

    private final ListenerMemory memory;
    private long eventTimer;
    private long silenceTimer;
    private long leafNumber;
    private Leaf leaf;

    /** A listener never heard of. */
    public ListenerState() {
        this(new ListenerMemory(), NO_TIMER, NO_TIMER, NO_LEAF, null);
    }

    /**
     * What was kept.
     *
     * @param eventTimer time of the event-time timer that is set, or {@link #NO_TIMER}
     * @param silenceTimer time of the wall-clock timer that is set, or {@link #NO_TIMER}
     * @param leafNumber page number of the leaf that is here, or {@link #NO_LEAF}
     * @param leaf that leaf, or null
     */
    public ListenerState(ListenerMemory memory, long eventTimer, long silenceTimer, long leafNumber, Leaf leaf) {
        this.memory = memory;
        this.eventTimer = eventTimer;
        this.silenceTimer = silenceTimer;
        this.leafNumber = leafNumber;
        this.leaf = leaf;
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

    public long leafNumber() {
        return leafNumber;
    }

    public Leaf leaf() {
        return leaf;
    }

    /** Keeps that leaf here. */
    public void setLeaf(long number, Leaf page) {
        leafNumber = number;
        leaf = page;
    }

    /** No leaf is here any more. */
    public void removeLeaf() {
        setLeaf(NO_LEAF, null);
    }

    public long silenceTimer() {
        return silenceTimer;
    }

    public void setSilenceTimer(long time) {
        silenceTimer = time;
    }
}
