package dev.segue.domain.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One change to the source of the module under test, by which a rule is broken.
 *
 * @param name what is wrong with it, in words
 * @param file the source file, without {@code dev/segue/} before and {@code .java} behind
 * @param original what stands there, exactly once, however its lines are broken
 * @param replacement what the mutant has instead
 */
public record Mutant(String name, String file, String original, String replacement) {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "segue");
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\w+|[^\\s\\w\"]");

    /** The source of the class, changed. */
    String source() throws IOException {
        return in(Files.readString(SOURCES.resolve(file + ".java")));
    }

    /** Lines may be broken and indented in the source as they like. */
    String in(String source) {
        List<MatchResult> found =
                withAnyWhitespace(original).matcher(source).results().toList();
        if (found.size() != 1) {
            throw new IllegalStateException("The mutant \"" + name + "\" must find its text exactly once in " + file
                    + ", but finds it " + found.size() + " times: " + original);
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
