package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.Function;

/** Chooses how to read a format that comes as JSON and as CSV. */
final class LayoutRows {

    private static final int BEGINNING = 64;

    private LayoutRows() {}

    /**
     * The rows of {@code text}: JSON if its first character says so, otherwise CSV.
     *
     * @throws IOException when it cannot be read
     */
    static Rows of(InputStream text, Function<InputStream, Rows> json, Function<InputStream, Rows> csv)
            throws IOException {
        PushbackInputStream whole = new PushbackInputStream(text, BEGINNING);
        byte[] beginning = whole.readNBytes(BEGINNING);
        whole.unread(beginning);
        String content = new String(beginning, UTF_8).stripLeading();
        return (content.startsWith("{") || content.startsWith("[") ? json : csv).apply(whole);
    }
}
