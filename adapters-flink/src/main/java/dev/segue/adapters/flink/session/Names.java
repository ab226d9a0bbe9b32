package dev.segue.adapters.flink.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The names that recur in the events of a leaf (listener, devices, playlists), each stored once, under a number. Names
 * are added, but never removed.
 */
final class Names {

    /** Size of an empty list of names, in bytes. */
    static final int NONE_LENGTH = 1;

    /** So that a number fits in one byte. */
    private static final int MOST = 250;

    /** Longer strings do not count as names, so that a length fits in one byte. */
    private static final int LONGEST = 127;

    private static final int USUAL_BYTES = 96;

    /**
     * From {@link #begin} on: the number of names, in one byte; then each name's length, in one byte, and its UTF-8
     * bytes.
     */
    private byte[] bytes;

    private int begin;
    private int length;
    private boolean isOwnArray;

    /** Names decoded so far, by number. */
    private String[] read = {};

    /**
     * The names in an array, which is not modified.
     *
     * @param bytes the array
     * @param begin where {@link #copyTo} wrote the names; holds a zero if there are none
     */
    Names(byte[] bytes, int begin) {
        this.bytes = bytes;
        this.begin = begin;
        this.length = at(count()) - begin;
    }

    /** Number of names. */
    int count() {
        return bytes[begin] & 0xFF;
    }

    /** Size in bytes. */
    int length() {
        return length;
    }

    /** Copies the names to an array, from {@code at} on. */
    void copyTo(byte[] others, int at) {
        System.arraycopy(bytes, begin, others, at, length);
    }

    /** The name with that number. */
    String get(int number) {
        if (number >= read.length) {
            read = Arrays.copyOf(read, count());
        }
        if (read[number] == null) {
            int at = at(number);
            read[number] = new String(bytes, at + 1, bytes[at], UTF_8);
        }
        return read[number];
    }

    /** The number of a name, which is added if it is new; -1 if it does not fit. */
    int numberOf(String name) {
        byte[] wanted = name.getBytes(UTF_8);
        int count = count();
        int at = begin + 1;
        for (int number = 0; number < count; number++) {
            int next = at + 1 + bytes[at];
            if (bytes[at] == wanted.length && Arrays.equals(bytes, at + 1, next, wanted, 0, wanted.length)) {
                return number;
            }
            at = next;
        }
        if (count == MOST || wanted.length > LONGEST) {
            return -1;
        }
        add(wanted);
        return count;
    }

    private void add(byte[] name) {
        int needed = length + 1 + name.length;
        if (!isOwnArray || needed > bytes.length) {
            byte[] made = new byte[needed + USUAL_BYTES];
            copyTo(made, 0);
            bytes = made;
            begin = 0;
            isOwnArray = true;
        }
        bytes[length] = (byte) name.length;
        System.arraycopy(name, 0, bytes, length + 1, name.length);
        bytes[0]++;
        length = needed;
    }

    /** Position of the name with that number. */
    private int at(int number) {
        int at = begin + 1;
        for (int i = 0; i < number; i++) {
            at += 1 + bytes[at];
        }
        return at;
    }
}
