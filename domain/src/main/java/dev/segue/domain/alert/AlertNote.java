package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

/**
 * What people say about an incident: whether somebody looks after it, and what they found. The latest replaces those before.
 *
 * @param incident its id, at most {@link #LONGEST_ID} characters
 * @param acknowledged whether somebody looks after it
 * @param text what they found; empty if nothing, at most {@link #LONGEST_TEXT} characters
 * @param by who says so; empty if they do not say, at most {@link #LONGEST_NAME} characters
 * @param at when it was said, in epoch milliseconds
 */
public record AlertNote(String incident, boolean acknowledged, String text, String by, long at) {

    public static final int LONGEST_ID = 2_000;
    public static final int LONGEST_TEXT = 1_000;
    public static final int LONGEST_NAME = 80;

    public AlertNote {
        requireAtMost(LONGEST_ID, "incident", requireNonNull(incident, "incident"));
        requireAtMost(LONGEST_TEXT, "text", text);
        requireAtMost(LONGEST_NAME, "by", by);
    }

    private static void requireAtMost(int most, String what, String text) {
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    what + " must have at most " + most + " characters, but has " + text.length());
        }
    }
}
