package dev.segue.adapters.web.store;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Packer} wrote, in the same order. */
final class Unpacker {

    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    boolean flag() {
        return number() != 0;
    }

    int count() {
        return Math.toIntExact(number());
    }

    long number() {
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

    String text() {
        int size = count();
        if (size < 0) {
            return null;
        }
        String value = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return value;
    }

    <E extends Enum<E>> E word(E[] all) {
        int position = count();
        return position < 0 ? null : all[position];
    }
}
