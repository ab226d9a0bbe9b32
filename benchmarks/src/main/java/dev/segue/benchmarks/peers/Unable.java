package dev.segue.benchmarks.peers;

/** A contender has no result. The message says why, to the user. */
final class Unable extends Exception {

    private static final long serialVersionUID = 1L;

    Unable(String message) {
        super(message);
    }
}
