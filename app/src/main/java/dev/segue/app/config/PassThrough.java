package dev.segue.app.config;

import java.util.Map;

/**
 * Keys that Segue hands on as they are, to a library that knows them.
 *
 * @param prefix what they begin with here, such as {@code kafka.properties.}; what follows is the library's own key
 * @param description to whom they go, and for what
 * @param taken the library's keys that Segue decides on, each with the reason or the key to use instead
 */
public record PassThrough(String prefix, String description, Map<String, String> taken) {

    public PassThrough {
        if (!prefix.endsWith(".")) {
            throw new IllegalArgumentException("a prefix must end with '.', but it is " + prefix);
        }
        taken = Map.copyOf(taken);
    }

    boolean covers(String key) {
        return key.length() > prefix.length() && key.startsWith(prefix);
    }
}
