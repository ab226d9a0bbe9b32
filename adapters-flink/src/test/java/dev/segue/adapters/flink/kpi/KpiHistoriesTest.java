package dev.segue.adapters.flink.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.fixture.Delivery.Checkpoint;
import dev.segue.domain.fixture.Delivery.ClockIs;
import dev.segue.domain.fixture.Delivery.Ends;
import dev.segue.domain.fixture.Delivery.Reads;
import dev.segue.domain.fixture.Delivery.Restarts;
import dev.segue.domain.fixture.Delivery.Step;
import dev.segue.domain.fixture.Delivery.WallClockIs;
import dev.segue.domain.kpi.FollowRule;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiRules;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Forgotten;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Clocks;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Generated histories, told by the session rule with all that it corrects, joins, supersedes and repeats after a restart;
 * compacted up to anywhere; read from several partitions, with restarts and other parallelism. Whenever it is quiet, the
 * rows are those that grouping the last revisions gives.
 */
class KpiHistoriesTest {

    private static final int SEEDS = Integer.getInteger("segue.kpi.seeds", 60);

    private static final String[] ZONES = {
        "Europe/Stockholm",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "America/New_York",
        null,
        "Not/AZone",
        "Pacific/Chatham",
        "Europe/Lisbon"
    };
    private static final String[] COUNTRIES = {"SE", "AU", null, "Oz", null};

    private int quietMoments;
    private int rowsCompared;
    private int settledEarly;
    private int givenUp;
    private int lastWordsOfLowerNumber;

