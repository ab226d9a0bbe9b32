package dev.segue.adapters.flink.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The names that come again and again in the events of a leaf (of its listener, devices, playlists), each written once,
 * under a number. Names are added, and never go.
 */
final class Names {

    /** How many bytes none take. */
    static final int NONE_LENGTH = 1;

    /** So that a number takes one byte. */
    private static final int MOST = 250;

    /** Longer ones are no names; so that a length takes one byte. */
    private static final int LONGEST = 127;

    private static final int USUAL_BYTES = 96;

    /** From {@link #begin} on how many there are, in one byte; then of each its length, in one byte, and its UTF-8. */
    private byte[] bytes;

    private int begin;
    private int length;
    private boolean isOwnArray;

    /** Those that were read since this was made. */
    private String[] read = {};

    /**
     * Those that an array has, which is not written to.
     *
     * @param begin where {@link #copyTo} wrote them; zero is there if there are none
     */
    Names(byte[] bytes, int begin) {
        this.bytes = bytes;
        this.begin = begin;
        this.length = at(count()) - begin;
    }

    /** How many there are. */
    int count() {
        return bytes[begin] & 0xFF;
    }

    /** How many bytes they take. */
    int length() {
        return length;
    }

    /** Writes them to an array, from there on. */
    void copyTo(byte[] others, int at) {
        System.arraycopy(bytes, begin, others, at, length);
    }

    /** The name of a number. */
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

    /** The number of a name, which is added if it is new; -1 when there is no place for it. */
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

    /** Where the name of that number is. */
    private int at(int number) {
        int at = begin + 1;
        for (int i = 0; i < number; i++) {
            at += 1 + bytes[at];
        }
        return at;
    }
}
