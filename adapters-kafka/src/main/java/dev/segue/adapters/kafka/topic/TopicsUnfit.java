package dev.segue.adapters.kafka.topic;

import java.util.List;

/** The topics do not meet a program's needs. The message is for the person who starts it, and says what to do. */
public final class TopicsUnfit extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    TopicsUnfit(String message) {
        this(List.of(message));
    }

    TopicsUnfit(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    TopicsUnfit(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(message);
    }

    /** What is wrong, one explanation each. */
    public List<String> problems() {
        return problems;
    }
}
