package dev.segue.adapters.files.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Extracts rows, which are flat objects, from JSON, one at a time: from an array, in sequence, or wrapped in objects at
 * any key. It recovers after a broken row: the next row begins where an opening brace is followed by a quoted key and a
 * colon.
 */
public final class JsonObjects implements Closeable {

    /** The longest row that is read, in bytes. */
    public static final int LONGEST = Lines.LONGEST;

    /** The most bytes from an element's brace to the end of its first key. */
    private static final int LONGEST_START = 256;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The kinds of object. */
    private enum Kind {
        /** Has a key of a row. */
        ROW,
        /** Has no such key, but something inside it has. */
        WRAPPER,
        SOMETHING_ELSE
    }

    private final InputStream text;
    private final Set<String> rowKeys;
    private final Nesting nesting = new Nesting();
    private byte[] buffer = new byte[1 << 16];
    /** Where the current element begins, or where the search for the next one continues. */
    private int at;

    private int end;
    private int length;
    private long lineAtStart = 1;
    private long line = 1;
    private byte previous;
    private boolean whole;
    private int deepest;
    /** Whether a key comes right before the value; inside an object it must. */
    private boolean keySeen;

    /**
     * Starts reading.
     *
     * @param rowKeys every row has at least one of these keys, and nothing around the rows has any
     */
    public JsonObjects(InputStream text, Set<String> rowKeys) {
        this.text = text;
        this.rowKeys = Set.copyOf(rowKeys);
    }

    /** Moves to the next row, or to something broken in the place of a row; false at the end. */
    public boolean next() throws IOException {
        moveBy(length);
        length = 0;
        while (moveToValue()) {
            lineAtStart = line;
            whole = false;
            if (nesting.isInObject() && !keySeen) {
                // The supposed wrapper is a broken row.
                nesting.leave();
                if (nesting.isAmongRows()) {
                    return true;
                }
            } else if (buffer[at] == '{' ? cutObject() : cutAnythingElse()) {
                return true;
            }
            moveBy(length);
            length = 0;
        }
        return false;
    }

    /** The line the element begins on, counted from 1. */
    public long line() {
        return lineAtStart;
    }

    /** Whether the element is a complete object; if not, its bytes must not be used. */
    public boolean isWhole() {
        return whole;
    }

    /** Holds the element from {@link #from()} on, {@link #length()} bytes; valid until {@link #next()}. */
    public byte[] bytes() {
        return buffer;
    }

    public int from() {
        return at;
    }

    public int length() {
        return length;
    }

