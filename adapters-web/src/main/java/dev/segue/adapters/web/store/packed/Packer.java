package dev.segue.adapters.web.store.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values compactly into bytes; {@link Unpacker} reads them in the same order. */
public final class Packer {

    private byte[] bytes = new byte[256];
    private int length;

    public Packer flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Small numbers take one byte, positive or negative. */
    public Packer number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
        return this;
    }

    /** Null stays null. */
    public Packer text(String value) {
        if (value == null) {
            return number(-1);
        }
        byte[] written = value.getBytes(StandardCharsets.UTF_8);
        number(written.length);
        reserve(written.length);
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
        return this;
    }

    /** Null stays null. Packed data never leaves the process, so the ordinal is safe. */
    @SuppressWarnings("EnumOrdinal")
    public Packer word(Enum<?> value) {
        return number(value == null ? -1 : value.ordinal());
    }

    public byte[] packed() {
        return Arrays.copyOf(bytes, length);
    }

    private void put(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
