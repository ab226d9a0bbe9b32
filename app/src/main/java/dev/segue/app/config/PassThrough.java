package dev.segue.app.config;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keys that Segue passes unchanged to a library that knows them, or that a job reads itself.
 *
 * @param prefix their prefix here, such as {@code kafka.properties.}; the rest is the library's own key
 * @param description where they go, and what they are for
 * @param taken the library's keys that Segue sets itself, each with the reason or the key to use instead
 * @param objections finds what is wrong with the entries, by key without prefix, as sentences that follow the key
 * @param vocabulary what is known about the library's keys
 */
public record PassThrough(
        String prefix,
        String description,
        Map<String, String> taken,
        UnaryOperator<Map<String, String>> objections,
        Vocabulary vocabulary) {

    public PassThrough {
        if (!prefix.endsWith(".")) {
            throw new IllegalArgumentException("a prefix must end with '.', but it is " + prefix);
        }
        taken = Map.copyOf(taken);
    }

    /** Keys about which nothing is known. */
    public PassThrough(String prefix, String description, Map<String, String> taken) {
        this(prefix, description, taken, passedThrough -> Map.of());
    }

    /** Keys that a job reads itself. */
    public PassThrough(
            String prefix,
            String description,
            Map<String, String> taken,
            UnaryOperator<Map<String, String>> objections) {
        this(prefix, description, taken, objections, Vocabulary.OPEN);
    }

    /** The same keys, described by this vocabulary. */
    public PassThrough knownBy(Vocabulary library) {
        return new PassThrough(prefix, description, taken, objections, library);
    }

    /** The library's own key. */
    String inner(String key) {
        return key.substring(prefix.length());
    }

    boolean covers(String key) {
        return key.length() > prefix.length() && key.startsWith(prefix);
    }
}
