package dev.segue.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class InvalidConfig extends RuntimeException {

    /** Where to read on, as a sentence. */
    public static final String READ_ON = "Every key is explained in docs/configuration.md.";

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

    /** That there are problems, where and how many; they follow. */
    public String sentence() {
        return sentence;
    }

    /** In the order of the file; what is missing comes last. */
    public List<Problem> problems() {
        return problems;
    }
}