    /** Marks this element as invalid. If another element begins inside it, that one is next. */
    public void reject() throws IOException {
        if (deepest > Nesting.MOST_LEVELS) {
            return;
        }
        int other = nextStart(1, length);
        if (other > 0) {
            length = other;
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Skips to the beginning of the next value; false at the end. */
    private boolean moveToValue() throws IOException {
        keySeen = false;
        while (has(0)) {
            byte b = buffer[at];
            if (b == '[') {
                nesting.enter(b);
                keySeen = false;
            } else if ((b == ']' && !nesting.isInObject()) || (b == '}' && nesting.isInObject())) {
                nesting.leave();
            } else if (b == '"' && nesting.isInObject() && !keySeen) {
                int colon = colonBehindKey(0, LONGEST);
                if (colon < 0) {
                    return true;
                }
                moveBy(colon);
                keySeen = true;
            } else if (!isSpace(b) && b != ',') {
                if (!startsWith(BYTE_ORDER_MARK)) {
                    return true;
                }
                moveBy(BYTE_ORDER_MARK.length - 1);
            }
            moveBy(1);
        }
        return false;
    }

    /** Reads the object that begins here, or enters it if it is a wrapper; false when there is no row to return. */
    private boolean cutObject() throws IOException {
        int depth = 0;
        deepest = 0;
        boolean inText = false;
        boolean brokenOff = false;
        int n = 0;
        while (n < LONGEST && !brokenOff && !whole && has(n)) {
            byte b = buffer[at + n++];
            if (inText && b >= 0 && b < ' ') {
                brokenOff = true;
            } else if (inText && b == '\\') {
                n++;
            } else if (b == '"') {
                inText = !inText;
            } else if (!inText && b == '{') {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (!inText && b == '}') {
                depth--;
                whole = depth == 0;
            }
        }
        int seen = Math.min(n, end - at);
        if (!whole && deepest > Nesting.MOST_LEVELS) {
            throw Nesting.tooDeep();
        }
        Kind kind = brokenOff ? Kind.ROW : kind(seen);
        if (kind == Kind.WRAPPER) {
            whole = false;
            nesting.enter(buffer[at]);
            length = 1;
            return false;
        }
        if (whole) {
            length = seen;
        }
        if (kind == Kind.SOMETHING_ELSE && !nesting.isAmongRows()) {
            length = seen;
            return false;
        }
        nesting.rowSeen();
        if (!whole) {
            cutBroken(seen);
        }
        return true;
    }

    /** The kind of the object that begins here, by the keys in its first {@code seen} bytes. */
    private Kind kind(int seen) throws IOException {
        Kind kind = Kind.SOMETHING_ELSE;
        int depth = 0;
        int n = 0;
        while (n < seen) {
            byte b = buffer[at + n];
            if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            } else if (b == '"') {
                int textEnd = endOfText(n, seen);
                if (isRowKey(n + 1, textEnd) && colonBehindKey(n, seen) >= 0) {
                    if (depth == 1) {
                        return Kind.ROW;
                    }
                    kind = Kind.WRAPPER;
                }
                n = textEnd;
            }
            n++;
        }
        return kind;
    }

    private boolean isRowKey(int from, int to) {
        for (String key : rowKeys) {
            if (key.length() == to - from && key.equals(new String(buffer, at + from, to - from, UTF_8))) {
                return true;
            }
        }
        return false;
    }

    /** The end of the text that begins with the quotation mark at {@code from}, at most {@code limit}. */
    private int endOfText(int from, int limit) throws IOException {
        int n = from + 1;
        while (n < limit && has(n) && buffer[at + n] != '"') {
            n += buffer[at + n] == '\\' ? 2 : 1;
        }
        return Math.min(n, limit);
    }

    /** The colon after the key at {@code from}; -1 when there is none before {@code limit}, so that it is not a key. */
    private int colonBehindKey(int from, int limit) throws IOException {
        int colon = skipSpace(endOfText(from, limit) + 1, limit);
        return colon < limit && isAt(colon, ':') ? colon : -1;
    }

    private boolean startsWith(byte[] expected) throws IOException {
        for (int n = 0; n < expected.length; n++) {
            if (!has(n) || buffer[at + n] != expected[n]) {
                return false;
            }
        }
        return true;
    }

    /** Skips the element, of which {@code seen} bytes were read, and everything up to the next one. */
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

    /** Reads something that is not an object; false when it is not in the place of a row. */
    private boolean cutAnythingElse() throws IOException {
        boolean inText = false;
        int n = 0;
        while (n < LONGEST && has(n)) {
            byte b = buffer[at + n];
            if (b == '\n' || (!inText && (b == ',' || b == ']' || b == '{' || (b == '}' && nesting.isInObject())))) {
                break;
            }
            if (b == '"') {
                inText = !inText;
            }
            n += inText && b == '\\' ? 2 : 1;
        }
        length = Math.max(1, Math.min(n, end - at));
        return nesting.isAmongRows();
    }

    /** Where the first element between {@code from} and {@code to} (exclusive) begins; -1 when there is none. */
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
        int quote = skipSpace(n + 1, limit);
        if (!isAt(quote, '"')) {
            return false;
        }
        int key = quote + 1;
        while (key < limit && has(key) && buffer[at + key] != '"') {
            key++;
        }
        return isAt(key, '"') && isAt(skipSpace(key + 1, limit), ':');
    }

    private int skipSpace(int from, int limit) throws IOException {
        int n = from;
        while (n < limit && has(n) && isSpace(buffer[at + n])) {
            n++;
        }
        return n;
    }

    private boolean isAt(int n, char expected) throws IOException {
        return has(n) && buffer[at + n] == expected;
    }

    /** Whether there is a byte {@code n} bytes after the start of the element; reads more input if necessary. */
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
            byte b = buffer[at++];
            if (b == '\r' || (b == '\n' && previous != '\r')) {
                line++;
            }
            previous = b;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
