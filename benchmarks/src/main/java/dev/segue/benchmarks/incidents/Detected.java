package dev.segue.benchmarks.incidents;

/**
 * An incident that a detector told of.
 *
 * @param lower whether it went down
 * @param since start of its first hour
 * @param until end of its last unusual hour
 * @param openedAt when it was told
 */
record Detected(boolean lower, long since, long until, long openedAt) {

    /** Whether this is what was put in. */
    boolean finds(Disturbance staged) {
        return lower == staged.lowers() && since < staged.endsAt() && until > staged.startsAt();
    }
}
