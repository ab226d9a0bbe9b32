package dev.segue.app.config;

import java.util.Map;

/**
 * Keys that Segue passes unchanged to a library that knows them.
 *
 * @param prefix their prefix here, such as {@code kafka.properties.}; the rest is the library's own key
 * @param description where they go, and what they are for
 * @param taken the library's keys that Segue sets itself, each with the reason or the key to use instead
 * @param vocabulary what is known about the library's keys
 */
public record PassThrough(String prefix, String description, Map<String, String> taken, Vocabulary vocabulary) {

    public PassThrough {
        if (!prefix.endsWith(".")) {
            throw new IllegalArgumentException("a prefix must end with '.', but it is " + prefix);
        }
        taken = Map.copyOf(taken);
    }

    /** Keys about which nothing is known. */
    public PassThrough(String prefix, String description, Map<String, String> taken) {
        this(prefix, description, taken, Vocabulary.OPEN);
    }

    /** The same keys, described by this vocabulary. */
    public PassThrough knownBy(Vocabulary library) {
        return new PassThrough(prefix, description, taken, library);
    }

    /** The library's own key. */
    String inner(String key) {
        return key.substring(prefix.length());
    }

    boolean covers(String key) {
        return key.length() > prefix.length() && key.startsWith(prefix);
    }
}
