package dev.segue.app.config;

/**
 * What a file says for one key.
 *
 * @param text as it stands in the file
 * @param value the same, with environment variables put in; null when one of them is not set
 * @param line from 1; 0 when it came from no file
 */
record Written(String key, String text, String value, int line) {

    /** Whether there is a value to judge. */
    boolean isKnown() {
        return value != null;
    }

    /** Whether any of the value came from an environment variable. */
    boolean isFromEnvironment() {
        return !text.equals(value);
    }
}