    @Test
    void wheneverItIsQuietTheRowsAreThoseThatGroupingTheLastRevisionsGives() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            hold(seed);
        }

        assertThat(quietMoments).isGreaterThan(2 * SEEDS);
        assertThat(rowsCompared).isGreaterThan(300 * SEEDS);
        assertThat(settledEarly).isGreaterThan(SEEDS);
        assertThat(lastWordsOfLowerNumber).isGreaterThan(SEEDS / 10);
        assertThat(givenUp).isGreaterThan(SEEDS / 20);
    }

    @Test
    void beyondTheBoundWhatIsFirstHeardIsFollowedAndAllElseIsCountedTogether() throws Exception {
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Delivery delivery = Delivery.of(seed);
            List<Change> log = log(delivery, Telling.ONCE);
            KpiRules rules = kpiRules(new FollowRule(Set.of(), 2), delivery.rules());
            try (KpiStage stage = new KpiStage(rules)) {
                for (Change change : log) {
                    stage.hears(change);
                }
                stage.quiet();
                List<Subject> followed = stage.rows().keySet().stream()
                        .map(KpiKey::subject)
                        .filter(subject -> subject.id() != null)
                        .map(Subject::withoutEdition)
                        .distinct()
                        .toList();
                assertThat(followed).hasSizeLessThanOrEqualTo(2);
                assertSame(stage, log, followed::contains, "bounded, seed " + seed);
            }
        }
    }

    private void hold(long seed) throws Exception {
        Random random = new Random(seed);
        Delivery delivery = Delivery.of(seed);
        boolean exactlyOnce = telling(seed) == Telling.ONCE;
        List<Change> all = log(delivery, telling(seed));
        lastWordsOfLowerNumber += lastWordsOfLowerNumber(all);
        List<Change> log = compacted(all, random);
        List<List<Change>> partitions = partitions(log, 1 + random.nextInt(3));
        int[] next = new int[partitions.size()];
        int[] nextAtCheckpoint = next.clone();
        int[] furthest = next.clone();
        try (KpiStage stage = new KpiStage(kpiRules(FollowRule.DEFAULT, delivery.rules()))) {
            Map<KpiKey, KpiRow> settled = new HashMap<>();
            int restarts = 0;
            while (anyLeft(partitions, next)) {
                int partition = random.nextInt(next.length);
                if (next[partition] == partitions.get(partition).size()) {
                    continue;
                }
                stage.hears(partitions.get(partition).get(next[partition]));
                next[partition]++;
                furthest[partition] = Math.max(furthest[partition], next[partition]);
                if (random.nextBoolean()) {
                    long clock = clock(partitions, next);
                    if (clock != Clocks.NOT_STARTED) {
                        stage.clockReaches(clock);
                    }
                }
                switch (random.nextInt(150)) {
                    case 0 -> {
                        stage.checkpoint();
                        nextAtCheckpoint = next.clone();
                    }
                    case 1 -> {
                        if (restarts < 3) {
                            restarts++;
                            stage.restart(1 + random.nextInt(3));
                            next = nextAtCheckpoint.clone();
                        }
                    }
                    case 2 -> {
                        stage.quiet();
                        if (isAsFarAs(furthest, next)) {
                            assertSame(stage, read(partitions, next), subject -> true, "seed " + seed);
                        }
                    }
                    case 3, 4, 5 -> stage.wallClockGoesOn(random.nextInt(7_000));
                    default -> {}
                }
                if (restarts == 0) {
                    stage.told().stream().filter(KpiRow::settled).forEach(row -> settled.put(KpiKey.of(row), row));
                    stage.told().clear();
                }
            }
            stage.quiet();
            assertSame(stage, log, subject -> true, "at the end of seed " + seed);
            settledEarly += settled.size();
            settled.forEach((key, row) -> assertThat(numbers(row))
                    .as("settled, seed %s", seed)
                    .isEqualTo(numbers(stage.rows().get(key))));
            if (exactlyOnce && restarts == 0) {
                assertThat(stage.account().late()).as("late, seed %s", seed).isZero();
                assertThat(stage.account().accepted() + stage.account().duplicate())
                        .as("account, seed %s", seed)
                        .isEqualTo(log.size());
            }
            stage.clockReaches(Clocks.ENDED);
            stage.quiet();
            assertSame(stage, log, subject -> true, "after the end of seed " + seed);
            assertThat(stage.rows().values())
                    .as("seed %s", seed)
                    .allMatch(row -> row.settled() || row.openSessions() > 0)
                    .allMatch(KpiRow::over);
        }
    }

    private void assertSame(KpiStage stage, List<Change> log, Predicate<Subject> followed, String when) {
        quietMoments++;
        givenUp += stage.givenUp().size();
        Map<KpiKey, KpiRow> expected =
                GroupBy.rows(GroupBy.standing(log), followed, stage.rules().longestSessionMs(), stage.givenUp());
        rowsCompared += expected.size();
        expected.forEach((key, row) -> {
            assertThat(stage.rows()).as(when).containsKey(key);
            assertThat(numbers(stage.rows().get(key))).as(when).isEqualTo(row);
        });
        stage.rows().forEach((key, row) -> {
            if (!expected.containsKey(key)) {
                assertThat(row.sessions() + row.runs() + row.listeners() + row.plays() + row.listenedMs())
                        .as("%s: nothing stands in %s", when, key.text())
                        .isZero();
                assertThat(row.songsPerRun().counts()).isEmpty();
                assertThat(row.longestRun().counts()).isEmpty();
            }
        });
    }

    /** The row without what depends on the clock. */
    private static KpiRow numbers(KpiRow row) {
        return new KpiRow(
                row.subject(),
                row.place(),
                row.slot(),
                row.startsAt(),
                row.endsAt(),
                row.mainTimeZone(),
                row.listeners(),
                row.sessions(),
                row.listenedMs(),
                row.plays(),
                row.countedPlays(),
                row.skips(),
                row.runs(),
                row.songsInRuns(),
                row.abandonedRuns(),
                row.songsPerRun(),
                row.longestRun(),
                row.openSessions(),
                false,
                false,
                Clocks.NOT_STARTED);
    }

    private static KpiRules kpiRules(FollowRule follow, SessionRules rules) {
        return new KpiRules(follow, KpiRules.DEFAULT.emitEveryMs(), rules.capMs() + rules.maxPlayMs());
    }

    /** How the sessions job goes on after it stopped. */
    private enum Telling {
        /** From its last checkpoint; what it told since then is not there. */
        ONCE,
        /** From its last checkpoint; what it told since then is there. */
        TWICE,
        /** With the next event; all sessions that it knew are lost. */
        FORGETFUL
    }

    private static Telling telling(long seed) {
        return switch ((int) (seed % 6)) {
            case 0, 2, 4 -> Telling.ONCE;
            case 1, 5 -> Telling.TWICE;
            default -> Telling.FORGETFUL;
        };
    }

    /** What the topic of sessions holds. */
    private static List<Change> log(Delivery delivery, Telling telling) throws Exception {
        List<Change> log = new ArrayList<>();
        switch (telling) {
            case ONCE -> tellOnce(delivery, log);
            case TWICE -> tellTwice(delivery, log);
            case FORGETFUL -> tellForgetfully(delivery, log);
        }
        return log;
    }

    /** Sessions that ran when the state was lost are left open for ever. */
    private static void tellForgetfully(Delivery delivery, List<Change> log) {
        Random random = new Random(delivery.seed());
        List<Step> steps = delivery.steps();
        int loss = steps.size() / 4 + random.nextInt(steps.size() / 2);
        try (IncrementalStage sessions = new IncrementalStage(delivery.rules())) {
            steps.subList(0, loss).forEach(step -> tell(step, sessions, log));
        }
        try (IncrementalStage sessions = new IncrementalStage(delivery.rules())) {
            sessions.clockReaches(clock(steps.subList(0, loss)));
            steps.subList(loss, steps.size()).forEach(step -> tell(step, sessions, log));
        }
    }

    /** What was told after a checkpoint and before a crash is not there. */
    private static void tellOnce(Delivery delivery, List<Change> log) {
        IncrementalStage sessions = new IncrementalStage(delivery.rules());
        int committed = 0;
        for (Step step : delivery.steps()) {
            tell(step, sessions, log);
            if (step instanceof Checkpoint) {
                sessions.checkpoint();
                committed = log.size();
            } else if (step instanceof Restarts restarts) {
                sessions.restart(restarts.parallelism());
                log.subList(committed, log.size()).clear();
            }
        }
    }

    /**
     * What was told after a checkpoint, for up to an hour, and before a crash is there. What is told after it is something
     * else: for a while the clock is not seen, so fewer revisions are due, and the last word on a session may have a lower
     * number.
     */
    private static void tellTwice(Delivery delivery, List<Change> log) {
        IncrementalStage sessions = new IncrementalStage(delivery.rules());
        Random random = new Random(delivery.seed());
        List<Step> steps = delivery.steps();
        int crash = steps.size() / 3 + random.nextInt(steps.size() / 2);
        long clockAtCrash = clock(steps.subList(0, crash));
        int checkpoint = crash;
        while (checkpoint > 0 && clockAtCrash - clock(steps.subList(0, checkpoint - 1)) <= LastImage.BEHIND_MS) {
            checkpoint--;
        }
        steps.subList(0, checkpoint).forEach(step -> tell(step, sessions, log));
        sessions.checkpoint();
        steps.subList(checkpoint, crash).forEach(step -> tell(step, sessions, log));
        sessions.restart(1);
        int seenAgain = crash + random.nextInt(steps.size() - crash);
        for (int i = checkpoint; i < steps.size(); i++) {
            boolean isTime = steps.get(i) instanceof ClockIs || steps.get(i) instanceof WallClockIs;
            if (!isTime || i >= seenAgain) {
                tell(steps.get(i), sessions, log);
            }
        }
    }

    private static long clock(List<Step> steps) {
        long clock = Long.MIN_VALUE / 2;
        for (Step step : steps) {
            if (step instanceof ClockIs is) {
                clock = Math.max(clock, is.time());
            }
        }
        return clock;
    }

    private static void tell(Step step, IncrementalStage sessions, List<Change> log) {
        if (step instanceof Reads reads && reads.meant() != null) {
            sessions.hears(reads.meant());
        } else if (step instanceof ClockIs clock) {
            sessions.clockReaches(clock.time());
        } else if (step instanceof WallClockIs wall) {
            sessions.wallClockReaches(wall.time());
        } else if (step instanceof Ends) {
            sessions.clockReaches(Clocks.ENDED);
        }
        for (Change change : sessions.told()) {
            if (!(change instanceof PlaysOfSession) && !(change instanceof PlaysGone)) {
                log.add(placed(change));
            }
        }
    }

    /** A listener is somewhere, and now and then a correction says that a session was elsewhere. */
    private static Change placed(Change change) {
        if (!(change instanceof Revision revision)) {
            return change;
        }
        int where = revision.listener().hashCode() + (revision.number() % 5 == 0 ? 1 : 0);
        Session session = revision.session();
        Session placed = new Session(
                session.id(),
                session.listener(),
                session.startedAt(),
                session.endedAt(),
                COUNTRIES[Math.floorMod(where, COUNTRIES.length)],
                ZONES[Math.floorMod(where * 31 + session.listener().length(), ZONES.length)],
                session.part(),
                session.events(),
                session.plays(),
                session.countedPlays(),
                session.skips(),
                session.listenedMs(),
                session.interruptions(),
                session.devices(),
                session.deviceChanges(),
                session.runCount(),
                session.runs(),
                session.longestRun(),
                session.otherRuns(),
                session.mood());
        return new Revision(
                placed,
                revision.number(),
                revision.status(),
                revision.open(),
                revision.asOf(),
                revision.settledAfter(),
                revision.rulesVersion());
    }

    private static int lastWordsOfLowerNumber(List<Change> log) {
        Map<SessionId, Integer> highest = new HashMap<>();
        Map<SessionId, Integer> last = new HashMap<>();
        for (Change change : log) {
            if (change instanceof Forgotten) {
                last.remove(change.sessionId());
            } else {
                highest.merge(change.sessionId(), number(change), Math::max);
                last.put(change.sessionId(), number(change));
            }
        }
        return (int) last.entrySet().stream()
                .filter(word -> word.getValue() < highest.get(word.getKey()))
                .count();
    }

    private static int number(Change change) {
        return change instanceof Revision revision ? revision.number() : ((Superseded) change).number();
    }

    /** Up to some record, every record is gone whose key comes again later. */
    private static List<Change> compacted(List<Change> log, Random random) {
        int upTo = random.nextInt(3) == 0 ? 0 : random.nextInt(log.size() + 1);
        Map<SessionId, Integer> last = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            last.put(log.get(i).sessionId(), i);
        }
        List<Change> left = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if (i >= upTo || last.get(log.get(i).sessionId()) == i) {
                left.add(log.get(i));
            }
        }
        return left;
    }

    private static List<List<Change>> partitions(List<Change> log, int count) {
        List<List<Change>> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new ArrayList<>());
        }
        Map<SessionId, Integer> places = new HashMap<>();
        for (Change change : log) {
            int place = places.computeIfAbsent(
                    change.sessionId(), id -> Math.floorMod(change.listener().hashCode(), count));
            partitions.get(place).add(change);
        }
        return partitions;
    }

    private static boolean anyLeft(List<List<Change>> partitions, int[] next) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < partitions.get(i).size()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all has been read again that was read before a restart: until then, rows may tell of what is still to come. */
    private static boolean isAsFarAs(int[] furthest, int[] next) {
        return Arrays.equals(furthest, next);
    }

    private static List<Change> read(List<List<Change>> partitions, int[] next) {
        List<Change> read = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            read.addAll(partitions.get(i).subList(0, next[i]));
        }
        return read;
    }

    /** The newest time of each partition; the earliest of them, partitions that have been read to their end left out. */
    private static long clock(List<List<Change>> partitions, int[] next) {
        long[] newest = new long[next.length];
        boolean[] ended = new boolean[next.length];
        for (int i = 0; i < next.length; i++) {
            newest[i] = Clocks.NOT_STARTED;
            for (Change change : partitions.get(i).subList(0, next[i])) {
                long asOf = asOf(change);
                newest[i] = asOf == Clocks.ENDED ? newest[i] : Math.max(newest[i], asOf);
            }
            ended[i] = next[i] == partitions.get(i).size();
        }
        return Arrays.stream(IntStream.range(0, next.length)
                        .filter(i -> !ended[i])
                        .mapToLong(i -> newest[i])
                        .toArray())
                .min()
                .orElse(Arrays.stream(newest).max().orElseThrow());
    }

    private static long asOf(Change change) {
        if (change instanceof Revision revision) {
            return revision.asOf();
        }
        return change instanceof Superseded superseded ? superseded.asOf() : Clocks.NOT_STARTED;
    }
}
