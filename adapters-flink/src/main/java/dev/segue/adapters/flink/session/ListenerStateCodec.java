package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of a listener's state. */
public final class ListenerStateCodec implements Codec<ListenerState> {

    @Override
    public String name() {
        return "listener-state";
    }

    @Override
    public int version() {
        return 4;
    }

    /** Earlier forms have the memory in full. */
    @Override
    public int oldestVersion() {
        return 4;
    }

    @Override
    public void write(ListenerState state, DataOutputView out) throws IOException {
        out.writeLong(state.dueTimer());
        out.writeLong(state.settlingTimer());
        out.writeLong(state.silenceTimer());
        state.writeMemory(out);
        out.writeLong(state.leafNumber());
        if (state.leafNumber() != ListenerState.NO_LEAF) {
            PageCodec.writeLeaf(state.leaf(), out);
        }
    }

    @Override
    public ListenerState read(DataInputView in, int version) throws IOException {
        long dueTimer = in.readLong();
        long settlingTimer = in.readLong();
        long silenceTimer = in.readLong();
        ListenerMemory memory = PackedMemory.read(in);
        long leafNumber = in.readLong();
        Leaf leaf = leafNumber == ListenerState.NO_LEAF ? null : PageCodec.readLeaf(in);
        return new ListenerState(memory, dueTimer, settlingTimer, silenceTimer, leafNumber, leaf);
    }

    @Override
    public ListenerState copy(ListenerState state) {
        return state.copy();
    }
}
