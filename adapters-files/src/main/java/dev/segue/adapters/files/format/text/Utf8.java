package dev.segue.adapters.files.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Distinguishes UTF-8 from unknown encodings. */
public final class Utf8 {

    /** The message for bytes that are not UTF-8. */
    public static final String COMPLAINT =
            "It is not UTF-8; convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8.";

    private Utf8() {}

    public static boolean isValid(byte[] bytes, int from, int length) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
