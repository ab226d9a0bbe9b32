package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.alert.baseline.WeeksBefore;
import dev.segue.domain.clock.Clocks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches one series: evaluates its hours at fixed ages against the same hour of earlier weeks at the same age, and
 * opens, updates and closes its incidents. At each age only rows that were known by then count, so the same rows give
 * the same incidents however fast they are read. An hour enters the baseline of an age only with rows that are as of
 * its end or later.
 */
public final class SeriesWatch {

    private final Series series;
    private final Policy policy;
    private final AlertRules rules;
    private final SeriesMemory memory;
    private final List<Incident> emitted = new ArrayList<>();

    private SeriesWatch(Series series, Policy policy, AlertRules rules, SeriesMemory memory) {
        this.series = series;
        this.policy = policy;
        this.rules = rules;
        this.memory = memory;
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
        emitted.clear();
        long hour = observation.hour();
        memory.noteNewest(hour, observation.asOf() <= dueAt(hour, 0));
        if (!Double.isNaN(observation.value())) {
            Reading reading = new Reading(observation.value(), observation.sample(), observation.sessions());
            if (hour >= memory.doneBefore()) {
                observe(hour, observation, reading);
            } else if (memory.remembers(hour)) {
                correct(hour, reading, observation.asOf());
            }
        }
        return List.copyOf(emitted);
    }

    /** Evaluates whatever is due by the closing clock, in order; returns the incidents that open, change or close. */
    public List<Incident> advance(Clocks clocks) {
        emitted.clear();
        int age = nextAge();
        long due = dueAt(memory.next()[age], age);
        while (due <= clocks.closing() && clocks.closing() != Clocks.ENDED) {
            long hour = memory.next()[age]++;
            evaluate(hour, age, due);
            if (age == rules.lastAge()) {
                finish(hour);
            }
            becomeNormal(due);
            age = nextAge();
            due = dueAt(memory.next()[age], age);
        }
        return List.copyOf(emitted);
    }

    /**
     * Whether this series has had no observation for all the weeks with which hours are compared, so that there is
     * nothing left to compare with. Never while an incident is open. A later observation begins the series anew.
     */
    public boolean isPurged() {
        return memory.isSilence() && !memory.hasOpenEpisode();
    }

    /** When the next evaluation is due by the closing clock. */
    public long nextDue() {
        int age = nextAge();
        return dueAt(memory.next()[age], age);
    }

    /** Closes an open incident, because no policy watches this series any more. */
    public List<Incident> abandon(long clock) {
        emitted.clear();
        if (memory.hasOpenEpisode()) {
            memory.episode().countIncomparable();
            end(Status.CLOSED, clock, null);
        }
        return List.copyOf(emitted);
    }

    /** The age to evaluate next; of several due at once, the one with the oldest hour. */
    private int nextAge() {
        int first = rules.lastAge();
        for (int age = rules.lastAge() - 1; age >= 0; age--) {
            if (dueAt(memory.next()[age], age) < dueAt(memory.next()[first], first)) {
                first = age;
            }
        }
        return first;
    }

    private long dueAt(long hour, int age) {
        return LocalHour.endsAt(hour, zone()) + rules.agesMs().get(age);
    }

    private ZoneId zone() {
        return LocalHour.zone(memory.zone());
    }

    private void observe(long hour, Observation observation, Reading reading) {
        int from = 0;
        while (from <= rules.lastAge() && observation.asOf() > dueAt(hour, from)) {
            from++;
        }
        WatchedHour watched = memory.hour(hour);
        boolean hasEnded = observation.asOf() >= LocalHour.endsAt(hour, zone());
        watched.observe(observation.mainTimeZone(), from, hasEnded, reading);
        int evaluated = rules.lastAge();
        while (evaluated >= 0 && memory.next()[evaluated] <= hour) {
            evaluated--;
        }
        if (from <= evaluated && hasEnded) {
            evaluate(hour, evaluated, observation.asOf());
        }
    }

