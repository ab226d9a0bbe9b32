package dev.segue.app.config;

/**
 * One key and its value in a file.
 *
 * @param text the value as written in the file
 * @param value the same with its references resolved; null when one of them cannot be
 * @param line from 1; 0 when it did not come from a file
 */
record Written(String key, String text, String value, int line) {

    /** Whether there is a value to validate. */
    boolean isKnown() {
        return value != null;
    }

    /** Whether any of the value came from an environment variable or a file. */
    boolean isFromElsewhere() {
        return !text.equals(value);
    }
}
