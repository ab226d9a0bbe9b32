package dev.segue.adapters.flink.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.EmittedSessions.RevisionEmitter;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One generated history of sessions, with all that the session rule corrects, joins, supersedes and repeats after a
 * restart; compacted up to anywhere; read from several partitions, with restarts and other parallelism.
 */
public final class KpiTrial {

    private static final long HOUR = 3_600_000;
    private static final int MOST_RESTARTS = 3;
    /** Enough to settle all, and to give up what was left open. */
    private static final int STEPS = 120;

    private final long seed;
    private Judge judge;
    private final Random random;
    private final RevisionEmitter emitting;
    private final KpiRules rules;
    private final List<Change> all;
    private final List<Written> written;
    private final List<Written> topic;
    private final List<List<Written>> partitions;
    private final Map<KpiKey, KpiRow> settled = new HashMap<>();

    private int[] next;
    private int[] nextAtCheckpoint;
    private int[] furthest;
    private int restarts;

    /** Who says whether rows are right. */
    public interface Judge {

        /** Brings a change from the topic of sessions to the job. */
        Change read(Change change);

        /**
         * It is quiet: all rows that have changed were emitted.
         *
         * @param read what was read of each key, in order
         * @param when in words
         */
        void judge(KpiStage stage, List<Change> read, String when);
    }

    /** The history of a seed, all subjects being followed. */
    public KpiTrial(long seed) {
        this(seed, FollowRule.DEFAULT);
    }

    /** The history of a seed. */
    public KpiTrial(long seed, FollowRule follow) {
        this.seed = seed;
        this.random = new Random(seed);
        this.emitting = RevisionEmitter.of(seed);
        Delivery delivery = Delivery.of(seed);
        this.rules = new KpiRules(
                follow,
                KpiRules.DEFAULT.emitEveryMs(),
                delivery.rules().capMs() + delivery.rules().maxPlayMs());
        EmittedSessions emitted = EmittedSessions.of(delivery, emitting);
        this.all = Turn.of(seed).around(emitted.log(), random);
        this.written = Written.byAnySubtask(all, emitted.lastCheckpoint(), emitted.crash(), new Random(seed));
        this.topic = compacted();
        this.partitions = partitions(topic, 1 + random.nextInt(3));
        this.next = new int[partitions.size()];
        this.nextAtCheckpoint = next.clone();
        this.furthest = next.clone();
    }

    /** All that was emitted, before any of it was compacted. */
    public List<Change> emitted() {
        return all;
    }

    /** What is left of it on the topic, in order. */
    public List<Written> topic() {
        return topic;
    }

    /** How many rows settled while the history went on. */
    public int settled() {
        return settled.size();
    }

    /** Whether a restart goes back to the checkpoint before it; else nothing is ever done twice. */
    private boolean goesBack() {
        return rules.follow().equals(FollowRule.DEFAULT);
    }

    /** Sends all of it to the job, and has the rows judged whenever it is quiet. May be called once. */
    public void hold(Judge by) throws Exception {
        judge = by;
        try (KpiStage stage = new KpiStage(rules)) {
            while (anyLeft()) {
                read(stage);
                somethingHappens(stage);
                if (restarts == 0) {
                    stage.emitted().stream().filter(KpiRow::settled).forEach(row -> settled.put(KpiKey.of(row), row));
                    stage.emitted().clear();
                }
            }
            stage.quiet();
            judge.judge(stage, read(), "at the end of seed " + seed);
            whatWasSettledIsAsItWas(stage);
            if (emitting == RevisionEmitter.ONCE && restarts == 0) {
                assertThat(stage.ledger().late()).as("late, seed %s", seed).isZero();
                assertThat(stage.ledger().accepted() + stage.ledger().duplicate())
                        .as("account, seed %s", seed)
                        .isEqualTo(read().size());
            }
            if (random.nextBoolean()) {
                allHasEnded(stage);
            } else {
                timeGoesOn(stage);
            }
        }
    }

    private void read(KpiStage stage) throws Exception {
        int partition = random.nextInt(next.length);
        while (next[partition] == partitions.get(partition).size()) {
            partition = (partition + 1) % next.length;
        }
        stage.receives(judge.read(partitions.get(partition).get(next[partition]).change()));
        next[partition]++;
        furthest[partition] = Math.max(furthest[partition], next[partition]);
        long clock = clock();
        if (random.nextBoolean() && clock != Clocks.NOT_STARTED) {
            stage.clockReaches(clock);
        }
    }

