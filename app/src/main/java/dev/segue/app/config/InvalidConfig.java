package dev.segue.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class InvalidConfig extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidConfig(String source, List<Problem> problems) {
        super(told(source, problems));
        this.problems = List.copyOf(problems);
    }

    private static String told(String source, List<Problem> problems) {
        String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "The configuration in " + source + " has " + count + ":" + System.lineSeparator(),
                        System.lineSeparator() + "Every key is explained in docs/configuration.md."));
    }

    /** In the order of the file; what is missing comes last. */
    public List<Problem> problems() {
        return problems;
    }
}
