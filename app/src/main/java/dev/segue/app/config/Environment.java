package dev.segue.app.config;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into values: <code>${ENV:NAME}</code> stands for the variable {@code NAME}. */
record Environment(Map<String, String> variables) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{ENV:([A-Za-z_][A-Za-z0-9_]*)}");

    Environment {
        variables = Map.copyOf(variables);
    }

    /** The text with every reference replaced; the name of each variable that is not set goes to {@code missing}. */
    String putInto(String text, Consumer<String> missing) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                missing.accept(found.group(1));
            }
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }
}
