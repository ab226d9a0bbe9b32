package dev.segue.domain.proof;

import dev.segue.domain.fixture.Delivery;

/**
 * Trials of the incremental implementation. Independent of any test framework, so that it also runs with mutated rules.
 */
public final class IncrementalTrials {

    private IncrementalTrials() {}

    /** The first error for the seeds from 0 (inclusive) to {@code seeds} (exclusive), or null. */
    public static String firstObjection(int seeds) {
        Coverage coverage = new Coverage();
        for (long seed = 0; seed < seeds; seed++) {
            String objection = objection(seed, coverage);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }

    /** The error for one seed; null if there is none. */
    static String objection(long seed, Coverage coverage) {
        Delivery delivery = Delivery.of(seed);
        try (IncrementalStage stage = new IncrementalStage(delivery.rules())) {
            Trial.hold(delivery, stage, coverage);
            return null;
        } catch (Exception | AssertionError e) {
            StackTraceElement where = e.getStackTrace()[0];
            return "seed " + seed + ": " + e + " (" + where + ")";
        }
    }
}