    private void somethingHappens(KpiStage stage) throws Exception {
        switch (random.nextInt(150)) {
            case 0 -> checkpoint(stage);
            case 1 -> restart(stage);
            case 2 -> {
                stage.quiet();
                if (isAsFarAsEver()) {
                    judge.judge(stage, read(), "seed " + seed);
                }
            }
            case 3, 4, 5 -> stage.wallClockGoesOn(random.nextInt(7_000));
            default -> {}
        }
    }

    private void checkpoint(KpiStage stage) throws Exception {
        stage.checkpoint();
        nextAtCheckpoint = next.clone();
    }

    private void restart(KpiStage stage) throws Exception {
        if (restarts == MOST_RESTARTS) {
            return;
        }
        if (!goesBack()) {
            checkpoint(stage);
        }
        restarts++;
        stage.restart(1 + random.nextInt(3));
        next = nextAtCheckpoint.clone();
    }

    private void whatWasSettledIsAsItWas(KpiStage stage) {
        settled.forEach((key, row) -> assertThat(withoutClock(row))
                .as("settled, seed %s", seed)
                .isEqualTo(withoutClock(stage.rows().get(key))));
    }

    private static List<Object> withoutClock(KpiRow row) {
        return List.of(
                KpiKey.of(row), row.startsAt(), row.endsAt(), row.mainTimeZone(), row.listeners(), row.numbers());
    }

    private void allHasEnded(KpiStage stage) throws Exception {
        stage.clockReaches(Clocks.ENDED);
        stage.quiet();
        judge.judge(stage, read(), "after the end of seed " + seed);
        assertThat(stage.rows().values())
                .as("seed %s", seed)
                .allMatch(row -> row.settled() || row.numbers().openSessions() > 0)
                .allMatch(KpiRow::over);
    }

    /** Until all rows are settled, and nothing is left. */
    private void timeGoesOn(KpiStage stage) throws Exception {
        long clock = Math.max(clock(), Turn.of(seed).at());
        long last =
                stage.rows().values().stream().mapToLong(KpiRow::endsAt).max().orElseThrow();
        for (int i = 0; i < STEPS; i++) {
            clock += pace();
            stage.clockReaches(i == STEPS / 2 ? Math.max(clock, last) : clock);
            clock = Math.max(clock, stage.clock());
        }
        stage.quiet();
        judge.judge(stage, read(), "long after seed " + seed);
        assertThat(stage.rows().values())
                .as("seed %s", seed)
                .allMatch(KpiRow::settled)
                .allMatch(KpiRow::over);
        assertThat(stage.remains()).as("remains of seed %s", seed).isZero();
    }

    private long pace() {
        return switch (random.nextInt(3)) {
            case 0 -> HOUR / 3;
            case 1 -> (1 + random.nextInt(3)) * HOUR;
            default -> (1 + random.nextInt(60)) * HOUR;
        };
    }

    /** Up to some record, every record is gone whose key comes again later. */
    private List<Written> compacted() {
        int upTo = random.nextInt(3) == 0 ? 0 : random.nextInt(written.size() + 1);
        Map<SessionId, Integer> last = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            last.put(written.get(i).change().sessionId(), i);
        }
        return IntStream.range(0, written.size())
                .filter(i -> i >= upTo || last.get(written.get(i).change().sessionId()) == i)
                .mapToObj(written::get)
                .toList();
    }

    private static List<List<Written>> partitions(List<Written> log, int count) {
        List<List<Written>> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new ArrayList<>());
        }
        for (Written record : log) {
            int partition = Math.floorMod(record.change().listener().hashCode(), count);
            partitions.get(partition).add(record);
        }
        return partitions;
    }

    private boolean anyLeft() {
        return IntStream.range(0, next.length)
                .anyMatch(i -> next[i] < partitions.get(i).size());
    }

    /** Whether all has been read again that was read before a restart: until then, rows may contain what is still to come. */
    private boolean isAsFarAsEver() {
        return Arrays.equals(furthest, next);
    }

    private List<Change> read() {
        List<Change> read = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            partitions.get(i).subList(0, next[i]).forEach(record -> read.add(record.change()));
        }
        return read;
    }

    /** The newest watermark of each partition; the earliest of them, partitions that have been read to their end left out. */
    private long clock() {
        long[] newest = new long[next.length];
        boolean[] ended = new boolean[next.length];
        for (int i = 0; i < next.length; i++) {
            newest[i] = Clocks.NOT_STARTED;
            for (Written record : partitions.get(i).subList(0, next[i])) {
                newest[i] = Math.max(newest[i], record.watermark());
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
}
