package dev.segue.adapters.flink.session;

import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The activities of a leaf in one array of bytes, which is kept in memory as it is written: where each activity ends, then
 * the names in their events, then the activities in their order, each with its event. To add one at the end, and to find
 * one by its time, touches few of the bytes; what is not touched need not be fetched from memory.
 *
 * <p>The array is kept for as long as the listener is remembered, this list only for as long as the listener is looked at:
 * it remembers names that it has read. An activity that the list gave out stays as it is, whatever becomes of the list.
 */
public final class PackedActivities extends AbstractList<Activity> implements RandomAccess {

    /** How many activities there are. */
    private static final int SIZE = 0;

    /** How many there is room for in the list of their ends. */
    private static final int ROOM = SIZE + Integer.BYTES;

    /** Where the first activity begins. */
    private static final int BEGIN = ROOM + Integer.BYTES;

    /** Where each ends; behind that are the names. */
    private static final int ENDS = BEGIN + Integer.BYTES;

    /** Of an activity, where it begins: its times. */
    private static final int FROM = 0;

    private static final int TO = FROM + Long.BYTES;
    private static final int FINGERPRINT = TO + Long.BYTES;
    private static final int OWNER = FINGERPRINT + Long.BYTES;
    private static final int EVENT = OWNER + 1;

    private static final int FEW = 6;
    private static final int USUAL_BYTES = 80;

    /** Those that no event has any more are then forgotten. */
    private static final int MANY_NAMES = 24;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** What it says of activities stays: what is not appended goes into a new array. */
    private byte[] bytes;

    private Names names;

    /**
     * The activities in an array.
     *
     * @param bytes of another list, which is not used any more; appended to in place while there is room
     */
    PackedActivities(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A list of these, to be changed by itself. */
    public static PackedActivities of(List<Activity> activities) {
        PackedActivities packed = withRoomFor(activities.size());
        packed.addAll(activities);
        return packed;
    }

    private static PackedActivities withRoomFor(int activities) {
        int room = activities + FEW;
        int names = ENDS + room * Integer.BYTES;
        byte[] bytes = new byte[names + Names.NONE_LENGTH];
        INT.set(bytes, ROOM, room);
        INT.set(bytes, BEGIN, names + Names.NONE_LENGTH);
        return new PackedActivities(bytes);
    }

    /** The page, with a leaf's activities as nobody has looked at them yet. */
    public static Page unread(Page page) {
        return page instanceof Leaf leaf ? new Leaf(new PackedActivities(in(leaf).bytes)) : page;
    }

    /** The activities of a leaf, packed unless they are. */
    static PackedActivities in(Leaf leaf) {
        return leaf.activities() instanceof PackedActivities packed ? packed : of(leaf.activities());
    }

    /** All that is to be kept of it. */
    byte[] bytes() {
        return bytes;
    }

    /** One that shares nothing with this. */
    PackedActivities copy() {
        return new PackedActivities(Arrays.copyOf(bytes, start(size()) + USUAL_BYTES));
    }

    void write(DataOutputView out) throws IOException {
        int length = start(size());
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    static PackedActivities read(DataInputView in) throws IOException {
        int length = in.readInt();
        byte[] bytes = new byte[length + USUAL_BYTES];
        in.readFully(bytes, 0, length);
        return new PackedActivities(bytes);
    }

    @Override
    public int size() {
        return (int) INT.get(bytes, SIZE);
    }

    @Override
    public Activity get(int index) {
        int start = start(Objects.checkIndex(index, size()));
        long to = (long) LONG.get(bytes, start + TO);
        return new Activity(
                (long) LONG.get(bytes, start + FROM),
                to,
                bytes[start + OWNER] != 0,
                (long) LONG.get(bytes, start + FINGERPRINT),
                new PackedEvent(bytes, start + EVENT, start(index + 1) - start - EVENT, names(), to));
    }

    @Override
    public void add(int place, Activity activity) {
        DataOutputSerializer event = new DataOutputSerializer(2 * USUAL_BYTES);
        try {
            new PackedForm(names(), activity.to()).writeEvent(activity.event(), event);
        } catch (IOException e) {
            throw new UncheckedIOException("An event cannot be packed.", e);
        }
        int start = makeRoom(place, EVENT + event.length());
        LONG.set(bytes, start + FROM, activity.from());
        LONG.set(bytes, start + TO, activity.to());
        LONG.set(bytes, start + FINGERPRINT, activity.fingerprint());
        bytes[start + OWNER] = (byte) (activity.owner() ? 1 : 0);
        System.arraycopy(event.getSharedBuffer(), 0, bytes, start + EVENT, event.length());
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
        if (names().count() > MANY_NAMES) {
            repackWithout(from, to);
        } else {
            cutOut(from, to);
        }
        modCount++;
    }

    private void repackWithout(int from, int to) {
        PackedActivities others = withRoomFor(size() - (to - from));
        for (int i = 0; i < size(); i++) {
            if (i < from || i >= to) {
                others.add(get(i));
            }
        }
        bytes = others.bytes;
        names = others.names;
    }

    private void cutOut(int from, int to) {
        int all = start(size());
        int cut = start(to) - start(from);
        byte[] made = new byte[all - cut + USUAL_BYTES];
        System.arraycopy(bytes, 0, made, 0, start(from));
        System.arraycopy(bytes, start(to), made, start(from), all - start(to));
        for (int i = to; i < size(); i++) {
            INT.set(made, ENDS + (i - to + from) * Integer.BYTES, start(i + 1) - cut);
        }
        INT.set(made, SIZE, size() - (to - from));
        bytes = made;
    }

    /** Makes so much room for an activity of that place, and some for names that are new; tells where. */
    private int makeRoom(int place, int room) {
        int size = size();
        boolean fits = place == size
                && size < roomForEnds()
                && names.length() == start(0) - beginOfNames()
                && start(size) + room <= bytes.length;
        if (!fits) {
            bytes = withRoom(place, room);
        }
        int start = start(place);
        INT.set(bytes, SIZE, size + 1);
        INT.set(bytes, ENDS + place * Integer.BYTES, start + room);
        return start;
    }

    private byte[] withRoom(int place, int room) {
        int size = size();
        int roomForEnds = size < roomForEnds() ? roomForEnds() : size + size / 2 + FEW;
        int beginOfNames = ENDS + roomForEnds * Integer.BYTES;
        int shift = beginOfNames + names.length() - start(0);
        int needed = start(size) + shift + room;
        byte[] made = new byte[needed + needed / 4];
        INT.set(made, ROOM, roomForEnds);
        INT.set(made, BEGIN, start(0) + shift);
        names.copyTo(made, beginOfNames);
        int here = start(place);
        System.arraycopy(bytes, start(0), made, start(0) + shift, here - start(0));
        System.arraycopy(bytes, here, made, here + shift + room, start(size) - here);
        for (int i = 0; i < size; i++) {
            int after = i < place ? i : i + 1;
            INT.set(made, ENDS + after * Integer.BYTES, start(i + 1) + shift + (i < place ? 0 : room));
        }
        return made;
    }

    private Names names() {
        if (names == null) {
            names = new Names(bytes, beginOfNames());
        }
        return names;
    }

    private int roomForEnds() {
        return (int) INT.get(bytes, ROOM);
    }

    private int beginOfNames() {
        return ENDS + roomForEnds() * Integer.BYTES;
    }

    /** Where the activity of that place begins; of the place behind the last, where that ends. */
    private int start(int place) {
        return (int) INT.get(bytes, place == 0 ? BEGIN : ENDS + (place - 1) * Integer.BYTES);
    }
}
