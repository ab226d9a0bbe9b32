package dev.segue.domain.proof;

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
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Plays one delivery to a stage, and checks all results against the batch reference and a literal reading of the rules:
 * at every step what is emitted and how, at every checkpoint the ledger, and at the end the current sessions. Throws an
 * {@link AssertionError} for an error.
 */
public final class Trial {

    private static final long OUT_OF_ORDERNESS_MS = 60_000;

    /** One in this many deliveries is checked event by event, which costs as much as all the others. */
    private static final int CLOSELY_EVERY = 8;

    private static final long SILENCE_STARTS_WITHIN_MS = 20_000;

    private final Delivery delivery;
    private final SessionRules rules;
    private final Stage stage;
    private final Coverage coverage;
    private final Situations situations;
    private final Random random;

    private PartitionClocks<Integer> partitionClocks;
    private Known known;
    private Known atCheckpoint;
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

    /** Expected state, which a crash resets to the last checkpoint. */
    private static final class Known {
        final ExpectedOutcomes expected;
        final Chronicle chronicle;
        long acceptance = Clocks.NOT_STARTED;
        long latestClosing = Clocks.NOT_STARTED;
        /** By listener: the time, on the closing clock, by which everything must be emitted; absent once it was. */
        final Map<String, Long> emittedBy = new HashMap<>();

        Known(SessionRules rules, Coverage coverage) {
            expected = new ExpectedOutcomes(rules);
            chronicle = new Chronicle(rules, coverage);
        }

        Known(Known other) {
            expected = new ExpectedOutcomes(other.expected);
            chronicle = new Chronicle(other.chronicle);
            acceptance = other.acceptance;
            latestClosing = other.latestClosing;
            emittedBy.putAll(other.emittedBy);
        }
    }

