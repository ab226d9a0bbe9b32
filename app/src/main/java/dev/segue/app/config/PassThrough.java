package dev.segue.app.config;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keys that Segue hands on as they are, to a library that knows them, or that a job reads itself.
 *
 * @param prefix what they begin with here, such as {@code kafka.properties.}; what follows is the library's own key
 * @param description to whom they go, and for what
 * @param taken the library's keys that Segue decides on, each with the reason or the key to use instead
 * @param objections what is wrong with all that is handed on, by key without prefix, as sentences that follow the key
 * @param vocabulary what the library knows of its keys
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

    /** Keys of which nothing is known. */
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

    /** The same keys, of which a library knows this. */
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