    /** An observation after the last age can withdraw an incident; the baseline stays what it was at that age. */
    private void correct(long hour, Reading reading, long asOf) {
        WeeksBefore before = memory.weeksBefore();
        if (!before.knows(hour)) {
            if (canTeach(hour)) {
                before.putLate(hour, reading, isInEpisode(hour));
            }
            return;
        }
        boolean isFinal = !before.isHeld(hour) && !before.isLate(hour);
        if (isFinal && asOf > dueAt(hour, rules.lastAge())) {
            return;
        }
        before.putLate(hour, reading, before.isHeld(hour));
        Episode episode = memory.episode();
        UnusualHour former = episode == null ? null : episode.hours().get(hour);
        Evaluation found = evaluation(hour, memory.doneBefore(), rules.lastAge(), reading);
        if (former == null || found == null) {
            return;
        }
        if (policy.isCalm(found, episode.direction())) {
            takeBack(hour, former, asOf);
        } else if (episode.put(hour, unusualHour(hour, found, reading)) && episode.isOpen()) {
            emitted.add(episode.emitted(series, asOf, former));
        }
    }

    private void evaluate(long hour, int age, long at) {
        WatchedHour watched = memory.hour(hour);
        if (watched.reading(age) == null && policy.kpi().counts() && hour >= memory.timelySince()) {
            watched.assumeNothingWasHeard(age);
        }
        Reading reading = watched.reading(age);
        Evaluation found = reading == null ? null : evaluation(hour, hour, age, reading);
        if (found != null) {
            watched.find(found, policy.isUnusual(found));
        }
        watched.continueStreak(age, memory.hours().get(hour - 1), found != null);
        if (found == null) {
            missComparison(hour, age, at);
            return;
        }
        if (age == 0 && memory.hasOpenEpisode()) {
            memory.episode().wasCompared();
        }
        if (isInEpisode(hour) && memory.hasOpenEpisode()) {
            follow(hour, watched, reading, at);
        } else if (isInEpisode(hour)) {
            revise(hour, watched, reading, at);
        }
        if (mayBegin(hour) && watched.unusual() && watched.streak(age) >= policy.consecutive()) {
            open(hour, found.direction(), at);
        }
    }

