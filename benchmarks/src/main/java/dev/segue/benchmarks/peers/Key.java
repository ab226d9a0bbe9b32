package dev.segue.benchmarks.peers;

/**
 * A session, by its listener and start.
 *
 * @param listener number of the listener, without the letter before it
 * @param startedAt in epoch milliseconds
 */
record Key(int listener, long startedAt) {

    static Key of(String listener, long startedAt) {
        return new Key(numberOf(listener), startedAt);
    }

    static int numberOf(String listener) {
        return Integer.parseInt(listener, 1, listener.length(), 10);
    }
}
