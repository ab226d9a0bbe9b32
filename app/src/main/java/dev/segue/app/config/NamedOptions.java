package dev.segue.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options that a configuration can contain many times, each time under a name that its author chooses:
 * {@code PREFIX.NAME.KEY}. The keys are declared without prefix and name.
 *
 * @param prefix such as {@code alerts.policies.}
 * @param description what has these options, as Markdown
 * @param options the options of a name; the keys are the same for every name
 */
public record NamedOptions(String prefix, String description, Function<String, OptionSet> options) {

    private static final String NAME_AND_KEY = "([a-zA-Z0-9_-]{1,100})[.]([^.]+)";

    /** What such a key looks like, in words. */
    String form() {
        return prefix + "NAME.KEY, with a name of letters, digits, '_' and '-'";
    }

    boolean covers(String key) {
        return matcher(key).matches();
    }

    /** The entries of every name, by name and by key as declared; names in alphabetical order. */
    Map<String, Map<String, Written>> byName(Map<String, Written> entries) {
        Map<String, Map<String, Written>> named = new TreeMap<>();
        entries.forEach((key, written) -> {
            Matcher found = matcher(key);
            if (found.matches()) {
                named.computeIfAbsent(found.group(1), name -> new LinkedHashMap<>())
                        .put(
                                found.group(2),
                                new Written(found.group(2), written.text(), written.value(), written.line()));
            }
        });
        return named;
    }

    private Matcher matcher(String key) {
        return Pattern.compile(Pattern.quote(prefix) + NAME_AND_KEY).matcher(key);
    }
}
