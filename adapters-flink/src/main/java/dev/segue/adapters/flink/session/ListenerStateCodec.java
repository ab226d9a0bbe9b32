package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.adapters.flink.intake.EventCodec;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.DeviceInUse;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.ListenerMemory.WindowCount;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of a listener's state. */
public final class ListenerStateCodec implements Codec<ListenerState> {

    private static final Part<PlaybackEvent> EVENTS = new Part<>(new EventCodec());

    @Override
    public String name() {
        return "listener-state";
    }

    @Override
    public int version() {
        return 3;
    }

    /** Earlier forms do not say which totals are stored. */
    @Override
    public int oldestVersion() {
        return 3;
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
        ListenerMemory memory = readMemory(in);
        long leafNumber = in.readLong();
        Leaf leaf = leafNumber == ListenerState.NO_LEAF ? null : PageCodec.readLeaf(in);
        return new ListenerState(memory, dueTimer, settlingTimer, silenceTimer, leafNumber, leaf);
    }

    @Override
    public ListenerState copy(ListenerState state) {
        return state.copy();
    }

    static void writeMemory(ListenerMemory memory, DataOutputView out) throws IOException {
        out.writeLong(memory.rootPage());
        out.writeLong(memory.lastPage());
        out.writeInt(memory.receipts());
        writeTotals(memory.totals(), out);
        Fields.writeList(memory.current(), ListenerStateCodec::writeCurrent, out);
        Fields.writeList(memory.superseded(), ListenerStateCodec::writeSuperseded, out);
        Fields.writeList(memory.devices(), ListenerStateCodec::writeDevice, out);
        Fields.writeList(memory.brokenPlays(), ListenerStateCodec::writeBroken, out);
        Fields.writeList(memory.windows(), ListenerStateCodec::writeWindow, out);
    }

    static ListenerMemory readMemory(DataInputView in) throws IOException {
        return new ListenerMemory(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                readTotals(in),
                Fields.readList(ListenerStateCodec::readCurrent, in),
                Fields.readList(ListenerStateCodec::readSuperseded, in),
                Fields.readList(ListenerStateCodec::readDevice, in),
                Fields.readList(ListenerStateCodec::readBroken, in),
                Fields.readList(ListenerStateCodec::readWindow, in));
    }

    private static void writeTotals(StoredTotals totals, DataOutputView out) throws IOException {
        boolean some = !totals.equals(StoredTotals.NONE);
        out.writeBoolean(some);
        if (some) {
            out.writeLong(totals.startedAt());
            out.writeLong(totals.until());
        }
    }

    private static StoredTotals readTotals(DataInputView in) throws IOException {
        return in.readBoolean() ? new StoredTotals(in.readLong(), in.readLong()) : StoredTotals.NONE;
    }

    private static void writeCurrent(CurrentSession session, DataOutputView out) throws IOException {
        out.writeLong(session.startedAt());
        out.writeLong(session.endedAt());
        out.writeInt(session.part());
        out.writeInt(session.revision());
        out.writeBoolean(session.closedOnce());
        out.writeBoolean(session.open());
        out.writeBoolean(session.changed());
        out.writeLong(session.dueAt());
        out.writeLong(session.emittedAt());
        out.writeLong(session.playsChangedFrom());
        out.writeInt(session.chunks());
    }

    private static CurrentSession readCurrent(DataInputView in) throws IOException {
        return new CurrentSession(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt());
    }

    private static void writeSuperseded(SupersededSession superseded, DataOutputView out) throws IOException {
        out.writeLong(superseded.startedAt());
        out.writeInt(superseded.revision());
        out.writeBoolean(superseded.closedOnce());
        out.writeInt(superseded.chunks());
        out.writeLong(superseded.dueAt());
        out.writeLong(superseded.settledAfter());
    }

    private static SupersededSession readSuperseded(DataInputView in) throws IOException {
        return new SupersededSession(
                in.readLong(), in.readInt(), in.readBoolean(), in.readInt(), in.readLong(), in.readLong());
    }

    private static void writeDevice(DeviceInUse device, DataOutputView out) throws IOException {
        Fields.writeText(device.deviceId(), out);
        out.writeLong(device.latest());
        Fields.writeText(device.playId(), out);
        out.writeLong(device.openedAt());
        out.writeLong(device.holdsUntil());
    }

    private static DeviceInUse readDevice(DataInputView in) throws IOException {
        return new DeviceInUse(Fields.readText(in), in.readLong(), Fields.readText(in), in.readLong(), in.readLong());
    }

    private static void writeBroken(BrokenPlay play, DataOutputView out) throws IOException {
        EVENTS.write(play.event(), out);
        out.writeLong(play.fingerprint());
    }

    private static BrokenPlay readBroken(DataInputView in) throws IOException {
        return new BrokenPlay(EVENTS.read(in), in.readLong());
    }

    private static void writeWindow(WindowCount count, DataOutputView out) throws IOException {
        out.writeLong(count.window());
        out.writeInt(count.events());
        out.writeInt(count.brokenPlays());
    }

    private static WindowCount readWindow(DataInputView in) throws IOException {
        return new WindowCount(in.readLong(), in.readInt(), in.readInt());
    }
}
