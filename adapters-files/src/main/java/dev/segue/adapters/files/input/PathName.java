package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Formats a file name for display, even when the locale or the name itself is not UTF-8. */
final class PathName {

    private PathName() {}

    /** The path as given; bytes that are not text appear as {@code \xFF}. */
    static String of(Path path) {
        String text = path.toString();
        return isFaithful(text, path) ? text : escaped(bytesOf(path));
    }

    private static boolean isFaithful(String text, Path path) {
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A path's URI preserves its bytes, writing each one that is not ASCII as {@code %FF}. */
    private static byte[] bytesOf(Path path) {
        String uri = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) == '%') {
                bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(uri.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        CharsetDecoder utf8 = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.flip();
                text.append(out).append(String.format("\\x%02X", in.get()));
                out.clear();
            }
            result = utf8.decode(in, out, true);
        }
        return text.append(out.flip()).toString();
    }
}
