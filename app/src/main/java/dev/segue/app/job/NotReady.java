package dev.segue.app.job;

/** A job cannot start, because something outside it is missing or wrong; says what, and what to do about it. */
public final class NotReady extends Exception {

    NotReady(String message, Throwable cause) {
        super(message, cause);
    }
}
