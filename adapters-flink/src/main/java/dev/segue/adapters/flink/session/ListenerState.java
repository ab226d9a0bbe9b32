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
 * The session operator's state of one listener in one entry: the domain's memory, the operator's three timers, and one
 * leaf of the timeline. Most listeners have no further pages, so an event costs one read and one write.
 *
 * <p>The memory is stored packed. Data that has not been touched for minutes has left the processor's caches, and
 * fetching two dozen small objects then takes many times as long as creating them from one array. No object that lives
 * only for one event is stored here, and nothing is stored twice, because the garbage collector processes every such
 * store.
 */
public final class ListenerState {

    /** There is no leaf here. */
    public static final long NO_LEAF = 0;

    private static final int USUAL_BYTES = 512;

    /** The first {@link #length} bytes are the {@link PackedMemory}. */
    private byte[] memory;

    private int length;
    private long dueTimer;
    private long settlingTimer;
    private long silenceTimer;
    private long leafNumber;

    /** The bytes of the {@link PackedActivities} of the leaf; null if there is no leaf. */
    private byte[] leaf;

    /** State of an unknown listener. */
    public ListenerState() {
        this(new ListenerMemory(), KeyedTimer.NOT_SET, KeyedTimer.NOT_SET, KeyedTimer.NOT_SET, NO_LEAF, null);
    }

    /**
     * Restored state.
     *
     * @param memory the domain's memory
     * @param dueTimer time of the event-time timer for the next emission, or {@link KeyedTimer#NOT_SET}
     * @param settlingTimer time of the event-time timer for the next purge, or {@link KeyedTimer#NOT_SET}
     * @param silenceTimer time of the wall-clock timer, or {@link KeyedTimer#NOT_SET}
     * @param leafNumber page number of the leaf stored here, or {@link #NO_LEAF}
     * @param leaf the leaf, or null
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

    /** A copy that shares nothing with this one. */
    ListenerState copy() {
        return new ListenerState(this);
    }

    /** Unpacks the memory; changes to it have no effect here until {@link #setMemory}. */
    public ListenerMemory memory() {
        try {
            return PackedMemory.read(new DataInputDeserializer(memory, 0, length));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a listener's state.", e);
        }
    }

    /** Packs and stores a memory. */
    public void setMemory(ListenerMemory unpacked) {
        try {
            DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
            PackedMemory.write(unpacked, packing);
            length = packing.length();
            if (memory == null || memory.length < length) {
                memory = new byte[length + length / 4];
            }
            System.arraycopy(packing.getSharedBuffer(), 0, memory, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack a listener's state.", e);
        }
    }

    /** How much is stored here, in bytes, without spare room: the same before and after it is serialized. */
    int bytes() {
        return length + (leaf == null ? 0 : new PackedActivities(leaf).length());
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

    /** The leaf stored here, or null. */
    public Leaf leaf() {
        return leaf == null ? null : new Leaf(new PackedActivities(leaf));
    }

    /** Stores that leaf here. */
    @SuppressWarnings("ReferenceEquality") // Usually it is the same leaf, changed in place.
    public void setLeaf(long number, Leaf page) {
        byte[] bytes = page == null ? null : PackedActivities.in(page).bytes();
        leafNumber = number;
        if (leaf != bytes) {
            leaf = bytes;
        }
    }

    /** Removes the leaf. */
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
