package dev.segue.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a configuration that cannot be used; lists everything that is wrong with it. */
public final class InvalidConfig extends RuntimeException {

    /** Where to read more, as a sentence. */
    public static final String READ_ON = "docs/configuration.md explains every key.";

    private final String sentence;
    private final transient List<Problem> problems;

    InvalidConfig(String source, List<Problem> problems) {
        super(message(sentence(source, problems), problems));
        this.sentence = sentence(source, problems);
        this.problems = List.copyOf(problems);
    }

    private static String sentence(String source, List<Problem> problems) {
        String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
        return "The configuration in " + source + " has " + count + ":";
    }

    private static String message(String sentence, List<Problem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining(
                        System.lineSeparator(), sentence + System.lineSeparator(), System.lineSeparator() + READ_ON));
    }

    /** Says where the problems are and how many; the problems follow. */
    public String sentence() {
        return sentence;
    }

    /** In the order of the file; what is missing comes last. */
    public List<Problem> problems() {
        return problems;
    }
}
