package dev.segue.adapters.kafka.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Decodes Avro binary from untrusted bytes: whatever lengths they claim, it never allocates more than their number, and
 * never loops longer. Since 1.12.2 Avro's own decoder checks a length before it allocates, but items that take no bytes
 * can still fill a quarter of the heap; once it limits them by the size of the record, this class can go.
 */
final class BoundedDecoder extends Decoder {

    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;

    private byte[] bytes = new byte[0];
    private int position;
    private int end;
    private long itemsLeft;

    /** Restarts with the bytes from {@code from} on. */
    void reset(byte[] newBytes, int from) {
        bytes = newBytes;
        position = from;
        end = newBytes.length;
        itemsLeft = newBytes.length;
    }

    /** Number of unread bytes. */
    int remaining() {
        return end - position;
    }

    @Override
    public void readNull() {
        // takes no bytes
    }

    @Override
    public boolean readBoolean() throws IOException {
        int value = next();
        if (value != 0 && value != 1) {
            throw new AvroRuntimeException("a boolean is 0 or 1, not " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        int value = 0;
        for (int i = 0; i < LONGEST_INT; i++) {
            int b = next();
            value |= (b & 0x7f) << (7 * i);
            if ((b & 0x80) == 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new AvroRuntimeException("a number is too long");
    }

    @Override
    public long readLong() throws IOException {
        long value = 0;
        for (int i = 0; i < LONGEST_LONG; i++) {
            int b = next();
            value |= (long) (b & 0x7f) << (7 * i);
            if ((b & 0x80) == 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new AvroRuntimeException("a number is too long");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(littleEndian(Double.BYTES));
    }

    @Override
    public String readString() throws IOException {
        int length = readLength();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public void skipString() throws IOException {
        skipFixed(readLength());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] copy = new byte[readLength()];
        readFixed(copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws IOException {
        skipFixed(readLength());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        requireThere(length);
        System.arraycopy(bytes, position, into, start, length);
        position += length;
    }

    @Override
    public void skipFixed(int length) throws IOException {
        requireThere(length);
        position += length;
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readBlockStart();
    }

    @Override
    public long arrayNext() throws IOException {
        return readBlockStart();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return readBlockStart();
    }

    @Override
    public long mapNext() throws IOException {
        return readBlockStart();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    /** The number of items in the next block; a negative number is followed by the block's length in bytes. */
    private long readBlockStart() throws IOException {
        long items = readLong();
        if (items < 0) {
            items = -items;
            requireThere(readLong());
        }
        return counted(items);
    }

    /**
     * Skips blocks with a known length in bytes; returns the number of items in the first other block, or 0 at the end.
     */
    private long skipBlocks() throws IOException {
        long items = readLong();
        while (items < 0) {
            long length = readLong();
            requireThere(length);
            position += (int) length;
            items = readLong();
        }
        return counted(items);
    }

    /**
     * A valid item takes at least one byte, so all blocks together have at most as many items as the record has bytes.
     */
    private long counted(long items) {
        if (items < 0 || items > itemsLeft) {
            throw new AvroRuntimeException("a list claims more items than there are bytes");
        }
        itemsLeft -= items;
        return items;
    }

    private int readLength() throws IOException {
        long length = readLong();
        requireThere(length);
        return (int) length;
    }

    private void requireThere(long length) throws IOException {
        if (length < 0 || length > end - position) {
            throw new EOFException("a value claims " + length + " bytes where " + (end - position) + " are left");
        }
    }

    private long littleEndian(int size) throws IOException {
        requireThere(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[position++] & 0xffL) << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        if (position == end) {
            throw new EOFException("the bytes end in the middle of a field");
        }
        return bytes[position++] & 0xff;
    }
}
