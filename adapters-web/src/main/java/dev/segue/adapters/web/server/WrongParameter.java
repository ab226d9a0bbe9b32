package dev.segue.adapters.web.server;

/** A parameter that a view does not have, or a value that it cannot have; the message says which, and what is possible. */
final class WrongParameter extends Exception {

    WrongParameter(String message) {
        super(message);
    }
}
