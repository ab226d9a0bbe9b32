package dev.segue.adapters.flink.session;

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
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Compact form of a listener's memory, which each event reads and writes: times relative to the start of the first session,
 * integers in as few bytes as possible, and times that never come as one bit.
 *
 * @param near the start of the first session; 0 if there is none
 */
record PackedMemory(long near) {

    private static final Part<PlaybackEvent> EVENTS = new Part<>(new EventCodec());

    private static final int CLOSED_ONCE = 1;
    private static final int OPEN = 2;
    private static final int CHANGED = 4;
    private static final int DUE = 8;
    private static final int PLAYS_CHANGED = 16;
    private static final int ALL_PLAYS_CHANGED = 32;

    static void write(ListenerMemory memory, DataOutputView out) throws IOException {
        List<CurrentSession> current = memory.current();
        long near = current.isEmpty() ? 0 : current.get(0).startedAt();
        Fields.writeNumber(near, out);
        new PackedMemory(near).writeAll(memory, current, out);
    }

    static ListenerMemory read(DataInputView in) throws IOException {
        return new PackedMemory(Fields.readNumber(in)).readAll(in);
    }

    private void writeAll(ListenerMemory memory, List<CurrentSession> current, DataOutputView out) throws IOException {
        Fields.writeNumber(memory.rootPage(), out);
        Fields.writeNumber(memory.lastPage(), out);
        Fields.writeNumber(memory.receipts(), out);
        writeTotals(memory.totals(), out);
        Fields.writeShortList(current, this::writeCurrent, out);
        Fields.writeShortList(memory.superseded(), this::writeSuperseded, out);
        Fields.writeShortList(memory.devices(), this::writeDevice, out);
        Fields.writeShortList(memory.brokenPlays(), PackedMemory::writeBroken, out);
        Fields.writeShortList(memory.windows(), PackedMemory::writeWindow, out);
    }

    private ListenerMemory readAll(DataInputView in) throws IOException {
        return new ListenerMemory(
                Fields.readNumber(in),
                Fields.readNumber(in),
                readInt(in),
                readTotals(in),
                Fields.readShortList(this::readCurrent, in),
                Fields.readShortList(this::readSuperseded, in),
                Fields.readShortList(this::readDevice, in),
                Fields.readShortList(PackedMemory::readBroken, in),
                Fields.readShortList(PackedMemory::readWindow, in));
    }

    private void writeTotals(StoredTotals totals, DataOutputView out) throws IOException {
        boolean some = !totals.equals(StoredTotals.NONE);
        out.writeBoolean(some);
        if (some) {
            writeTime(totals.startedAt(), out);
            writeTimeOrNever(totals.until(), out);
        }
    }

    private StoredTotals readTotals(DataInputView in) throws IOException {
        return in.readBoolean() ? new StoredTotals(readTime(in), readTimeOrNever(in)) : StoredTotals.NONE;
    }

    private void writeCurrent(CurrentSession session, DataOutputView out) throws IOException {
        boolean due = session.dueAt() != ListenerMemory.NEVER;
        boolean playsChanged = session.playsChangedFrom() != ListenerMemory.NEVER;
        boolean allChanged = session.playsChangedFrom() == Long.MIN_VALUE;
        out.writeByte((session.closedOnce() ? CLOSED_ONCE : 0)
                | (session.open() ? OPEN : 0)
                | (session.changed() ? CHANGED : 0)
                | (due ? DUE : 0)
                | (playsChanged ? PLAYS_CHANGED : 0)
                | (allChanged ? ALL_PLAYS_CHANGED : 0));
        writeTime(session.startedAt(), out);
        writeTime(session.endedAt(), out);
        Fields.writeNumber(session.part(), out);
        Fields.writeNumber(session.revision(), out);
        if (due) {
            writeTime(session.dueAt(), out);
        }
        writeTime(session.emittedAt(), out);
        if (playsChanged && !allChanged) {
            writeTime(session.playsChangedFrom(), out);
        }
        Fields.writeNumber(session.chunks(), out);
    }

    private CurrentSession readCurrent(DataInputView in) throws IOException {
        int flags = in.readUnsignedByte();
        return new CurrentSession(
                readTime(in),
                readTime(in),
                readInt(in),
                readInt(in),
                (flags & CLOSED_ONCE) != 0,
                (flags & OPEN) != 0,
                (flags & CHANGED) != 0,
                (flags & DUE) != 0 ? readTime(in) : ListenerMemory.NEVER,
                readTime(in),
                readPlaysChangedFrom(flags, in),
                readInt(in));
    }

    private long readPlaysChangedFrom(int flags, DataInputView in) throws IOException {
        if ((flags & ALL_PLAYS_CHANGED) != 0) {
            return Long.MIN_VALUE;
        }
        return (flags & PLAYS_CHANGED) != 0 ? readTime(in) : ListenerMemory.NEVER;
    }

    private void writeSuperseded(SupersededSession superseded, DataOutputView out) throws IOException {
        writeTime(superseded.startedAt(), out);
        Fields.writeNumber(superseded.revision(), out);
        out.writeBoolean(superseded.closedOnce());
        Fields.writeNumber(superseded.chunks(), out);
        writeTimeOrNever(superseded.dueAt(), out);
        writeTime(superseded.settledAfter(), out);
    }

    private SupersededSession readSuperseded(DataInputView in) throws IOException {
        return new SupersededSession(
                readTime(in), readInt(in), in.readBoolean(), readInt(in), readTimeOrNever(in), readTime(in));
    }

    private void writeDevice(DeviceInUse device, DataOutputView out) throws IOException {
        Fields.writeText(device.deviceId(), out);
        writeTime(device.latest(), out);
        Fields.writeText(device.playId(), out);
        writeTimeOrNever(device.openedAt(), out);
        writeTimeOrNever(device.holdsUntil(), out);
    }

    private DeviceInUse readDevice(DataInputView in) throws IOException {
        return new DeviceInUse(
                Fields.readText(in), readTime(in), Fields.readText(in), readTimeOrNever(in), readTimeOrNever(in));
    }

    private static void writeBroken(BrokenPlay play, DataOutputView out) throws IOException {
        EVENTS.write(play.event(), out);
        out.writeLong(play.fingerprint());
    }

    private static BrokenPlay readBroken(DataInputView in) throws IOException {
        return new BrokenPlay(EVENTS.read(in), in.readLong());
    }

    private static void writeWindow(WindowCount count, DataOutputView out) throws IOException {
        Fields.writeNumber(count.window(), out);
        Fields.writeNumber(count.events(), out);
        Fields.writeNumber(count.brokenPlays(), out);
    }

    private static WindowCount readWindow(DataInputView in) throws IOException {
        return new WindowCount(Fields.readNumber(in), readInt(in), readInt(in));
    }

    private void writeTime(long time, DataOutputView out) throws IOException {
        Fields.writeNumber(time - near, out);
    }

    private long readTime(DataInputView in) throws IOException {
        return near + Fields.readNumber(in);
    }

    private void writeTimeOrNever(long time, DataOutputView out) throws IOException {
        out.writeBoolean(time != ListenerMemory.NEVER);
        if (time != ListenerMemory.NEVER) {
            writeTime(time, out);
        }
    }

    private long readTimeOrNever(DataInputView in) throws IOException {
        return in.readBoolean() ? readTime(in) : ListenerMemory.NEVER;
    }

    private static int readInt(DataInputView in) throws IOException {
        return (int) Fields.readNumber(in);
    }
}
