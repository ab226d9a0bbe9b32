package dev.segue.adapters.kafka.secret;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the references in a text: <code>${ENV:NAME}</code> by an environment variable, <code>${FILE:/path}</code> by
 * the content of a file, without the line break at its end.
 */
public final class References {

    static final String VARIABLE = "ENV";
    static final String FILE = "FILE";

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:" + VARIABLE + ":([A-Za-z_][A-Za-z0-9_]*)|" + FILE + ":([^}]+))}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\R\\z");

    private final Map<String, String> variables;

    /** References to these variables, and to the files of this machine. */
    public References(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** References to what this process has: its variables and files. */
    public static References ofThisProcess() {
        return new References(System.getenv());
    }

    /** Whether a text refers to anything. */
    public static boolean in(String text) {
        return REFERENCE.matcher(text).find();
    }

    /**
     * The text with every reference replaced.
     *
     * @throws Unresolved when something that it refers to is not there
     */
    public String resolved(String text) {
        List<String> lacking = lackingFor(text);
        if (!lacking.isEmpty()) {
            throw new Unresolved(lacking.get(0));
        }
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(valueOf(found)));
    }

    /** Everything a text refers to that is not there, each once, such as "the file /a, which does not exist". */
    public List<String> lackingFor(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .flatMap(found -> {
                    try {
                        valueOf(found);
                        return Stream.<String>empty();
                    } catch (Unresolved e) {
                        return Stream.of(e.lacking());
                    }
                })
                .distinct()
                .toList();
    }

    private String valueOf(MatchResult found) {
        String variable = found.group(1);
        if (variable == null) {
            return contentOf(found.group(2));
        }
        String value = variables.get(variable);
        if (value == null) {
            throw new Unresolved("the environment variable " + variable + ", which is not set");
        }
        return value;
    }

    private static String contentOf(String file) {
        try {
            String content = Files.readString(Path.of(file), StandardCharsets.UTF_8);
            return LAST_LINE_BREAK.matcher(content).replaceFirst("");
        } catch (NoSuchFileException e) {
            throw new Unresolved("the file " + file + ", which does not exist");
        } catch (CharacterCodingException e) {
            throw new Unresolved("the file " + file + ", which is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            throw new Unresolved("the file " + file + ", which cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
