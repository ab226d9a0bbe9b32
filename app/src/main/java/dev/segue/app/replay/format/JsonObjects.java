package dev.segue.app.replay.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts the elements out of a JSON array of flat objects, one at a time, and finds its way after a broken one: the next
 * element begins where an opening brace is followed by a quoted key and a colon.
 */
final class JsonObjects implements Closeable {

    /** Longest element that is kept, in bytes. */
    static final int LONGEST = 1 << 18;

    /** How far behind its brace the first key of an element may end. */
    private static final int LONGEST_START = 256;

    private final InputStream text;
    private byte[] buffer = new byte[1 << 16];
    /** Where the element begins, or the search for the next one. */
    private int at;

    private int end;
    private int length;
    private long lineAtStart = 1;
    private long line = 1;
    private boolean whole;

    JsonObjects(InputStream text) {
        this.text = text;
    }

    /** Moves to the next element; false when there is none. */
    boolean next() throws IOException {
        moveBy(length);
        length = 0;
        while (has(0) && isBetweenElements(buffer[at])) {
            moveBy(1);
        }
        if (!has(0)) {
            return false;
        }
        lineAtStart = line;
        whole = false;
        if (buffer[at] == '{') {
            cutObject();
        } else {
            cutAnythingElse();
        }
        return true;
    }

    /** The line on which the element begins, counted from 1. */
    long line() {
        return lineAtStart;
    }

    /** Whether the element is an object with a beginning and an end; if not, its bytes are of no use. */
    boolean isWhole() {
        return whole;
    }

    /** Holds the element from {@link #from()} on, {@link #length()} bytes; valid until {@link #next()}. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return at;
    }

    int length() {
        return length;
    }

    /** Tells that this element turned out to be no good: if another begins inside it, that one is next. */
    void isNoGood() throws IOException {
        int other = nextStart(1, length);
        if (other > 0) {
            length = other;
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void cutObject() throws IOException {
        int depth = 0;
        boolean inText = false;
        int n = 0;
        while (n < LONGEST && has(n)) {
            byte b = buffer[at + n++];
            if (inText && b >= 0 && b < ' ') {
                break;
            }
            if (inText && b == '\\') {
                n++;
            } else if (b == '"') {
                inText = !inText;
            } else if (!inText && b == '{') {
                depth++;
            } else if (!inText && b == '}' && --depth == 0) {
                length = n;
                whole = true;
                return;
            }
        }
        cutBroken(Math.min(n, end - at));
    }

    /** Gives up the element of which {@code seen} bytes are known, and everything up to where another begins. */
    private void cutBroken(int seen) throws IOException {
        int other = nextStart(1, seen);
        if (other > 0) {
            length = other;
            return;
        }
        moveBy(seen);
        while (has(0) && !startsAt(0)) {
            moveBy(1);
        }
    }

    private void cutAnythingElse() throws IOException {
        boolean inText = false;
        int n = 0;
        while (n < LONGEST && has(n)) {
            byte b = buffer[at + n];
            if (b == '\n' || (!inText && (b == ',' || b == ']' || b == '{'))) {
                break;
            }
            if (b == '"') {
                inText = !inText;
            }
            n++;
        }
        length = Math.max(1, n);
    }

    /** Where, at {@code from} or later but before {@code to}, an element begins; -1 when none does. */
    private int nextStart(int from, int to) throws IOException {
        for (int n = from; n < to; n++) {
            if (startsAt(n)) {
                return n;
            }
        }
        return -1;
    }

    private boolean startsAt(int n) throws IOException {
        if (buffer[at + n] != '{') {
            return false;
        }
        int limit = n + LONGEST_START;
        int quote = behindSpace(n + 1, limit);
        if (!isAt(quote, '"')) {
            return false;
        }
        int key = quote + 1;
        while (key < limit && has(key) && buffer[at + key] != '"') {
            key++;
        }
        return isAt(key, '"') && isAt(behindSpace(key + 1, limit), ':');
    }

    private int behindSpace(int from, int limit) throws IOException {
        int n = from;
        while (n < limit && has(n) && isSpace(buffer[at + n])) {
            n++;
        }
        return n;
    }

    private boolean isAt(int n, char expected) throws IOException {
        return has(n) && buffer[at + n] == expected;
    }

    /** Whether there is a byte {@code n} bytes behind the start of the element; reads on when it has to. */
    private boolean has(int n) throws IOException {
        while (at + n >= end) {
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
            }
            if (end == buffer.length) {
                byte[] larger = new byte[2 * buffer.length];
                System.arraycopy(buffer, 0, larger, 0, end);
                buffer = larger;
            }
            int read = text.read(buffer, end, buffer.length - end);
            if (read <= 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private void moveBy(int bytes) {
        for (int i = 0; i < bytes; i++) {
            if (buffer[at++] == '\n') {
                line++;
            }
        }
    }

    private static boolean isBetweenElements(byte b) {
        return isSpace(b) || b == ',' || b == '[' || b == ']';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
