package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.ReaderInputStream;

/** Decodes the bytes of a file: gunzipped, in UTF-8, and without a byte order mark. */
final class Text {

    private static final int BUFFER = 1 << 16;

    private Text() {}

    /**
     * The text in {@code bytes}; closing it closes them.
     *
     * @param size the number of bytes
     */
    static InputStream of(InputStream bytes, boolean gzip, long size) throws IOException {
        try {
            InputStream inflated = gzip ? new BoundedInflation(new GZIPInputStream(bytes, BUFFER), size) : bytes;
            PushbackInputStream text = new PushbackInputStream(inflated, Encoding.ENOUGH);
            byte[] start = text.readNBytes(Encoding.ENOUGH);
            Encoding encoding = Encoding.of(start);
            text.unread(start, encoding.markLength(), start.length - encoding.markLength());
            return encoding.charset().equals(UTF_8)
                    ? text
                    : ReaderInputStream.builder()
                            .setReader(new InputStreamReader(text, encoding.charset()))
                            .setCharset(UTF_8)
                            .setBufferSize(BUFFER)
                            .get();
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
