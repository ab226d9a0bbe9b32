package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.HexFormat;

/**
 * The encoding of a text, detected from its first bytes: by a byte order mark, or by the zero bytes that UTF-16 adds to
 * ASCII, with which every supported format begins. Otherwise UTF-8.
 *
 * @param markLength the number of bytes in the byte order mark
 */
record Encoding(Charset charset, int markLength) {

    /** The number of bytes needed. */
    static final int ENOUGH = 4;

    /** A tab, a line ending, or a visible character. */
    private static final String ASCII = "(?:09|0a|0d|[2-7][0-9a-f])";

    static Encoding of(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        if (hex.startsWith("efbbbf")) {
            return new Encoding(UTF_8, 3);
        } else if (hex.startsWith("fffe0000")) {
            return new Encoding(Charset.forName("UTF-32LE"), 4);
        } else if (hex.startsWith("0000feff")) {
            return new Encoding(Charset.forName("UTF-32BE"), 4);
        } else if (hex.startsWith("fffe")) {
            return new Encoding(UTF_16LE, 2);
        } else if (hex.startsWith("feff")) {
            return new Encoding(UTF_16BE, 2);
        } else if (hex.matches(ASCII + "00" + ASCII + "00")) {
            return new Encoding(UTF_16LE, 0);
        } else if (hex.matches("00" + ASCII + "00" + ASCII)) {
            return new Encoding(UTF_16BE, 0);
        }
        return new Encoding(UTF_8, 0);
    }
}
