package dev.segue.simulator.verification;

import java.util.List;

/** All final results, compared with what was expected. */
public record Findings(List<Check> checks) {

    public Findings {
        checks = List.copyOf(checks);
    }

    /** These comparisons. */
    public static Findings of(Check... checks) {
        return new Findings(List.of(checks));
    }

    public boolean areGood() {
        return checks.stream().allMatch(Check::isGood);
    }

    /** What was found, line by line. */
    public List<String> inWords() {
        return checks.stream().flatMap(check -> check.inWords().stream()).toList();
    }
}
