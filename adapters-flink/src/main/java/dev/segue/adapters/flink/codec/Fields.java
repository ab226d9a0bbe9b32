package dev.segue.adapters.flink.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads fields that several codecs share. */
public final class Fields {

    private static final byte ABSENT = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private static final int BITS = 7;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;

    private Fields() {}

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    /** Writes a string or null: one more than its length in UTF-8 bytes, seven bits at a time, then the bytes. */
    public static void writeText(String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        writeCount(bytes.length + 1L, out);
        out.write(bytes);
    }

    public static String readText(DataInputView in) throws IOException {
        int length = (int) readCount(in);
        if (length == 0) {
            return null;
        }
        byte[] bytes = new byte[length - 1];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    /** Writes an integer in as few bytes as possible: one byte from -64 to 63. */
    public static void writeNumber(long number, DataOutputView out) throws IOException {
        writeCount((number << 1) ^ (number >> (Long.SIZE - 1)), out);
    }

    public static long readNumber(DataInputView in) throws IOException {
        long written = readCount(in);
        return (written >>> 1) ^ -(written & 1);
    }

    /** Writes an unsigned integer, seven bits at a time, the lowest first. */
    private static void writeCount(long count, DataOutputView out) throws IOException {
        long left = count;
        while ((left & ~LOW_BITS) != 0) {
            out.writeByte((int) (left & LOW_BITS) | MORE);
            left >>>= BITS;
        }
        out.writeByte((int) left);
    }

    private static long readCount(DataInputView in) throws IOException {
        long count = 0;
        int shift = 0;
        int written = in.readUnsignedByte();
        while (written > LOW_BITS) {
            count |= (long) (written & LOW_BITS) << shift;
            shift += BITS;
            written = in.readUnsignedByte();
        }
        return count | (long) written << shift;
    }

    public static void writeNullableLong(Long value, DataOutputView out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeLong(value);
        }
    }

    public static Long readNullableLong(DataInputView in) throws IOException {
        return in.readBoolean() ? in.readLong() : null;
    }

    public static void writeNullableBoolean(Boolean value, DataOutputView out) throws IOException {
        out.writeByte(value == null ? ABSENT : value ? YES : NO);
    }

    public static Boolean readNullableBoolean(DataInputView in) throws IOException {
        byte written = in.readByte();
        return written == ABSENT ? null : Boolean.valueOf(written == YES);
    }

    public static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    public static byte[] readBytes(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Writes the constant's ordinal. New constants are therefore added only at the end; a test checks this. */
    @SuppressWarnings("EnumOrdinal")
    public static void writeEnum(Enum<?> constant, DataOutputView out) throws IOException {
        out.writeByte(constant.ordinal());
    }

    public static <E> E readEnum(E[] constants, DataInputView in) throws IOException {
        return constants[in.readByte()];
    }

    public static <T> void writeList(List<T> values, Writer<T> writer, DataOutputView out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(value, out);
        }
    }

    public static <T> List<T> readList(Reader<T> reader, DataInputView in) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    /** Writes a list that is usually short: its size in as few bytes as possible, then its elements. */
    public static <T> void writeShortList(List<T> values, Writer<T> writer, DataOutputView out) throws IOException {
        writeCount(values.size(), out);
        for (int i = 0; i < values.size(); i++) {
            writer.write(values.get(i), out);
        }
    }

    public static <T> List<T> readShortList(Reader<T> reader, DataInputView in) throws IOException {
        int size = (int) readCount(in);
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    public static void writeDevice(Device device, DataOutputView out) throws IOException {
        writeText(device.id(), out);
        writeEnum(device.type(), out);
    }

    public static final Device.Type[] DEVICE_TYPES = Device.Type.values();

    public static Device readDevice(DataInputView in) throws IOException {
        return new Device(readText(in), readEnum(DEVICE_TYPES, in));
    }

    public static void writeContext(PlayContext context, DataOutputView out) throws IOException {
        out.writeBoolean(context != null);
        if (context != null) {
            writeEnum(context.type(), out);
            writeText(context.id(), out);
            writeText(context.edition(), out);
        }
    }

    public static final PlayContext.Type[] CONTEXT_TYPES = PlayContext.Type.values();

    public static PlayContext readContext(DataInputView in) throws IOException {
        return in.readBoolean() ? new PlayContext(readEnum(CONTEXT_TYPES, in), readText(in), readText(in)) : null;
    }

    public static void writeTrack(TrackFacts track, DataOutputView out) throws IOException {
        out.writeInt(track.durationMs());
        out.writeShort(track.valence());
        out.writeShort(track.energy());
    }

    public static TrackFacts readTrack(DataInputView in) throws IOException {
        return new TrackFacts(in.readInt(), in.readShort(), in.readShort());
    }
}
