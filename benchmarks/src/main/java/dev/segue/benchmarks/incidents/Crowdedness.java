package dev.segue.benchmarks.incidents;

import java.util.List;
import java.util.Locale;

/**
 * How many are usual where something is staged, beside the least sample of a policy.
 *
 * @param least sample of the policy
 */
record Crowdedness(int least) {

    /** What is usual is known by chance only: where it is a little more than the least sample, it may look like less. */
    private static final double ROOM = 1.5;

    /** So many more than the least sample that chance does not hide it. */
    boolean isClear(Finding finding) {
        return finding.usual() >= ROOM * least;
    }

    /** At least the least sample. */
    boolean isWatched(Finding finding) {
        return finding.usual() >= least;
    }

    List<Finding> clear(List<Finding> findings) {
        return findings.stream().filter(this::isClear).toList();
    }

    /** About as many as the least sample. */
    List<Finding> scarce(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> isWatched(finding) && !isClear(finding))
                .toList();
    }

    List<Finding> tooFew(List<Finding> findings) {
        return findings.stream().filter(finding -> !isWatched(finding)).toList();
    }

    /** Where it is {@link #clear}, such as "300 or more". */
    String clearly() {
        return String.format(Locale.ROOT, "%.0f or more", ROOM * least);
    }

    /** Where it is {@link #scarce}, such as "200 to 300". */
    String scarcely() {
        return String.format(Locale.ROOT, "%d to %.0f", least, ROOM * least);
    }
}
