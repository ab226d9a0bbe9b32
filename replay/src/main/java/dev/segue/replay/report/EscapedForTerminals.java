package dev.segue.replay.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.segue.domain.accounting.VisibleText;

/** Makes JSON escape, in addition to its own rules, what {@link VisibleText} escapes; the meaning stays the same. */
final class EscapedForTerminals extends CharacterEscapes {

    private static final long serialVersionUID = 1;
    private static final char DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[DELETE] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        if (Character.isSurrogate((char) character)) {
            return null;
        }
        String shown = VisibleText.of(String.valueOf((char) character));
        return shown.length() == 1 ? null : new SerializedString(shown);
    }
}
