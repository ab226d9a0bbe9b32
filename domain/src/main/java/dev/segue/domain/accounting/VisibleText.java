package dev.segue.domain.accounting;

import java.util.Locale;

/**
 * Makes text from outside safe to show. Whatever would move the cursor, change colours, ring the bell, change the
 * writing direction or be invisible is escaped, such as {@code \u001b}. Everything else stays as it is, so that names
 * in any script remain readable; so do the invisible joiners, which Persian, Hindi and emoji need.
 *
 * <p>For terminals and logs. JSON and Avro carry the original text.
 */
public final class VisibleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() {}

    /** The text as one line: line breaks and tabs are escaped as well. Null becomes {@code null}. */
    public static String of(Object text) {
        return shown(String.valueOf(text), false);
    }

    /** The text with its line breaks ({@code \n} or {@code \r\n}) and tabs. */
    public static String inLines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean inLines) {
        int first = firstUnseen(text, inLines);
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first, length; at < text.length(); at += length) {
            int point = text.codePointAt(at);
            length = Character.charCount(point);
            if (isSeen(point) || (inLines && isOfLines(text, at))) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, length == 1 ? "\\u%04x" : "\\u{%x}", point));
            }
        }
        return shown.toString();
    }

    private static int firstUnseen(String text, boolean inLines) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!isSeen(point) && !(inLines && isOfLines(text, at))) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static boolean isOfLines(String text, int at) {
        char found = text.charAt(at);
        return found == '\n' || found == '\t' || (found == '\r' && text.startsWith("\n", at + 1));
    }
}
