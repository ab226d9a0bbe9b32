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
 * Stages one delivery, and holds all that comes of it against the batch reference and the letter of the rules: at every
 * step what is told and how, at every checkpoint the account, and in the end what stands. Objects with an {@link
 * AssertionError}.
 */
public final class Trial {

    private static final long OUT_OF_ORDERNESS_MS = 60_000;

    /** Of so many deliveries one is looked at event by event: that costs as much as all the rest. */
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
    /** Since when, by the wall clock, silence may count: the acceptance clock went on, or the job was restarted. */
    private long stillSince;
    /** Since when it must count: the acceptance clock was told. */
    private long silentSince;

    private boolean clockKnown;
    private final Map<Integer, Long> newest = new HashMap<>();
    private final Map<Integer, Long> newestOnIdle = new HashMap<>();
    private int parallelism = 1;
    private int heardSinceCheckpoint;
    /** How many events were late before the last restart, and not after it. */
    private int lateBefore;

    /** What must be known, and is known again after a crash. */
    private static final class Known {
        final Ledger ledger;
        final Chronicle chronicle;
        long acceptance = Clocks.NOT_STARTED;
        long latestClosing = Clocks.NOT_STARTED;
        /** By listener: by when, on the closing clock, everything must be told; absent once it was. */
        final Map<String, Long> toldBy = new HashMap<>();

        Known(SessionRules rules, Coverage coverage) {
            ledger = new Ledger(rules);
            chronicle = new Chronicle(rules, coverage);
        }

        Known(Known other) {
            ledger = new Ledger(other.ledger);
            chronicle = new Chronicle(other.chronicle);
            acceptance = other.acceptance;
            latestClosing = other.latestClosing;
            toldBy.putAll(other.toldBy);
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

    /** Holds {@code stage}, which must be fresh, against the rules; counts in {@code coverage} what came up. */
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
            checkThatSilenceTellsAll();
        } else if (step instanceof Checkpoint) {
            stage.checkpoint();
            checkTheAccount();
            atCheckpoint = new Known(known);
            heardSinceCheckpoint = 0;
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
        check(Objects.equals(usable, read.meant()), "of " + read.reported() + " becomes " + read.meant(), verdict);
        if (usable == null) {
            coverage.saw(Situation.CLOCK_AHEAD);
            return;
        }
        partitionClocks.heard(read.partition(), usable.occurredAt());
        newest.merge(read.partition(), usable.occurredAt(), Math::max);
        newestOnIdle.remove(read.partition());
        hear(usable);
    }

    private void hear(PlaybackEvent event) throws Exception {
        String listener = event.listener();
        boolean closely = delivery.seed() % CLOSELY_EVERY == 0;
        List<Session> before = closely ? known.ledger.truthOf(listener) : List.of();
        Outcome outcome = known.ledger.enter(event, known.acceptance);
        stage.hears(event);
        heardSinceCheckpoint++;
        situations.heard(event, outcome, known.ledger, known.acceptance, clockKnown);
        if (outcome != Outcome.ACCEPTED) {
            return;
        }
        known.chronicle.heard(event, earliestClosing());
        long now = known.acceptance == Clocks.NOT_STARTED ? known.ledger.newestOf(listener) : closing();
        known.latestClosing = Math.max(known.latestClosing, closing());
        long due = now + Math.max(rules.earlyFiringIntervalMs(), rules.correctionsMs());
        known.toldBy.merge(listener, due, Math::max);
        if (closely) {
            situations.accepted(event, before, known.ledger, known.chronicle);
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
                newestOnIdle.values().stream().anyMatch(heard -> heard < time));
        stage.clockReaches(time);
        takeIn(before, false);
        if (time >= known.acceptance) {
            checkThatAllIsToldInTime();
            checkThatWhatCannotMatterIsForgotten();
        }
    }

    /** The latest that it can be by the closing clock. */
    private long closing() {
        boolean runs = known.acceptance != Clocks.NOT_STARTED && known.acceptance != Clocks.ENDED;
        return runs ? known.acceptance + wallTime - stillSince : known.acceptance;
    }

    /** The earliest that it can be by the closing clock. */
    private long earliestClosing() {
        long silence = Math.max(0, wallTime - silentSince - SilenceClock.STEP_MS);
        return clockKnown && closing() > known.acceptance ? known.acceptance + silence : known.acceptance;
    }

    private void takeIn(long before, boolean silent) {
        known.latestClosing = Math.max(known.latestClosing, closing());
        List<Change> told = stage.told();
        known.chronicle.takeIn(
                told, new Moment(before, known.acceptance, earliestClosing(), closing(), known.latestClosing, silent));
        situations.told(told);
        checkThatItIsTrue(told);
    }

    /** Whatever is told is true when it is told. All is looked at now and then, what is rare always. */
    private void checkThatItIsTrue(List<Change> told) {
        boolean all = random.nextInt(10) == 0;
        for (Change change : told) {
            if (change instanceof Change.Revision revision
                    && (all || revision.session().part() > 0)) {
                checkThatItIsTrue(revision);
            } else if (change instanceof Change.Superseded gone) {
                Session successor = successorOf(gone);
                check(gone.supersededBy().equals(successor.id()), "it is superseded by " + successor, gone);
            }
        }
    }

