package dev.segue.adapters.flink.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.EmittedSessions.RevisionEmitter;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.track.TrackRules;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One generated history of sessions and their plays on two topics, as {@link KpiTrial} has it of sessions; both are read side by
 * side, either as far ahead of the other as it likes.
 */
public final class TrackTrial {

    private static final long HOUR = 3_600_000;
    private static final int MOST_RESTARTS = 3;

    /** Enough to settle all, to give up what was left open, and plays whose session never came. */
    private static final int STEPS = 160;

    private final long seed;
    private final Random random;
    private final KpiRules rules;
    private final TrackRules trackRules;

    /** The partitions of both topics; at first those of sessions. */
    private final List<List<Written>> partitions = new ArrayList<>();

    private final int ofSessions;

    private int[] next;
    private int[] nextAtCheckpoint;
    private final int[] furthest;
    private int restarts;

    /** Who says whether track KPIs are right. */
    public interface Judge {

        /** Brings a change from its topic to the job. */
        Change read(Change change);

        /**
         * It is quiet: all that has changed was emitted.
         *
         * @param read what was read of each key, in order
         * @param when in words
         */
        void judge(TrackStage stage, List<Change> read, String when);
    }

    /** The history of a seed. */
    public TrackTrial(long seed, FollowRule follow, int mostTracks) {
        this.seed = seed;
        this.random = new Random(seed);
        Delivery delivery = Delivery.of(seed);
        this.rules = new KpiRules(
                follow,
                KpiRules.DEFAULT.emitEveryMs(),
                delivery.rules().capMs() + delivery.rules().maxPlayMs());
        this.trackRules = new TrackRules(mostTracks, 1_000, ListeningRules.DEFAULT);
        EmittedSessions emitted = EmittedSessions.withPlays(delivery, RevisionEmitter.of(seed));
        List<Change> all = Turn.of(seed).around(emitted.log(), random);
        List<Written> written = Written.byAnySubtask(all, emitted.lastCheckpoint(), emitted.crash(), new Random(seed));
        List<Written> sessions =
                written.stream().filter(record -> !isOfPlays(record)).toList();
        List<Written> plays = written.stream().filter(TrackTrial::isOfPlays).toList();
        partitions.addAll(partitions(compacted(sessions), 1 + random.nextInt(2)));
        ofSessions = partitions.size();
        partitions.addAll(partitions(compacted(plays), 1 + random.nextInt(2)));
        this.next = new int[partitions.size()];
        this.nextAtCheckpoint = next.clone();
        this.furthest = next.clone();
    }

    private static boolean isOfPlays(Written record) {
        return record.change() instanceof PlaysOfSession || record.change() instanceof PlaysGone;
    }

    /** Sends all of it to the job, and has the track KPIs judged whenever it is quiet. May be called once. */
    public void hold(Judge judge) throws Exception {
        try (TrackStage stage = new TrackStage(rules, trackRules)) {
            while (anyLeft()) {
                read(stage, judge);
                somethingHappens(stage, judge);
            }
            stage.quiet();
            judge.judge(stage, read(), "at the end of seed " + seed);
            if (random.nextBoolean()) {
                stage.clockReaches(Clocks.ENDED);
                stage.quiet();
                judge.judge(stage, read(), "after the end of seed " + seed);
            } else {
                timeGoesOn(stage);
                judge.judge(stage, read(), "long after seed " + seed);
                assertThat(stage.remains()).as("remains of seed %s", seed).isZero();
            }
        }
    }

    private void read(TrackStage stage, Judge judge) throws Exception {
        int partition = random.nextInt(next.length);
        while (next[partition] == partitions.get(partition).size()) {
            partition = (partition + 1) % next.length;
        }
        int some = 1 + random.nextInt(10);
        for (int i = 0; i < some && next[partition] < partitions.get(partition).size(); i++) {
            Written record = partitions.get(partition).get(next[partition]);
            stage.receives(judge.read(record.change()), record.watermark());
            next[partition]++;
        }
        furthest[partition] = Math.max(furthest[partition], next[partition]);
        long clock = clock();
        if (random.nextBoolean() && clock != Clocks.NOT_STARTED) {
            stage.clockReaches(clock);
        }
    }

