package dev.segue.adapters.flink.type;

import dev.segue.domain.session.Activity;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Keeps the activities of a leaf in two arrays, so that what is remembered of a listener is a few objects, however many
 * plays there are: in one array what orders them, in the other their events, packed. An activity that the list gave out
 * stays as it is, whatever becomes of the list.
 */
public final class PackedActivities extends AbstractList<Activity> implements RandomAccess {

    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int FINGERPRINT = 2;
    private static final int END = 3;
    private static final int OWNER = 4;
    private static final int HEAD = 5;

    private static final int FEW = 4;
    private static final int USUAL_BYTES = 128;

    private int size;

    /** Of each activity its times, its fingerprint, where its event ends among the events, and whether it owns that. */
    private long[] heads;

    /** Bytes once written stay: what is not appended goes into a new array. */
    private byte[] events;

    private PackedActivities(int size, long[] heads, byte[] events) {
        this.size = size;
        this.heads = heads;
        this.events = events;
    }

    /** A list of these, to be changed by itself. */
    public static PackedActivities of(List<Activity> activities) {
        PackedActivities packed = withRoomFor(activities.size());
        packed.addAll(activities);
        return packed;
    }

    private static PackedActivities withRoomFor(int activities) {
        int room = activities + FEW;
        return new PackedActivities(0, new long[room * HEAD], new byte[room * USUAL_BYTES]);
    }

    /** One that shares nothing with this. */
    PackedActivities copy() {
        return new PackedActivities(size, heads.clone(), events.clone());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Activity get(int index) {
        Objects.checkIndex(index, size);
        int head = index * HEAD;
        int start = endOf(index - 1);
        return new Activity(
                heads[head + FROM],
                heads[head + TO],
                heads[head + OWNER] != 0,
                heads[head + FINGERPRINT],
                new PackedEvent(events, start, endOf(index) - start));
    }

    @Override
    public void add(int place, Activity activity) {
        PackedEvent event = PackedEvent.of(activity.kept());
        int start = endOf(place - 1);
        makeRoom(start, event.length(), start);
        event.copyTo(events, start);
        addHead(place, activity.from(), activity.to(), activity.fingerprint(), event.length(), activity.owner());
        modCount++;
    }

    @Override
    public Activity remove(int index) {
        Activity gone = get(index);
        removeRange(index, index + 1);
        return gone;
    }

    @Override
    protected void removeRange(int from, int to) {
        int start = endOf(from - 1);
        int end = endOf(to - 1);
        makeRoom(start, 0, end);
        System.arraycopy(heads, to * HEAD, heads, from * HEAD, (size - to) * HEAD);
        size -= to - from;
        moveEnds(from, start - end);
        modCount++;
    }

    /** Puts {@code room} free bytes at {@code start}, before those that were at {@code next}. */
    private void makeRoom(int start, int room, int next) {
        int end = endOf(size - 1);
        int needed = start + room + end - next;
        boolean appends = next == end && start == end;
        if (appends && needed <= events.length) {
            return;
        }
        byte[] made = new byte[room == 0 ? needed : needed + needed / 2];
        System.arraycopy(events, 0, made, 0, start);
        System.arraycopy(events, next, made, start + room, end - next);
        events = made;
    }

    private void addHead(int place, long from, long to, long fingerprint, int length, boolean owner) {
        if (size * HEAD == heads.length) {
            heads = Arrays.copyOf(heads, (size + size / 2 + FEW) * HEAD);
        }
        int head = place * HEAD;
        System.arraycopy(heads, head, heads, head + HEAD, (size - place) * HEAD);
        heads[head + FROM] = from;
        heads[head + TO] = to;
        heads[head + FINGERPRINT] = fingerprint;
        heads[head + END] = endOf(place - 1);
        heads[head + OWNER] = owner ? 1 : 0;
        size++;
        moveEnds(place, length);
    }

    private void moveEnds(int place, int by) {
        for (int i = place; i < size; i++) {
            heads[i * HEAD + END] += by;
        }
    }

    /** Where the event of an activity ends, and that of the next starts. */
    private int endOf(int index) {
        return index < 0 ? 0 : (int) heads[index * HEAD + END];
    }

    void write(DataOutputView out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            int head = i * HEAD;
            int start = endOf(i - 1);
            out.writeLong(heads[head + FROM]);
            out.writeLong(heads[head + TO]);
            out.writeBoolean(heads[head + OWNER] != 0);
            out.writeLong(heads[head + FINGERPRINT]);
            out.writeInt(endOf(i) - start);
            out.write(events, start, endOf(i) - start);
        }
    }

    static PackedActivities read(DataInputView in) throws IOException {
        int size = in.readInt();
        PackedActivities read = withRoomFor(size);
        for (int i = 0; i < size; i++) {
            long from = in.readLong();
            long to = in.readLong();
            boolean owner = in.readBoolean();
            long fingerprint = in.readLong();
            int length = in.readInt();
            int start = read.endOf(i - 1);
            read.makeRoom(start, length, start);
            in.readFully(read.events, start, length);
            read.addHead(i, from, to, fingerprint, length, owner);
        }
        return read;
    }
}
