package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.AlertRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of one policy over all simulations: false incidents in quiet weeks, and findings of simulated incidents.
 */
final class Measure {

    private final SegueDetector detector;
    private final List<Finding> findings = new ArrayList<>();
    private int falseIncidents;

    Measure(Policy policy) {
        this.detector = new SegueDetector(policy, AlertRules.DEFAULT);
    }

    void observeQuiet(Crowd crowd, List<Hour> hours) {
        falseIncidents +=
                detector.incidentsIn(crowd, hours, Weeks.watchedFrom(crowd)).size();
    }

    void observe(Crowd crowd, Disturbance staged, List<Hour> hours) {
        List<Detected> result = detector.incidentsIn(crowd, hours, Weeks.watchedFrom(crowd));
        findings.add(Finding.of(staged, hours, detector.rules().agesMs(), result));
    }

    String name() {
        return detector.policy().name();
    }

    int leastSample() {
        return detector.policy().leastSample();
    }

    Crowdedness crowdedness() {
        return new Crowdedness(leastSample());
    }

    int falseIncidents() {
        return falseIncidents;
    }

    List<Finding> findings() {
        return findings;
    }
}
