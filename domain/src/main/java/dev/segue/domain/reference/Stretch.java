package dev.segue.domain.reference;

/**
 * An interval in epoch milliseconds; an instant when both ends are equal.
 *
 * @param to not before {@code from}
 */
record Stretch(long from, long to) {

    Stretch {
        if (to < from) {
            throw new IllegalArgumentException("a stretch must not end before it begins: " + from + " to " + to);
        }
    }

    static Stretch instant(long moment) {
        return new Stretch(moment, moment);
    }

    long length() {
        return to - from;
    }
}
