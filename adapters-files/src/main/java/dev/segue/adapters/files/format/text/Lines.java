package dev.segue.adapters.files.format.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Splits text into lines, storing one at a time and only up to a maximum length. Lines end with LF or CR LF; if the
 * first one ends with a CR alone, lines end with CR, LF or both.
 */
public final class Lines implements Closeable {

    /** The longest line that is stored, in bytes. */
    public static final int LONGEST = 1 << 20;

    /** The message for a longer line. */
    public static final String COMPLAINT_TOO_LONG = "The line is longer than " + LONGEST + " bytes.";

    private static final int CHUNK = 1 << 16;

    private final InputStream text;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long number;
    private boolean tooLong;
    private boolean knowsEnds;
    private boolean endsWithCr;

    public Lines(InputStream text) {
        this.text = text;
    }

    /** Moves to the next line; false at the end. */
    public boolean next() throws IOException {
        if (at == end && !fill()) {
            return false;
        }
        number++;
        length = 0;
        tooLong = false;
        do {
            int stop = at;
            while (stop < end && !isEnd(chunk[stop])) {
                stop++;
            }
            keep(at, stop);
            at = stop;
        } while (at == end && fill());
        if (at < end) {
            stepOverEnd();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** The number of the line, counted from 1. */
    public long number() {
        return number;
    }

    /** The line's bytes, from 0 to {@link #length()}, without its line ending; valid until the next {@link #next()}. */
    public byte[] bytes() {
        return line;
    }

    public int length() {
        return length;
    }

    /** Whether it is longer than {@link #LONGEST}, and so not stored in full. */
    public boolean isTooLong() {
        return tooLong;
    }

    public boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #asText()} returns the line without loss. */
    boolean isUtf8() {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                return Utf8.isValid(line, 0, length);
            }
        }
        return true;
    }

    /** The line as text; invalid UTF-8 becomes replacement characters. */
    String asText() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean isEnd(byte b) {
        return b == '\n' || (b == '\r' && (endsWithCr || !knowsEnds));
    }

    /** Steps over a line ending; the first one determines the kind. */
    private void stepOverEnd() throws IOException {
        boolean cr = chunk[at++] == '\r';
        boolean lfFollows = cr && (at < end || fill()) && chunk[at] == '\n';
        if (!knowsEnds) {
            knowsEnds = true;
            endsWithCr = cr && !lfFollows;
        }
        if (lfFollows) {
            at++;
        }
    }

    private void keep(int from, int to) {
        int added = to - from;
        if (length + added > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + added > line.length) {
            byte[] larger = new byte[Math.max(2 * line.length, length + added)];
            System.arraycopy(line, 0, larger, 0, length);
            line = larger;
        }
        System.arraycopy(chunk, from, line, length, added);
        length += added;
    }

    private boolean fill() throws IOException {
        int read = text.read(chunk, 0, CHUNK);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
