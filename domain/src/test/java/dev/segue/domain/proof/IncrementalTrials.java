package dev.segue.domain.proof;

import dev.segue.domain.fixture.Delivery;

/** Trials of the incremental form. Knows no test framework, so that it also runs where mutated rules are loaded. */
public final class IncrementalTrials {

    private IncrementalTrials() {}

    /** The first objection among the deliveries of the seeds from 0 to before {@code seeds}, or null. */
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

    /** What is wrong with what comes of the delivery of one seed; null when nothing is. */
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