    /** Null when there is nothing to compare with, or the hour is not comparable. */
    private Evaluation evaluation(long hour, long knownBefore, int age, Reading reading) {
        if (!canTeach(hour)) {
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

    private boolean canTeach(long hour) {
        return rules.isLikeOthers(hour, zone(), series.place().country());
    }

    private void follow(long hour, WatchedHour watched, Reading reading, long at) {
        Episode episode = memory.episode();
        if (watched.isUnusual(episode.direction())) {
            episode.countCalm(false);
            if (episode.put(hour, unusualHour(hour, watched.found(), reading))) {
                emitted.add(episode.emitted(series, at, null));
            }
            return;
        }
        boolean calm = policy.isCalm(watched.found(), episode.direction());
        UnusualHour former = episode.hours().get(hour);
        if (calm && former != null) {
            takeBack(hour, former, at);
        } else if (episode.isOver(hour) && episode.countCalm(calm) >= policy.consecutive()) {
            episode.wasCompared();
            end(Status.CLOSED, at, null);
        }
    }

    /** Closes an incident whose hours cannot be compared any more. */
    private void missComparison(long hour, int age, long at) {
        boolean isNew = age == 0 && memory.hasOpenEpisode() && memory.episode().isOver(hour);
        if (isNew && memory.episode().countIncomparable() >= rules.mostIncomparable()) {
            end(Status.CLOSED, at, null);
        }
    }

    /** Updates an older hour of an incident that is over. */
    private void revise(long hour, WatchedHour watched, Reading reading, long at) {
        Episode episode = memory.episode();
        UnusualHour former = episode.hours().get(hour);
        if (former != null && policy.isCalm(watched.found(), episode.direction())) {
            takeBack(hour, former, at);
        } else if (watched.isUnusual(episode.direction())) {
            episode.put(hour, unusualHour(hour, watched.found(), reading));
        }
    }

    private void open(long hour, Direction direction, long at) {
        long since = firstUnusual(hour, direction);
        Episode episode = new Episode(since, memory.zone(), direction, at);
        episode.follow(memory.episode());
        for (long each = since; each <= hour; each++) {
            WatchedHour watched = memory.hour(each);
            if (watched.isUnusual(direction)) {
                episode.put(each, unusualHour(each, watched.found(), latestReading(watched)));
            }
        }
        memory.open(episode);
        memory.hold(since, hour, true);
        emitted.add(episode.emitted(series, at, null));
    }

    /** The first of the unusual hours that lead up to this one without a normal one between them. */
    private long firstUnusual(long hour, Direction direction) {
        long first = hour;
        for (long each = hour - 1; memory.hours().containsKey(each) && mayBegin(each); each--) {
            WatchedHour watched = memory.hours().get(each);
            if (watched.isUnusual(direction)) {
                first = each;
            } else if (watched.found() != null) {
                break;
            }
        }
        return first;
    }

    private void takeBack(long hour, UnusualHour former, long at) {
        Episode episode = memory.episode();
        episode.remove(hour);
        if (episode.hours().isEmpty()) {
            end(Status.WITHDRAWN, at, former);
        } else if (episode.isOpen()) {
            emitted.add(episode.emitted(series, at, null));
        }
    }

    private void becomeNormal(long at) {
        if (memory.hasOpenEpisode()) {
            Episode episode = memory.episode();
            long began = LocalHour.startsAt(episode.since(), LocalHour.zone(episode.zone()));
            if (at - began >= rules.newNormalMs()) {
                end(Status.NEW_NORMAL, at, null);
            }
        }
    }

    private void end(Status how, long at, UnusualHour lastKnown) {
        Episode episode = memory.episode();
        episode.end(how, at);
        switch (how) {
            case CLOSED -> memory.hold(episode.hours().lastKey() + 1, memory.doneBefore(), false);
            case WITHDRAWN -> memory.hold(episode.since(), memory.doneBefore(), false);
            case NEW_NORMAL -> {
                memory.hold(episode.since(), memory.doneBefore(), false);
                memory.forgetBefore(episode.since());
            }
            case OPEN -> throw new IllegalArgumentException("OPEN is not a status in which an incident can end");
        }
        emitted.add(episode.emitted(series, at, lastKnown));
    }

    private void finish(long hour) {
        WatchedHour watched = memory.hour(hour);
        Reading[] known = watched.known();
        boolean held = isInEpisode(hour) || wasInOneBefore(hour, watched);
        if (canTeach(hour) && known[rules.lastAge()] != null) {
            memory.weeksBefore().put(hour, known, held);
        } else if (canTeach(hour) && watched.last() != null) {
            memory.weeksBefore().putLate(hour, watched.last(), held);
        } else {
            memory.weeksBefore().putUnknown(hour);
        }
        memory.finish(hour, watched);
    }

    private boolean isInEpisode(long hour) {
        Episode episode = memory.episode();
        return episode != null && episode.holds(hour);
    }

    /** Whether an incident can begin with an hour: only one at a time, and none before those already emitted. */
    private boolean mayBegin(long hour) {
        Episode episode = memory.episode();
        return episode == null || episode.mayBeFollowedFrom(hour);
    }

    /** Of incidents before the last one, all that is known is that the hour itself was unusual. */
    private boolean wasInOneBefore(long hour, WatchedHour watched) {
        return memory.episode() != null && hour < memory.episode().since() && watched.unusual();
    }

    private Reading latestReading(WatchedHour watched) {
        return watched.reading(rules.lastAge());
    }

    private UnusualHour unusualHour(long hour, Evaluation found, Reading reading) {
        return new UnusualHour(found, reading.sessions(), LocalHour.endsAt(hour, zone()));
    }
}