    private void somethingHappens(TrackStage stage, Judge judge) throws Exception {
        switch (random.nextInt(50)) {
            case 0 -> checkpoint(stage);
            case 1 -> restart(stage);
            case 2 -> {
                stage.quiet();
                if (Arrays.equals(furthest, next)) {
                    judge.judge(stage, read(), "seed " + seed);
                }
            }
            case 3, 4, 5 -> stage.wallClockGoesOn(random.nextInt(2_000));
            default -> {}
        }
    }

    private void checkpoint(TrackStage stage) throws Exception {
        stage.checkpoint();
        nextAtCheckpoint = next.clone();
    }

    /** What was counted by itself may be another after going back, where that is bounded: then nothing is done twice. */
    private void restart(TrackStage stage) throws Exception {
        if (restarts == MOST_RESTARTS) {
            return;
        }
        if (!rules.follow().equals(FollowRule.DEFAULT)) {
            checkpoint(stage);
        }
        restarts++;
        stage.restart(1 + random.nextInt(3));
        next = nextAtCheckpoint.clone();
    }

    private void timeGoesOn(TrackStage stage) throws Exception {
        long clock = Math.max(Math.max(clock(), stage.latest()), Turn.of(seed).at());
        long last = read().stream()
                .filter(Revision.class::isInstance)
                .mapToLong(change -> ((Revision) change).settledAfter())
                .max()
                .orElse(clock);
        for (int i = 0; i < STEPS; i++) {
            clock += random.nextBoolean() ? HOUR / 3 : (1 + random.nextInt(60)) * HOUR;
            clock = i == STEPS / 2 ? Math.max(clock, last) : clock;
            stage.clockReaches(clock);
        }
        stage.quiet();
    }

    /** Up to some record, every record is gone whose key comes again later. */
    private List<Written> compacted(List<Written> topic) {
        int upTo = random.nextInt(3) == 0 ? 0 : random.nextInt(topic.size() + 1);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < topic.size(); i++) {
            last.put(key(topic.get(i).change()), i);
        }
        return IntStream.range(0, topic.size())
                .filter(i -> i >= upTo || last.get(key(topic.get(i).change())) == i)
                .mapToObj(topic::get)
                .toList();
    }

    private static String key(Change change) {
        String session = change.sessionId().value();
        if (change instanceof PlaysOfSession plays) {
            return session + "/" + plays.chunk();
        }
        return change instanceof PlaysGone gone ? session + "/" + gone.chunk() : session;
    }

    private static List<List<Written>> partitions(List<Written> topic, int count) {
        List<List<Written>> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new ArrayList<>());
        }
        for (Written record : topic) {
            partitions
                    .get(Math.floorMod(record.change().listener().hashCode(), count))
                    .add(record);
        }
        return partitions;
    }

    private boolean anyLeft() {
        return IntStream.range(0, next.length)
                .anyMatch(i -> next[i] < partitions.get(i).size());
    }

    private List<Change> read() {
        List<Change> read = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            partitions.get(i).subList(0, next[i]).forEach(record -> read.add(record.change()));
        }
        return read;
    }

    /** The clock of the topic that is behind. */
    private long clock() {
        return Math.min(clock(0, ofSessions), clock(ofSessions, next.length));
    }

    /** The newest watermark of each partition; the earliest of them, partitions that have been read to their end left out. */
    private long clock(int from, int to) {
        long oldestActive = Clocks.ENDED;
        long newest = Clocks.NOT_STARTED;
        boolean anyActive = false;
        for (int i = from; i < to; i++) {
            long watermark = partitions.get(i).subList(0, next[i]).stream()
                    .mapToLong(Written::watermark)
                    .max()
                    .orElse(Clocks.NOT_STARTED);
            newest = Math.max(newest, watermark);
            if (next[i] < partitions.get(i).size()) {
                anyActive = true;
                oldestActive = Math.min(oldestActive, watermark);
            }
        }
        return anyActive ? oldestActive : newest;
    }
}
