package dev.segue.domain.accounting;

/** Ends sentences with one full stop, when their last words come from elsewhere and may already have one. */
public final class Sentence {

    private Sentence() {}

    /** The text with one full stop, unless it already ends with a full stop, question mark or exclamation mark. */
    public static String ended(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith(".") || stripped.endsWith("?") || stripped.endsWith("!") ? stripped : stripped + ".";
    }
}
