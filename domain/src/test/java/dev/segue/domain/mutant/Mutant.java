package dev.segue.domain.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One change to the source of the module under test, by which a rule is broken.
 *
 * @param name what is wrong with it, in words
 * @param file the source file, without {@code dev/segue/} before and {@code .java} behind
 * @param original what stands there, exactly once
 * @param replacement what the mutant has instead
 */
public record Mutant(String name, String file, String original, String replacement) {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "segue");

    /** The source of the class, changed. */
    String source() throws IOException {
        String source = Files.readString(SOURCES.resolve(file + ".java"));
        int first = source.indexOf(original);
        if (first < 0 || source.indexOf(original, first + 1) >= 0) {
            throw new IllegalStateException("The mutant \"" + name + "\" must find its text exactly once in " + file
                    + ", but " + (first < 0 ? "it is not there" : "it is there more than once") + ": " + original);
        }
        return source.substring(0, first) + replacement + source.substring(first + original.length());
    }

    String className() {
        return "dev.segue." + file.replace('/', '.');
    }

    @Override
    public String toString() {
        return name;
    }
}
