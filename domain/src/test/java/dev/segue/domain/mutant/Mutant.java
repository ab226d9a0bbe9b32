package dev.segue.domain.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A change to the source of the module under test that breaks a rule.
 *
 * @param name what it breaks, in words
 * @param file the source file, without {@code dev/segue/} and {@code .java}
 * @param original the text to replace, which must occur exactly once, with any line breaks
 * @param replacement the text to replace it with
 */
public record Mutant(String name, String file, String original, String replacement) {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "segue");
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\w+|[^\\s\\w\"]");

    /** The changed source of the class. */
    String source() throws IOException {
        return in(Files.readString(SOURCES.resolve(file + ".java")));
    }

    /** Ignores differences in line breaks and indentation. */
    String in(String source) {
        List<MatchResult> found =
                withAnyWhitespace(original).matcher(source).results().toList();
        if (found.size() != 1) {
            throw new IllegalStateException("The mutant \"" + name + "\" must match exactly once in " + file
                    + ", but matches " + found.size() + " times: " + original);
        }
        MatchResult place = found.get(0);
        return source.substring(0, place.start()) + replacement + source.substring(place.end());
    }

    private static Pattern withAnyWhitespace(String code) {
        StringBuilder pattern = new StringBuilder();
        String before = "";
        for (MatchResult token : TOKEN.matcher(code).results().toList()) {
            boolean areWords = isWord(before) && isWord(token.group());
            pattern.append(areWords ? "\\s+" : "\\s*").append(Pattern.quote(token.group()));
            before = token.group();
        }
        return Pattern.compile(pattern.substring("\\s*".length()));
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierPart(token.charAt(token.length() - 1));
    }

    String className() {
        return "dev.segue." + file.replace('/', '.');
    }

    @Override
    public String toString() {
        return name;
    }
}
