package dev.segue.benchmarks.incidents;

import java.util.List;
import java.util.Locale;

/**
 * Compares the baseline of a simulated incident with the minimum sample of a policy.
 *
 * @param least minimum sample of the policy
 */
record Crowdedness(int least) {

    /** A baseline is an estimate: slightly above the minimum sample, it may seem to be below. */
    private static final double ROOM = 1.5;

    /** Whether the baseline is so far above the minimum sample that chance does not hide it. */
    boolean isClear(Finding finding) {
        return finding.usual() >= ROOM * least;
    }

    /** Whether the baseline is at least the minimum sample. */
    boolean isWatched(Finding finding) {
        return finding.usual() >= least;
    }

    List<Finding> clear(List<Finding> findings) {
        return findings.stream().filter(this::isClear).toList();
    }

    /** Those with a baseline just above the minimum sample. */
    List<Finding> scarce(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> isWatched(finding) && !isClear(finding))
                .toList();
    }

    List<Finding> tooFew(List<Finding> findings) {
        return findings.stream().filter(finding -> !isWatched(finding)).toList();
    }

    /** The baselines that are {@link #clear}, such as "300 or more". */
    String clearly() {
        return String.format(Locale.ROOT, "%.0f or more", ROOM * least);
    }

    /** The baselines that are {@link #scarce}, such as "200 to 300". */
    String scarcely() {
        return String.format(Locale.ROOT, "%d to %.0f", least, ROOM * least);
    }
}