    private void checkThatItIsTrue(Change.Revision told) {
        List<Session> truth = known.ledger.truthOf(told.listener());
        int index = truth.indexOf(told.session());
        check(index >= 0, "what is told stands: " + truth, told);
        long end = told.session().endedAt();
        for (int i = index; truth.get(i).part() > 0; i--) {
            end = Math.max(end, truth.get(i - 1).endedAt());
        }
        long settledAfter = end + rules.gapMs() + rules.allowedLatenessMs() + rules.maxPlayMs();
        boolean settled = known.acceptance > settledAfter;
        check(settled || told.settledAfter() == settledAfter, "it settles with its chain at " + settledAfter, told);
        long held = known.ledger.heldUntil(told.session());
        boolean mayClose = known.latestClosing > held || known.acceptance > told.settledAfter();
        check(told.open() || mayClose, "an open play holds it until " + held, told);
        boolean over = closing() > told.session().endedAt() + rules.gapMs();
        situations.saw(Situation.HELD_OPEN, told.open() && over && held >= closing());
    }

    /** What stands where the id began; where nothing is left, what comes next; after the last, the last. */
    private Session successorOf(Change.Superseded gone) {
        List<Session> truth = known.ledger.truthOf(gone.listener());
        check(truth.stream().noneMatch(session -> session.id().equals(gone.sessionId())), "it stands no more", gone);
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

    /** Early firing, corrections and ends come when they are due by the acceptance clock at the latest. */
    private void checkThatAllIsToldInTime() {
        for (String listener : known.ledger.listeners()) {
            if (known.acceptance > known.toldBy.getOrDefault(listener, Long.MAX_VALUE)) {
                checkThatAllIsTold(listener);
            }
            if (!known.toldBy.containsKey(listener)) {
                for (Session session : known.chronicle.running(listener)) {
                    check(known.acceptance <= closesBy(session), "it is over at " + known.acceptance, session);
                }
            }
        }
    }

    /** And by the wall clock, after twice the time that is left: an operator need not move its timers at every event. */
    private void checkThatSilenceTellsAll() {
        if (!clockKnown || known.acceptance == Clocks.NOT_STARTED) {
            return;
        }
        for (String listener : known.ledger.listeners()) {
            if (silenceReaches(known.toldBy.getOrDefault(listener, Long.MAX_VALUE / 4))) {
                checkThatAllIsTold(listener);
            }
            if (!known.toldBy.containsKey(listener)) {
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

    private void checkThatAllIsTold(String listener) {
        known.toldBy.remove(listener);
        Set<Session> truth = new HashSet<>(known.ledger.truthOf(listener));
        Set<Session> told = known.chronicle.standing(listener);
        if (!told.equals(truth)) {
            Set<Session> missing = new HashSet<>(truth);
            missing.removeAll(told);
            told.removeAll(truth);
            throw new AssertionError("of " + listener + " this stands: " + missing + ", but this was told: " + told);
        }
    }

    private void checkThatWhatCannotMatterIsForgotten() {
        long remembered = stage.listeners();
        long mayMatter = known.ledger.listeners().stream()
                .filter(listener -> known.acceptance
                        <= known.ledger.newestOf(listener)
                                + rules.gapMs()
                                + rules.allowedLatenessMs()
                                + 2 * rules.maxPlayMs())
                .count();
        check(remembered <= mayMatter, "at most " + mayMatter + " listeners are remembered", remembered);
        situations.saw(
                Situation.FORGOTTEN, remembered < known.ledger.listeners().size());
    }

    private void checkTheAccount() throws Exception {
        check(
                stage.account().equals(known.ledger.account()),
                "the account is " + known.ledger.account(),
                stage.account());
        List<PlaybackEvent> late = known.ledger.late();
        List<PlaybackEvent> told = stage.late();
        Comparator<PlaybackEvent> order = Comparator.comparing(PlaybackEvent::toString);
        List<PlaybackEvent> expected =
                late.subList(lateBefore, late.size()).stream().sorted(order).toList();
        check(told.stream().sorted(order).toList().equals(expected), "these are late: " + expected, told);
    }

    private void restart(Restarts restart) throws Exception {
        if (heardSinceCheckpoint > 0) {
            coverage.saw(Situation.REPLAYED);
        }
        if (restart.parallelism() != parallelism) {
            coverage.saw(Situation.RESCALED);
        }
        parallelism = restart.parallelism();
        stage.restart(parallelism);
        known = new Known(atCheckpoint);
        lateBefore = known.ledger.late().size();
        situations.forget();
        heardSinceCheckpoint = 0;
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
        checkTheAccount();
        known.chronicle.end();
        check(stage.isEmpty(), "nothing is left", stage.listeners());
        for (String listener : known.ledger.listeners()) {
            checkThatAllIsTold(listener);
            check(known.chronicle.running(listener).isEmpty(), "all is closed", known.chronicle.running(listener));
            checkThePlays(listener);
            situations.stood(known.ledger.acceptedOf(listener), known.ledger.truthOf(listener));
        }
    }

    private void checkThePlays(String listener) {
        List<String> told = new ArrayList<>();
        for (Session session : known.ledger.truthOf(listener)) {
            List<Play> plays = known.chronicle.playsOf(session.id());
            String objection = PlainCount.objection(session, plays);
            check(objection == null, objection, session);
            plays.forEach(play -> told.add(PlainCount.inWords(play)));
        }
        List<String> played = new ArrayList<>();
        for (PlaybackEvent event : known.ledger.acceptedOf(listener)) {
            String words = PlainCount.inWords(event, rules);
            if (words != null) {
                played.add(words);
            }
        }
        told.sort(Comparator.naturalOrder());
        played.sort(Comparator.naturalOrder());
        check(told.equals(played), "these were played: " + played, told);
    }

    private static void check(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new AssertionError(rule + ", but this was found: " + found);
        }
    }
}
