package dev.segue.domain.proof;

import static dev.segue.domain.proof.EmissionChecks.check;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import dev.segue.domain.clock.SilenceClock;
import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.fixture.Delivery.Checkpoint;
import dev.segue.domain.fixture.Delivery.ClockIs;
import dev.segue.domain.fixture.Delivery.Ends;
import dev.segue.domain.fixture.Delivery.Idles;
import dev.segue.domain.fixture.Delivery.Reads;
import dev.segue.domain.fixture.Delivery.Restarts;
import dev.segue.domain.fixture.Delivery.Step;
import dev.segue.domain.fixture.Delivery.WallClockIs;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plays one delivery to a stage, and checks all results against the batch reference and a literal reading of the rules:
 * at every step what is emitted and how, at every checkpoint the ledger, and at the end the current sessions. Throws an
 * {@link AssertionError} for an error.
 */
public final class Trial {

    private static final long OUT_OF_ORDERNESS_MS = 60_000;

    /** One in this many deliveries is checked event by event, which costs as much as all the others. */
    private static final int CLOSELY_EVERY = 8;

    private final Delivery delivery;
    private final SessionRules rules;
    private final Stage stage;
    private final Coverage coverage;
    private final Situations situations;
    private final EmissionChecks checks;

    private PartitionClocks<Integer> partitionClocks;
    private ExpectedState known;
    private ExpectedState atCheckpoint;
    private long wallTime;
    /** Since when, by the wall clock, silence may count: the acceptance clock advanced, or the job was restarted. */
    private long stillSince;
    /** Since when silence must count: the acceptance clock was reported. */
    private long silentSince;

    private boolean clockKnown;
    private final Map<Integer, Long> newest = new HashMap<>();
    private final Map<Integer, Long> newestOnIdle = new HashMap<>();
    private int parallelism = 1;
    private int acceptedSinceCheckpoint;
    /** How many events were late up to the checkpoint of the last restart. */
    private int lateBefore;

    private Trial(Delivery delivery, Stage stage, Coverage coverage) {
        this.delivery = delivery;
        this.rules = delivery.rules();
        this.stage = stage;
        this.coverage = coverage;
        this.situations = new Situations(rules, coverage);
        this.checks = new EmissionChecks(delivery, situations);
        this.known = new ExpectedState(rules, coverage);
        this.atCheckpoint = new ExpectedState(known);
        assignPartitions();
    }

    /** Checks {@code stage}, which must be fresh, against the rules; counts situations in {@code coverage}. */
    public static void hold(Delivery delivery, Stage stage, Coverage coverage) throws Exception {
        Trial trial = new Trial(delivery, stage, coverage);
        for (Step step : delivery.steps()) {
            trial.take(step);
        }
    }

    private void take(Step step) throws Exception {
        if (step instanceof Reads read) {
            read(read);
        } else if (step instanceof Idles idles) {
            if (idles.idle()) {
                partitionClocks.idle(idles.partition());
                newestOnIdle.put(idles.partition(), newest.getOrDefault(idles.partition(), Clocks.ENDED));
            } else {
                partitionClocks.active(idles.partition());
                newestOnIdle.remove(idles.partition());
            }
        } else if (step instanceof ClockIs clock) {
            check(partitionClocks.time() == clock.time(), "the clock is " + clock.time(), partitionClocks.time());
            clockReaches(clock.time());
        } else if (step instanceof WallClockIs clock) {
            wallTime = clock.time();
            stage.wallClockReaches(wallTime);
            takeIn(known.acceptance, true);
            if (clockKnown) {
                checks.allIsInTimeDuringSilence(known, wallTime - silentSince);
            }
        } else if (step instanceof Checkpoint) {
            stage.checkpoint();
            checkTheLedger();
            atCheckpoint = new ExpectedState(known);
            acceptedSinceCheckpoint = 0;
        } else if (step instanceof Restarts restart) {
            restart(restart);
        } else if (step instanceof Ends) {
            end();
        }
    }

    private void assignPartitions() {
        partitionClocks = new PartitionClocks<>(OUT_OF_ORDERNESS_MS);
        newest.clear();
        newestOnIdle.clear();
        for (int i = 0; i < delivery.partitions(); i++) {
            partitionClocks.assigned(i);
        }
    }

    private void read(Reads read) throws Exception {
        Long received = read.reported().receivedAt();
        long readAt = received == null ? read.reported().occurredAt() : received;
        Verdict verdict = Intake.DEFAULT.judge(read.reported(), Intake.NOT_APPENDED, readAt);
        PlaybackEvent usable = verdict instanceof Verdict.Usable found ? found.event() : null;
        check(Objects.equals(usable, read.meant()), read.reported() + " becomes " + read.meant(), verdict);
        if (usable == null) {
            coverage.count(Situation.CLOCK_AHEAD);
            return;
        }
        partitionClocks.observe(read.partition(), usable.occurredAt());
        newest.merge(read.partition(), usable.occurredAt(), Math::max);
        newestOnIdle.remove(read.partition());
        receive(usable);
    }

