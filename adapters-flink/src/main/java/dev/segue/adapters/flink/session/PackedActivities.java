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
 * The activities of a leaf in one byte array, which is stored in memory in its serialized form: the end of each
 * activity, then the names in their events, then the activities in order, each with its event. Appending an activity,
 * or finding one by its time, touches few of the bytes; the rest need not be fetched from memory.
 *
 * <p>The array lives as long as the listener's state; this list, which caches the names it has decoded, lives only
 * while the listener is processed. An activity that the list returned never changes, whatever happens to the list.
 */
public final class PackedActivities extends AbstractList<Activity> implements RandomAccess {

    /** Position of the number of activities. */
    private static final int SIZE = 0;

    /** Position of the capacity of the list of ends. */
    private static final int ROOM = SIZE + Integer.BYTES;

    /** Position of the offset of the first activity. */
    private static final int BEGIN = ROOM + Integer.BYTES;

    /** Position of the list of ends; the names follow it. */
    private static final int ENDS = BEGIN + Integer.BYTES;

    /** Within an activity: position of its start time. */
    private static final int FROM = 0;

    private static final int TO = FROM + Long.BYTES;
    private static final int FINGERPRINT = TO + Long.BYTES;
    private static final int OWNER = FINGERPRINT + Long.BYTES;
    private static final int EVENT = OWNER + 1;

    private static final int FEW = 6;
    private static final int USUAL_BYTES = 80;

    /** Above this, a removal also drops the names that no event uses any more. */
    private static final int MANY_NAMES = 24;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes that describe an activity are never overwritten: anything but an append creates a new array. */
    private byte[] bytes;

    private Names names;

    /**
     * The activities in an array.
     *
     * @param bytes array of another list, which is not used any more; appended to in place while there is room
     */
    PackedActivities(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new list of these activities. */
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

    /** The page, with its leaf's activities in a fresh list, without cached names. */
    public static Page unread(Page page) {
        return page instanceof Leaf leaf ? new Leaf(new PackedActivities(in(leaf).bytes)) : page;
    }

    /** The activities of a leaf, packed if they are not yet. */
    static PackedActivities in(Leaf leaf) {
        return leaf.activities() instanceof PackedActivities packed ? packed : of(leaf.activities());
    }

    /** The serialized form, with spare room at the end. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of the {@link #bytes} are in use. */
    int length() {
        return start(size());
    }

    /** A copy that shares nothing with this one. */
    PackedActivities copy() {
        return new PackedActivities(Arrays.copyOf(bytes, length() + USUAL_BYTES));
    }

    void write(DataOutputView out) throws IOException {
        out.writeInt(length());
        out.write(bytes, 0, length());
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
            throw new UncheckedIOException("Cannot pack an event.", e);
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

    /** Makes room for an activity of {@code room} bytes at that index, and for new names; returns its position. */
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

    /** Position of the activity with that index; for the index after the last one, its end. */
    private int start(int place) {
        return (int) INT.get(bytes, place == 0 ? BEGIN : ENDS + (place - 1) * Integer.BYTES);
    }
}
