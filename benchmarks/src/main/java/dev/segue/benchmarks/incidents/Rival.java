package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.PlainDetector.Scored;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import java.util.ArrayList;
import java.util.List;

/**
 * A simple detector at many thresholds at once, so that the one with a given number of false incidents can be picked.
 */
final class Rival {

    private static final int STEPS = 60;

    private final PlainDetector detector;
    private final double[] thresholds = new double[STEPS + 1];
    private final int[] falseIncidents = new int[STEPS + 1];
    private final List<List<Finding>> findings = new ArrayList<>();

    /**
     * A rival.
     *
     * @param detector the detector
     * @param usual its common threshold
     * @param most the highest threshold to try
     */
    Rival(PlainDetector detector, double usual, double most) {
        this.detector = detector;
        for (int step = 0; step <= STEPS; step++) {
            thresholds[step] = step == 0 ? usual : usual * Math.pow(most / usual, (double) step / STEPS);
            findings.add(new ArrayList<>());
        }
    }

    void observeQuiet(List<Hour> hours, long from) {
        List<Scored> evaluations = detector.evaluations(hours);
        for (int step = 0; step <= STEPS; step++) {
            falseIncidents[step] += incidents(evaluations, step, from).size();
        }
    }

    void observe(Disturbance staged, List<Hour> hours, long from) {
        List<Scored> evaluations = detector.evaluations(hours);
        for (int step = 0; step <= STEPS; step++) {
            List<Detected> result = incidents(evaluations, step, from);
            findings.get(step).add(Finding.of(staged, hours, detector.agesMs(), result));
        }
    }

    private List<Detected> incidents(List<Scored> evaluations, int step, long from) {
        return PlainDetector.incidents(evaluations, detector.agesMs().size(), thresholds[step], from);
    }

    /**
     * The lowest threshold with as many false incidents as the highest one that has at least {@code wanted}: rounded in
     * its favour.
     */
    int stepWith(int wanted) {
        int step = STEPS;
        while (step > 0 && falseIncidents[step] < wanted) {
            step--;
        }
        while (step > 0 && falseIncidents[step - 1] == falseIncidents[step]) {
            step--;
        }
        return step;
    }

    double threshold(int step) {
        return thresholds[step];
    }

    int falseIncidents(int step) {
        return falseIncidents[step];
    }

    List<Finding> findings(int step) {
        return findings.get(step);
    }
}
