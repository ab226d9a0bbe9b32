package dev.segue.benchmarks.peers;

import java.util.Map;

/**
 * How the sessions of a contender compare with those of the batch reference.
 *
 * @param right same start, end, plays and listened time
 * @param wrong same start, but not the same otherwise
 * @param lacking how many of the wrong ones have too few plays
 * @param missing no session with this start, though it was due
 * @param open no session with this start, but it was not due yet when the log ended
 * @param extra sessions that nobody held
 */
record Verdict(long right, long wrong, long lacking, long missing, long open, long extra) {

    /**
     * Compares.
     *
     * @param due sessions that ended before this time should be there, in epoch milliseconds
     */
    static Verdict on(Map<Key, Totals> found, Map<Key, Totals> reference, long due) {
        long right = 0;
        long wrong = 0;
        long lacking = 0;
        long missing = 0;
        long open = 0;
        for (Map.Entry<Key, Totals> session : reference.entrySet()) {
            Totals expected = session.getValue();
            Totals actual = found.get(session.getKey());
            if (actual == null) {
                boolean wasDue = expected.endedAt() < due;
                missing += wasDue ? 1 : 0;
                open += wasDue ? 0 : 1;
            } else if (actual.equals(expected)) {
                right++;
            } else {
                wrong++;
                lacking += actual.plays() < expected.plays() ? 1 : 0;
            }
        }
        return new Verdict(right, wrong, lacking, missing, open, found.size() - right - wrong);
    }

    /** Whether nothing is wrong. */
    boolean isFlawless() {
        return wrong == 0 && missing == 0 && extra == 0;
    }

    /** The one that is worse. */
    Verdict orWorse(Verdict other) {
        return other != null && other.right < right ? other : this;
    }
}
