package dev.segue.stack;

/** A part of the stack cannot start; the message tells the user why, and what to do. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1;

    public CannotStart(String explanation) {
        super(explanation);
    }

    public CannotStart(String explanation, Throwable cause) {
        super(explanation, cause);
    }
}
