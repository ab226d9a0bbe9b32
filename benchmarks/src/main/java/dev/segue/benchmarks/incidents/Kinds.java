package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows of tables: every simulated size, and every length of the incidents that halve. */
final class Kinds {

    private static final double HALVING = -0.5;

    private Kinds() {}

    /** By name, the worst first. */
    static Map<String, Predicate<Disturbance>> of(Collection<Finding> findings) {
        List<Disturbance> staged = findings.stream()
                .map(Finding::staged)
                .sorted(Comparator.comparingDouble(Disturbance::effect).thenComparing(Disturbance::length))
                .toList();
        Map<String, Predicate<Disturbance>> kinds = new LinkedHashMap<>();
        staged.stream()
                .map(Disturbance::size)
                .distinct()
                .forEach(size -> kinds.put(size, each -> each.size().equals(size)));
        staged.stream()
                .filter(Kinds::halves)
                .map(Disturbance::length)
                .distinct()
                .forEach(length -> kinds.put(
                        String.format("-50 %%, %d h", length.toHours()),
                        each -> halves(each) && each.length().equals(length)));
        return kinds;
    }

    static boolean halves(Disturbance staged) {
        return staged.effect() == HALVING;
    }

    /** The findings of a kind, in their order. */
    static List<Finding> only(List<Finding> findings, Predicate<Disturbance> kind) {
        return findings.stream().filter(finding -> kind.test(finding.staged())).collect(Collectors.toList());
    }
}
