package dev.segue.app.job;

import java.util.List;

/** A job cannot start, because something outside it is missing or wrong; says what, and what to do about it. */
public final class NotReady extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    NotReady(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is missing or wrong, one explanation each; at least one. */
    public List<String> problems() {
        return problems;
    }
}
