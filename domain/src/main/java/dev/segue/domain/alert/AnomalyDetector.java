package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.alert.baseline.WeeksBefore;

/** Evaluates the hours of a series against their baseline, and learns the baseline from the hours that are finished. */
final class AnomalyDetector {

    private final Series series;
    private final Policy policy;
    private final AlertRules rules;
    private final SeriesMemory memory;

    AnomalyDetector(Series series, Policy policy, AlertRules rules, SeriesMemory memory) {
        this.series = series;
        this.policy = policy;
        this.rules = rules;
        this.memory = memory;
    }

    /** Evaluates an hour at one age, with its value known at that age; returns whether it could be compared. */
    boolean evaluate(long hour, int age) {
        WatchedHour watched = memory.hour(hour);
        if (watched.reading(age) == null && policy.kpi().counts() && hour >= memory.timelySince()) {
            watched.assumeSilence(age);
        }
        Reading reading = watched.reading(age);
        Evaluation found = reading == null ? null : compare(hour, hour, age, reading);
        if (found != null) {
            watched.find(found, policy.isUnusual(found));
        }
        watched.continueStreak(age, memory.hours().get(hour - 1), found != null);
        return found != null;
    }

    /**
     * Stores a finished hour for the baseline of later weeks.
     *
     * @param held whether it belongs to an incident, and so does not enter the baseline
     */
    void learn(long hour, boolean held) {
        WeeksBefore before = memory.weeksBefore();
        WatchedHour watched = memory.hour(hour);
        Reading[] known = watched.known();
        if (isComparable(hour) && known[rules.lastAge()] != null) {
            before.put(hour, known, held);
        } else if (isComparable(hour) && watched.last() != null) {
            before.putLate(hour, watched.last(), held);
        } else {
            before.putUnknown(hour);
        }
    }

    /**
     * Corrects a finished hour, and evaluates it again at the last age. An hour whose value has entered the baseline
     * keeps the one that it had at that age.
     *
     * @param inTime whether the row is as of the last age or earlier
     * @param held whether the hour belongs to an incident; matters only if it was unknown
     * @return null when the correction does not count, the hour was unknown, or it cannot be compared
     */
    Evaluation correct(long hour, Reading reading, boolean inTime, boolean held) {
        WeeksBefore before = memory.weeksBefore();
        if (!before.knows(hour)) {
            if (isComparable(hour)) {
                before.putLate(hour, reading, held);
            }
            return null;
        }
        boolean isFinal = !before.isHeld(hour) && !before.isLate(hour);
        if (isFinal && !inTime) {
            return null;
        }
        before.putLate(hour, reading, before.isHeld(hour));
        return compare(hour, memory.doneBefore(), rules.lastAge(), reading);
    }

    /** Null when there is nothing to compare with, or the hour is not comparable. */
    private Evaluation compare(long hour, long knownBefore, int age, Reading reading) {
        if (!isComparable(hour)) {
            return null;
        }
        memory.learn(hour, rules, policy);
        Usual usual = memory.weeksBefore().usual(hour, knownBefore, age, rules.leastWeeks(), memory.growth());
        if (usual == null || !usual.speaksFor(policy.kpi())) {
            return null;
        }
        double sample = Sample.behind(policy.kpi(), usual, reading);
        return sample < policy.leastSample()
                ? null
                : Evaluation.of(policy.kpi(), reading.value(), sample, usual, memory.spreads()[age]);
    }

    private boolean isComparable(long hour) {
        return rules.isLikeOthers(
                hour, LocalHour.zone(memory.zone()), series.place().country());
    }
}
