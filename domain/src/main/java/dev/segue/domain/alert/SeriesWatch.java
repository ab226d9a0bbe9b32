package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.clock.Clocks;
import java.util.List;

/**
 * Watches one series, from observations to incidents: stores what is observed of each hour, evaluates the hour at fixed
 * ages against the same hour of earlier weeks at the same age, and opens, updates and closes incidents. At each age
 * only rows that were known by then count, so the same rows give the same incidents however fast they are read. An hour
 * enters the baseline of an age only with rows that are as of its end or later.
 */
public final class SeriesWatch {

    private final AlertRules rules;
    private final SeriesMemory memory;
    private final EvaluationSchedule schedule;
    private final AnomalyDetector detector;
    private final IncidentTracker incidents;
    private int evaluated;
    private int compared;

    private SeriesWatch(Series series, Policy policy, AlertRules rules, SeriesMemory memory) {
        this.rules = rules;
        this.memory = memory;
        this.schedule = new EvaluationSchedule(rules, memory);
        this.detector = new AnomalyDetector(series, policy, rules, memory);
        this.incidents = new IncidentTracker(series, policy, rules, memory);
    }

    /** Begins with the first observation of a series. */
    public static SeriesWatch beginning(Observation first, Policy policy, AlertRules rules) {
        return new SeriesWatch(
                first.series(), policy, rules, new SeriesMemory(rules, first.hour(), first.mainTimeZone()));
    }

    /** Continues from stored state; under rules with other ages or weeks, the baseline is learned anew. */
    public static SeriesWatch of(Series series, Policy policy, AlertRules rules, SeriesMemory memory) {
        return new SeriesWatch(series, policy, rules, memory.fits(rules) ? memory : memory.relearning(rules));
    }

    /** The state to store. */
    public SeriesMemory memory() {
        return memory;
    }

    /** Accepts the observation of an hour; returns the incidents that it changes. */
    public List<Incident> accept(Observation observation) {
        long hour = observation.hour();
        int age = schedule.firstAge(hour, observation.asOf());
        if (memory.mayBeginWith(hour)) {
            memory.beginWith(hour, observation.mainTimeZone(), age == 0);
        }
        memory.noteNewest(hour, age == 0);
        Reading reading = observation.reading();
        if (reading != null && hour >= memory.doneBefore()) {
            observe(observation, age, reading);
        } else if (reading != null && memory.remembers(hour)) {
            correct(observation, age, reading);
        }
        return incidents.takeRevisions();
    }

    /** Evaluates whatever is due by the closing clock, in order; returns the incidents that open, change or close. */
    public List<Incident> advance(Clocks clocks) {
        EvaluationSchedule.Due due = schedule.next();
        while (due.at() <= clocks.closing() && clocks.closing() != Clocks.ENDED) {
            memory.moveOn(due.age());
            evaluate(due.hour(), due.age(), due.at());
            if (due.age() == rules.lastAge()) {
                finish(due.hour());
            }
            incidents.becomeNormal(due.at());
            due = schedule.next();
        }
        return incidents.takeRevisions();
    }

    /** How many evaluations were due since this was created. */
    public int evaluated() {
        return evaluated;
    }

    /** For how many of them there was a baseline, and enough of a sample, to compare with. */
    public int compared() {
        return compared;
    }

    /** When the next evaluation is due by the closing clock, in epoch milliseconds. */
    public long nextDue() {
        return schedule.next().at();
    }

    /**
     * Whether this series has had no observation for all the weeks with which hours are compared, so that there is
     * nothing left to compare with. Never while an incident is open. A later observation begins the series anew.
     */
    public boolean isPurged() {
        return memory.isSilence() && !memory.hasOpenEpisode();
    }

    /** Closes an open incident, because no policy watches this series any more. */
    public List<Incident> abandon(long clock) {
        incidents.abandon(clock);
        return incidents.takeRevisions();
    }

    /** Stores what was observed of an hour, and evaluates it again if it came after an evaluation that it counts for. */
    private void observe(Observation observation, int age, Reading reading) {
        long hour = observation.hour();
        boolean hasEnded = observation.asOf() >= memory.endsAt(hour);
        memory.hour(hour).observe(observation.mainTimeZone(), age, hasEnded, reading);
        int evaluated = schedule.lastEvaluated(hour);
        if (age <= evaluated && hasEnded) {
            evaluate(hour, evaluated, observation.asOf());
        }
    }

    /** Corrects an hour that is finished, which can withdraw an incident. */
    private void correct(Observation observation, int age, Reading reading) {
        long hour = observation.hour();
        Evaluation found = detector.correct(hour, reading, age <= rules.lastAge(), incidents.isInEpisode(hour));
        if (found != null) {
            incidents.correct(hour, found, reading, observation.asOf());
        }
    }

    private void evaluate(long hour, int age, long at) {
        evaluated++;
        if (detector.evaluate(hour, age)) {
            compared++;
            incidents.update(hour, age, at);
        } else {
            incidents.missComparison(hour, age, at);
        }
    }

    /** After its last age, an hour enters the baseline, unless it belongs to an incident. */
    private void finish(long hour) {
        detector.learn(hour, incidents.holds(hour));
        memory.finish(hour);
    }
}
