package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An upper bound for any detector within two evaluations, which are both of the first hour: it knows what no detector
 * can know, namely the expected sessions of each hour, including drift and the day's factor, how they scatter, and
 * which size to look for. Only chance is left.
 */
final class Oracle {

    /** Expected sessions that are closer than this, as logarithms, count as equal. */
    private static final double STEP = 0.01;

    private static final double MOST = 1_000;
    private static final int HALVINGS = 60;

    private final Map<Integer, Integer> quiet = new TreeMap<>();
    private final List<Disturbance> staged = new ArrayList<>();
    private final List<Hour> first = new ArrayList<>();

    void observeQuiet(List<Hour> hours, long from) {
        hours.stream()
                .filter(hour -> hour.endsAt() > from)
                .forEach(hour -> quiet.merge((int) Math.round(Math.log(hour.likely()) / STEP), 1, Integer::sum));
    }

    /** Receives an incident, from its first hour on. */
    void observe(Disturbance disturbance, List<Hour> hours) {
        staged.add(disturbance);
        first.add(hours.stream()
                .filter(hour -> hour.endsAt() > disturbance.startsAt())
                .findFirst()
                .orElseThrow());
    }

    /** Whether it finds each incident that it received, at that number of false alarms over all quiet hours. */
    List<Boolean> finds(double falseAlarms) {
        Map<Double, Double> thresholds = new TreeMap<>();
        List<Boolean> finds = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            LikelihoodRatio ratio = new LikelihoodRatio(staged.get(i).effect());
            double threshold = thresholds.computeIfAbsent(ratio.effect(), effect -> threshold(ratio, falseAlarms));
            finds.add(ratio(i) > threshold);
        }
        return finds;
    }

    /** How many false alarms it raises over all quiet hours when it finds that share of a kind, which has one size. */
    double falseAlarmsWhenItFinds(double share, Predicate<Disturbance> kind) {
        List<Integer> clearestFirst = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            if (kind.test(staged.get(i))) {
                clearestFirst.add(i);
            }
        }
        clearestFirst.sort(Comparator.comparingDouble(this::ratio).reversed());
        int last = clearestFirst.get((int) Math.ceil(share * clearestFirst.size()) - 1);
        return falseAlarms(new LikelihoodRatio(staged.get(last).effect()), Math.nextDown(ratio(last)));
    }

    private double ratio(int index) {
        Hour hour = first.get(index);
        return new LikelihoodRatio(staged.get(index).effect()).of(hour.settled().sessions(), hour.likely());
    }

    /** By bisection: the higher the threshold, the fewer false alarms. */
    private double threshold(LikelihoodRatio ratio, double falseAlarms) {
        double low = 0;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (falseAlarms(ratio, middle) > falseAlarms) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double falseAlarms(LikelihoodRatio ratio, double threshold) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> each : quiet.entrySet()) {
            sum += each.getValue() * ratio.falseAlarm(threshold, Math.exp(each.getKey() * STEP));
        }
        return sum;
    }
}
