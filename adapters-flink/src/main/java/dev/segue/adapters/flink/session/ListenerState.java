package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What the session operator keeps of one listener in one piece: the domain's memory, its own three timers, and one leaf of
 * the timeline. Most listeners have no more than one, so that all there is to an event is one read and one write.
 *
 * <p>The memory lies packed here: what is not touched for minutes has left the processor's caches, and two dozen small
 * objects then take many times as long to fetch as to make anew from one array. Nothing that lives for one event only is
 * ever stored here, nor anything stored twice: the garbage collector looks after each such store.
 */
public final class ListenerState {

    /** No leaf is here. */
    public static final long NO_LEAF = 0;

    private static final int USUAL_BYTES = 512;

    /** In its first {@link #length} bytes the memory, as the codec writes it. */
    private byte[] memory;

    private int length;
    private long dueTimer;
    private long settlingTimer;
    private long silenceTimer;
    private long leafNumber;

    /** The bytes of the {@link PackedActivities} of the leaf that is here; null when none is. */
    private byte[] leaf;

    /** A listener never heard of. */
    public ListenerState() {
        this(new ListenerMemory(), KeyedTimer.NOT_SET, KeyedTimer.NOT_SET, KeyedTimer.NOT_SET, NO_LEAF, null);
    }

    /**
     * What was kept.
     *
     * @param dueTimer time of the event-time timer that is set for what is to be told, or {@link KeyedTimer#NOT_SET}
     * @param settlingTimer time of the event-time timer that is set for what is to be forgotten, or {@link KeyedTimer#NOT_SET}
     * @param silenceTimer time of the wall-clock timer that is set, or {@link KeyedTimer#NOT_SET}
     * @param leafNumber page number of the leaf that is here, or {@link #NO_LEAF}
     * @param leaf that leaf, or null
     */
    public ListenerState(
            ListenerMemory memory, long dueTimer, long settlingTimer, long silenceTimer, long leafNumber, Leaf leaf) {
        setMemory(memory);
        this.dueTimer = dueTimer;
        this.settlingTimer = settlingTimer;
        this.silenceTimer = silenceTimer;
        setLeaf(leafNumber, leaf);
    }

    private ListenerState(ListenerState other) {
        memory = Arrays.copyOf(other.memory, other.length);
        length = other.length;
        dueTimer = other.dueTimer;
        settlingTimer = other.settlingTimer;
        silenceTimer = other.silenceTimer;
        leafNumber = other.leafNumber;
        leaf = other.leaf == null
                ? null
                : new PackedActivities(other.leaf).copy().bytes();
    }

    /** One that shares nothing with this. */
    ListenerState copy() {
        return new ListenerState(this);
    }

    /** The memory, unpacked; what becomes of it is not known here until it is set. */
    public ListenerMemory memory() {
        try {
            return ListenerStateCodec.readMemory(new DataInputDeserializer(memory, 0, length));
        } catch (IOException e) {
            throw new UncheckedIOException("What is remembered of a listener cannot be read.", e);
        }
    }

    /** Packs a memory. */
    public void setMemory(ListenerMemory unpacked) {
        try {
            DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
            ListenerStateCodec.writeMemory(unpacked, packing);
            length = packing.length();
            if (memory == null || memory.length < length) {
                memory = new byte[length + length / 4];
            }
            System.arraycopy(packing.getSharedBuffer(), 0, memory, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("What is remembered of a listener cannot be packed.", e);
        }
    }

    void writeMemory(DataOutputView out) throws IOException {
        out.write(memory, 0, length);
    }

    public long dueTimer() {
        return dueTimer;
    }

    public void setDueTimer(long time) {
        dueTimer = time;
    }

    public long settlingTimer() {
        return settlingTimer;
    }

    public void setSettlingTimer(long time) {
        settlingTimer = time;
    }

    public long leafNumber() {
        return leafNumber;
    }

    /** The leaf that is here, or null. */
    public Leaf leaf() {
        return leaf == null ? null : new Leaf(new PackedActivities(leaf));
    }

    /** Keeps that leaf here. */
    @SuppressWarnings("ReferenceEquality") // Mostly it is the very leaf that is here, changed in place.
    public void setLeaf(long number, Leaf page) {
        byte[] bytes = page == null ? null : PackedActivities.in(page).bytes();
        leafNumber = number;
        if (leaf != bytes) {
            leaf = bytes;
        }
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
