package dev.segue.adapters.flink.type;

import dev.segue.domain.session.ActivityPages.Leaf;
import dev.segue.domain.session.ListenerMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What the session operator keeps of one listener in one piece: the domain's memory, its own two timers, and one leaf of
 * the timeline. Most listeners have no more than one, so that all there is to an event is one read and one write.
 *
 * <p>While nobody works with it the memory lies {@link #pack packed}: what is not touched for minutes has left the
 * processor's caches, and two dozen small objects then take many times as long to fetch as to make anew from one array.
 */
public final class ListenerState {

    /** No timer is set. */
    public static final long NO_TIMER = Long.MAX_VALUE;

    /** No leaf is here. */
    public static final long NO_LEAF = 0;

    private static final int USUAL_BYTES = 512;

    /** Null while it lies packed. */
    private ListenerMemory memory;

    /** As the codec writes the memory; null while it does not lie packed. These bytes never change. */
    private byte[] packed;

    private long eventTimer;
    private long silenceTimer;
    private long leafNumber;
    private PackedActivities leaf;

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
        setLeaf(leafNumber, leaf);
    }

    /** The memory, to be changed in place; it stays unpacked until {@link #pack}. */
    public ListenerMemory memory() {
        if (memory == null) {
            try {
                memory = ListenerStateCodec.readMemory(new DataInputDeserializer(packed));
                packed = null;
            } catch (IOException e) {
                throw new UncheckedIOException("What is remembered of a listener cannot be read.", e);
            }
        }
        return memory;
    }

    /** Packs the memory: nobody holds what {@link #memory} gave out any more. */
    public void pack() {
        if (memory != null) {
            packed = packed();
            memory = null;
        }
    }

    /** The memory's bytes, not to be changed. */
    byte[] packed() {
        if (memory == null) {
            return packed;
        }
        try {
            DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
            ListenerStateCodec.writeMemory(memory, packing);
            return packing.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException("What is remembered of a listener cannot be packed.", e);
        }
    }

    /** One that shares nothing with this that can change. */
    ListenerState copy() {
        ListenerState copy = new ListenerState(null, eventTimer, silenceTimer, NO_LEAF, null);
        copy.packed = packed();
        copy.leafNumber = leafNumber;
        copy.leaf = leaf == null ? null : leaf.copy();
        return copy;
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

    /** The leaf that is here, or null. */
    public Leaf leaf() {
        return leaf == null ? null : new Leaf(leaf);
    }

    /** Keeps that leaf here. */
    public void setLeaf(long number, Leaf page) {
        leafNumber = number;
        leaf = page == null ? null : PageCodec.packed(page);
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
