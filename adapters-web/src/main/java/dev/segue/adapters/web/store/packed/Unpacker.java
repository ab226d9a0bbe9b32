package dev.segue.adapters.web.store.packed;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Packer} wrote, in the same order. */
public final class Unpacker {

    private final byte[] bytes;
    private int at;

    public Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    public boolean flag() {
        return number() != 0;
    }

    public int count() {
        return Math.toIntExact(number());
    }

    public long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    public String text() {
        int size = count();
        if (size < 0) {
            return null;
        }
        String value = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return value;
    }

    public <E extends Enum<E>> E word(E[] all) {
        int position = count();
        return position < 0 ? null : all[position];
    }
}
