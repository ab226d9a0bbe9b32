package dev.segue.adapters.web.server;

/** The page cannot be served; the message says why, and what to do about it. */
public final class CannotServe extends Exception {

    CannotServe(String message, Throwable cause) {
        super(message, cause);
    }
}
