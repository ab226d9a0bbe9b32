package dev.segue.domain.accounting;

/** Ends sentences that end with words from elsewhere, which may bring a full stop of their own. */
public final class Sentence {

    private Sentence() {}

    /** The text with one full stop, unless it ends with a mark of its own. */
    public static String ended(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith(".") || stripped.endsWith("?") || stripped.endsWith("!") ? stripped : stripped + ".";
    }
}
