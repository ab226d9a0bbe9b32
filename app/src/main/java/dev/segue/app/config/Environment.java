package dev.segue.app.config;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Substitutes environment variables in values: <code>${ENV:NAME}</code> is the variable {@code NAME}. */
record Environment(Map<String, String> variables) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{ENV:([A-Za-z_][A-Za-z0-9_]*)}");

    Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * The text with every reference replaced; null when a variable is not set. Passes the name of each unset variable
     * to {@code missing} once.
     */
    String putInto(String text, Consumer<String> missing) {
        List<String> unset = REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !variables.containsKey(name))
                .distinct()
                .toList();
        unset.forEach(missing);
        return unset.isEmpty()
                ? REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(variables.get(found.group(1))))
                : null;
    }
}
