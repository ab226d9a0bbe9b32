package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.AlertRules;

/** Decides when the hours of a series are evaluated: each at fixed ages, and at every age one hour after the other. */
final class EvaluationSchedule {

    private final AlertRules rules;
    private final SeriesMemory memory;

    EvaluationSchedule(AlertRules rules, SeriesMemory memory) {
        this.rules = rules;
        this.memory = memory;
    }

    /**
     * One evaluation.
     *
     * @param hour the hour to evaluate
     * @param age the index of the age at which to evaluate it
     * @param at when it is due by the closing clock
     */
    record Due(long hour, int age, long at) {}

    /** The next evaluation; of several due at once, the one of the oldest hour. */
    Due next() {
        Due first = due(rules.lastAge());
        for (int age = rules.lastAge() - 1; age >= 0; age--) {
            Due other = due(age);
            if (other.at() < first.at()) {
                first = other;
            }
        }
        return first;
    }

    /** The first age at which a row of the hour counts; the number of ages for a row after the last one. */
    int firstAge(long hour, long asOf) {
        int age = 0;
        while (age <= rules.lastAge() && asOf > dueAt(hour, age)) {
            age++;
        }
        return age;
    }

    /** The last age at which the hour has been evaluated; -1 before the first. */
    int lastEvaluated(long hour) {
        int age = rules.lastAge();
        while (age >= 0 && memory.next()[age] <= hour) {
            age--;
        }
        return age;
    }

    private Due due(int age) {
        long hour = memory.next()[age];
        return new Due(hour, age, dueAt(hour, age));
    }

    private long dueAt(long hour, int age) {
        return memory.endsAt(hour) + rules.agesMs().get(age);
    }
}
