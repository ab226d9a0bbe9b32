package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;

/**
 * An incident that a detector emitted.
 *
 * @param lower whether the KPI dropped
 * @param since start of its first hour
 * @param until end of its last unusual hour
 * @param openedAt when it was emitted
 */
record Detected(boolean lower, long since, long until, long openedAt) {

    /** Whether this is the simulated incident. */
    boolean finds(Disturbance staged) {
        return lower == staged.lowers() && since < staged.endsAt() && until > staged.startsAt();
    }
}