    private Trial(Delivery delivery, Stage stage, Coverage coverage) {
        this.delivery = delivery;
        this.rules = delivery.rules();
        this.stage = stage;
        this.coverage = coverage;
        this.situations = new Situations(rules, coverage);
        this.random = new Random(delivery.seed());
        this.known = new Known(rules, coverage);
        this.atCheckpoint = new Known(known);
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
            checkThatSilenceEmitsAll();
        } else if (step instanceof Checkpoint) {
            stage.checkpoint();
            checkTheLedger();
            atCheckpoint = new Known(known);
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
            coverage.saw(Situation.CLOCK_AHEAD);
            return;
        }
        partitionClocks.accepted(read.partition(), usable.occurredAt());
        newest.merge(read.partition(), usable.occurredAt(), Math::max);
        newestOnIdle.remove(read.partition());
        hear(usable);
    }

    private void hear(PlaybackEvent event) throws Exception {
        String listener = event.listener();
        boolean closely = delivery.seed() % CLOSELY_EVERY == 0;
        List<Session> before = closely ? known.expected.truthOf(listener) : List.of();
        Outcome outcome = known.expected.enter(event, known.acceptance);
        stage.hears(event);
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
        situations.saw(
                Situation.WENT_PAST_AN_IDLE_PARTITION,
                newestOnIdle.values().stream().anyMatch(accepted -> accepted < time));
        stage.clockReaches(time);
        takeIn(before, false);
        if (time >= known.acceptance) {
            checkThatAllIsEmittedInTime();
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
        checkThatItIsTrue(emitted);
    }

    /** Everything emitted is true when it is emitted. Rare cases are always checked, the rest now and then. */
    private void checkThatItIsTrue(List<Change> emitted) {
        boolean all = random.nextInt(10) == 0;
        for (Change change : emitted) {
            if (change instanceof Change.Revision revision
                    && (all || revision.session().part() > 0)) {
                checkThatItIsTrue(revision);
            } else if (change instanceof Change.Superseded gone) {
                Session successor = successorOf(gone);
                check(gone.supersededBy().equals(successor.id()), "it is superseded by " + successor, gone);
            }
        }
    }

    private void checkThatItIsTrue(Change.Revision emitted) {
        List<Session> truth = known.expected.truthOf(emitted.listener());
        int index = truth.indexOf(emitted.session());
        check(index >= 0, "what is emitted is current: " + truth, emitted);
        long end = emitted.session().endedAt();
        for (int i = index; truth.get(i).part() > 0; i--) {
            end = Math.max(end, truth.get(i - 1).endedAt());
        }
        long settledAfter = end + rules.gapMs() + rules.allowedLatenessMs() + rules.maxPlayMs();
        boolean settled = known.acceptance > settledAfter;
        check(
                settled || emitted.settledAfter() == settledAfter,
                "it is settled with its chain at " + settledAfter,
                emitted);
        long held = known.expected.heldUntil(emitted.session());
        boolean mayClose = known.latestClosing > held || known.acceptance > emitted.settledAfter();
        check(emitted.open() || mayClose, "an open play holds it until " + held, emitted);
        boolean over = closing() > emitted.session().endedAt() + rules.gapMs();
        situations.saw(Situation.HELD_OPEN, emitted.open() && over && held >= closing());
    }

    /** The current session where the id began; if nothing is left there, the next one; if there is none, the last. */
    private Session successorOf(Change.Superseded gone) {
        List<Session> truth = known.expected.truthOf(gone.listener());
        check(truth.stream().noneMatch(session -> session.id().equals(gone.sessionId())), "it is not current", gone);
        Session before = null;
        for (Session session : truth) {
            if (session.startedAt() > gone.startedAt()) {
                boolean covered = before != null && before.endedAt() >= gone.startedAt();
                boolean named = session.id().equals(gone.supersededBy()) && session.part() > 0;
                return covered && !named ? before : session;
            }
            before = session;
        }
        return before;
    }

    /** Early firing, corrections and closing happen by the acceptance clock, at the latest. */
    private void checkThatAllIsEmittedInTime() {
        for (String listener : known.expected.listeners()) {
            if (known.acceptance > known.emittedBy.getOrDefault(listener, Long.MAX_VALUE)) {
                checkThatAllIsEmitted(listener);
            }
            if (!known.emittedBy.containsKey(listener)) {
                for (Session session : known.chronicle.running(listener)) {
                    check(known.acceptance <= closesBy(session), "it is over at " + known.acceptance, session);
                }
            }
        }
    }

    /** And by the wall clock, after twice the remaining time: an operator need not update its timers at every event. */
    private void checkThatSilenceEmitsAll() {
        if (!clockKnown || known.acceptance == Clocks.NOT_STARTED) {
            return;
        }
        for (String listener : known.expected.listeners()) {
            if (silenceReaches(known.emittedBy.getOrDefault(listener, Long.MAX_VALUE / 4))) {
                checkThatAllIsEmitted(listener);
            }
            if (!known.emittedBy.containsKey(listener)) {
                for (Session session : known.chronicle.running(listener)) {
                    boolean over = silenceReaches(closesBy(session));
                    check(!over, "it is over after a silence since " + known.acceptance, session);
                }
            }
        }
    }

    private boolean silenceReaches(long time) {
        long left = Math.max(0, time - known.acceptance);
        return wallTime - silentSince
                > 2 * left + rules.gapMs() + rules.earlyFiringIntervalMs() + SILENCE_STARTS_WITHIN_MS;
    }

    private long closesBy(Session session) {
        return session.endedAt() + Math.max(rules.gapMs(), rules.maxPlayMs()) + rules.correctionsMs() + 1;
    }

    private void checkThatAllIsEmitted(String listener) {
        known.emittedBy.remove(listener);
        Set<Session> truth = new HashSet<>(known.expected.truthOf(listener));
        Set<Session> emitted = known.chronicle.current(listener);
        if (!emitted.equals(truth)) {
            Set<Session> missing = new HashSet<>(truth);
            missing.removeAll(emitted);
            emitted.removeAll(truth);
            throw new AssertionError(
                    "sessions of " + listener + " must be " + missing + ", but these were emitted: " + emitted);
        }
    }

    private void checkThatWhatCannotMatterIsPurged() {
        long remembered = stage.listeners();
        long mayMatter = known.expected.listeners().stream()
                .filter(listener -> known.acceptance
                        <= known.expected.newestOf(listener)
                                + rules.gapMs()
                                + rules.allowedLatenessMs()
                                + 2 * rules.maxPlayMs())
                .count();
        check(remembered <= mayMatter, "at most " + mayMatter + " listeners have state", remembered);
        situations.saw(
                Situation.FORGOTTEN, remembered < known.expected.listeners().size());
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
            coverage.saw(Situation.REPLAYED);
        }
        if (restart.parallelism() != parallelism) {
            coverage.saw(Situation.RESCALED);
        }
        parallelism = restart.parallelism();
        stage.restart(parallelism);
        known = new Known(atCheckpoint);
        lateBefore = known.expected.late().size();
        situations.forget();
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
            checkThatAllIsEmitted(listener);
            check(known.chronicle.running(listener).isEmpty(), "all is closed", known.chronicle.running(listener));
            checkThePlays(listener);
            situations.stood(known.expected.acceptedOf(listener), known.expected.truthOf(listener));
        }
    }

    private void checkThePlays(String listener) {
        List<String> emitted = new ArrayList<>();
        for (Session session : known.expected.truthOf(listener)) {
            List<Play> plays = known.chronicle.playsOf(session.id());
            String objection = PlainCount.objection(session, plays);
            check(objection == null, objection, session);
            plays.forEach(play -> emitted.add(PlainCount.inWords(play)));
        }
        List<String> played = new ArrayList<>();
        for (PlaybackEvent event : known.expected.acceptedOf(listener)) {
            String words = PlainCount.inWords(event, rules);
            if (words != null) {
                played.add(words);
            }
        }
        emitted.sort(Comparator.naturalOrder());
        played.sort(Comparator.naturalOrder());
        check(emitted.equals(played), "these were played: " + played, emitted);
    }

    private static void check(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new AssertionError(rule + ", but found: " + found);
        }
    }
}
