package dev.segue.app.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Makes of the bytes of a file the text that it holds: gunzipped, and without a byte order mark. */
final class Text {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int BUFFER = 1 << 16;

    private Text() {}

    /**
     * The text in {@code bytes}; closing it closes them.
     *
     * @param size how many bytes there are
     */
    static InputStream of(InputStream bytes, boolean gzip, long size) throws IOException {
        try {
            InputStream inflated = gzip ? new BoundedInflation(new GZIPInputStream(bytes, BUFFER), size) : bytes;
            PushbackInputStream text = new PushbackInputStream(inflated, BYTE_ORDER_MARK.length);
            byte[] start = text.readNBytes(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
                text.unread(start);
            }
            return text;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