    private void receive(PlaybackEvent event) throws Exception {
        String listener = event.listener();
        boolean closely = delivery.seed() % CLOSELY_EVERY == 0;
        List<Session> before = closely ? known.expected.truthOf(listener) : List.of();
        Outcome outcome = known.expected.enter(event, known.acceptance);
        stage.receives(event);
        acceptedSinceCheckpoint++;
        situations.accepted(event, outcome, known.expected, known.acceptance, clockKnown);
        if (outcome != Outcome.ACCEPTED) {
            return;
        }
        known.chronicle.accepted(event, earliestClosing());
        long now = known.acceptance == Clocks.NOT_STARTED ? known.expected.newestOf(listener) : closing();
        known.latestClosing = Math.max(known.latestClosing, closing());
        long due = now + Math.max(rules.earlyFiringIntervalMs(), rules.correctionsMs());
        known.emittedBy.merge(listener, due, Math::max);
        if (closely) {
            situations.accepted(event, before, known.expected, known.chronicle);
        }
    }

    private void clockReaches(long time) throws Exception {
        if (time == Clocks.NOT_STARTED) {
            return;
        }
        long before = known.acceptance;
        if (time > before) {
            stillSince = wallTime;
        }
        if (time > before || !clockKnown) {
            silentSince = wallTime;
        }
        clockKnown = true;
        known.acceptance = Math.max(before, time);
        situations.count(
                Situation.WENT_PAST_AN_IDLE_PARTITION,
                newestOnIdle.values().stream().anyMatch(accepted -> accepted < time));
        stage.clockReaches(time);
        takeIn(before, false);
        if (time >= known.acceptance) {
            checks.allIsInTime(known);
            checkThatWhatCannotMatterIsPurged();
        }
    }

    /** The latest possible closing clock. */
    private long closing() {
        boolean runs = known.acceptance != Clocks.NOT_STARTED && known.acceptance != Clocks.ENDED;
        return runs ? known.acceptance + wallTime - stillSince : known.acceptance;
    }

    /** The earliest possible closing clock. */
    private long earliestClosing() {
        long silence = Math.max(0, wallTime - silentSince - SilenceClock.STEP_MS);
        return clockKnown && closing() > known.acceptance ? known.acceptance + silence : known.acceptance;
    }

    private void takeIn(long before, boolean silent) {
        known.latestClosing = Math.max(known.latestClosing, closing());
        List<Change> emitted = stage.emitted();
        known.chronicle.takeIn(
                emitted,
                new Moment(before, known.acceptance, earliestClosing(), closing(), known.latestClosing, silent));
        situations.emitted(emitted);
        checks.areTrue(emitted, known, closing());
    }

    private void checkThatWhatCannotMatterIsPurged() {
        long withState = stage.listeners();
        long mayMatter = known.expected.listeners().stream()
                .filter(listener -> known.acceptance
                        <= known.expected.newestOf(listener)
                                + rules.gapMs()
                                + rules.allowedLatenessMs()
                                + 2 * rules.maxPlayMs())
                .count();
        check(withState <= mayMatter, "at most " + mayMatter + " listeners have state", withState);
        situations.count(
                Situation.PURGED, withState < known.expected.listeners().size());
    }

    private void checkTheLedger() throws Exception {
        check(
                stage.ledger().equals(known.expected.ledger()),
                "the ledger is " + known.expected.ledger(),
                stage.ledger());
        List<PlaybackEvent> late = known.expected.late();
        List<PlaybackEvent> emitted = stage.late();
        Comparator<PlaybackEvent> order = Comparator.comparing(PlaybackEvent::toString);
        List<PlaybackEvent> expected =
                late.subList(lateBefore, late.size()).stream().sorted(order).toList();
        check(emitted.stream().sorted(order).toList().equals(expected), "these are late: " + expected, emitted);
    }

    private void restart(Restarts restart) throws Exception {
        if (acceptedSinceCheckpoint > 0) {
            coverage.count(Situation.REPLAYED);
        }
        if (restart.parallelism() != parallelism) {
            coverage.count(Situation.RESCALED);
        }
        parallelism = restart.parallelism();
        stage.restart(parallelism);
        known = new ExpectedState(atCheckpoint);
        lateBefore = known.expected.late().size();
        situations.discardNotes();
        acceptedSinceCheckpoint = 0;
        clockKnown = false;
        stillSince = wallTime;
        assignPartitions();
    }

    private void end() throws Exception {
        long before = known.acceptance;
        known.acceptance = Clocks.ENDED;
        stage.clockReaches(Clocks.ENDED);
        takeIn(before, false);
        stage.checkpoint();
        checkTheLedger();
        known.chronicle.end();
        check(stage.isEmpty(), "no state is left", stage.listeners());
        for (String listener : known.expected.listeners()) {
            EmissionChecks.allIsEmitted(listener, known);
            check(known.chronicle.running(listener).isEmpty(), "all is closed", known.chronicle.running(listener));
            checks.playsAreComplete(listener, known);
            situations.ended(known.expected.acceptedOf(listener), known.expected.truthOf(listener));
        }
    }
}
