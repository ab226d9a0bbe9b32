package dev.segue.adapters.kafka.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Weeks of history read by several readers while tasks and the coordinator fail, everything in an order determined by a
 * seed: the real {@link SharedClock} and {@link ClockedReader} in a simulation of what Flink guarantees for messages,
 * checkpoints and restarts. Whatever happens, no event may be behind the clock that decides whether it is late.
 */
final class ClusterTrial {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long OUT_OF_ORDERNESS = MINUTE;
    private static final long START = 1_772_409_600_000L;
    private static final int EVENTS_PER_PARTITION = 120;
    private static final int RESTARTS_AT_MOST = 12;

    /** What can happen in a trial; a set of trials must cover all of it. */
    enum Met {
        REGIONAL_FAILOVER,
        FAILOVER_OF_ONE_READER,
        FAILOVER_OF_THE_COORDINATOR,
        FAILOVER_BEFORE_ANY_CHECKPOINT,
        FAILOVER_WHILE_READERS_START,
        FAILOVER_DURING_A_CHECKPOINT,
        ABORTED_CHECKPOINT,
        DAYS_READ_AGAIN,
        MESSAGE_HELD_BACK_BY_A_CHECKPOINT,
        IDLE_PARTITION
    }

    private final Random random;
    private final boolean partitionsGoIdle;

    /** Whether every reader is connected to every downstream task, so that all fail together, as in our own jobs. */
    private final boolean oneRegion;

    private final int parallelism;
    private final long[][] history;
    private final Set<Met> met = new HashSet<>();

    private long nowMs = 1_000_000;
    private Coordination coordination;
    private final Map<Integer, Task> tasks = new TreeMap<>();
    private final Set<Integer> startingReaders = new HashSet<>();
    private Checkpoint completed = Checkpoint.NONE;
    private Pending pending;
    private int restarts;

    ClusterTrial(long seed) {
        random = new Random(seed);
        partitionsGoIdle = random.nextBoolean();
        oneRegion = random.nextBoolean();
        parallelism = 1 + random.nextInt(4);
        history = new long[1 + random.nextInt(5)][];
        for (int partition = 0; partition < history.length; partition++) {
            history[partition] = history(1 + random.nextInt(24));
        }
        coordination = new Coordination(new KafkaSourceEnumState(List.of(), List.of(), false));
        restartAll();
    }

    /** Weeks of events, each at most the out-of-orderness behind the newest one before it. */
    private long[] history(int hoursAtMost) {
        long[] times = new long[EVENTS_PER_PARTITION];
        long newest = START + random.nextInt(48) * HOUR;
        for (int i = 0; i < times.length; i++) {
            newest += random.nextInt(hoursAtMost) * HOUR;
            times[i] = newest - (i == 0 ? 0 : random.nextInt((int) OUT_OF_ORDERNESS));
        }
        return times;
    }

    /** Reads the whole history; returns what happened on the way. */
    Set<Met> run() throws Exception {
        try {
            while (!everythingIsRead()) {
                step();
            }
            for (int i = 0; i < 2_000; i++) {
                calmStep();
            }
            assertThat(clocks()).as("the clock in the end").containsOnly(lastClock());
            return met;
        } finally {
            for (Task task : tasks.values()) {
                task.reader.close();
            }
        }
    }

    private void step() throws Exception {
        int what = random.nextInt(1_000);
        if (what < 8 && restarts < RESTARTS_AT_MOST) {
            failover();
        } else if (what < 25 && pending == null && startingReaders.isEmpty()) {
            pending = new Pending(coordination.clock.snapshotState(1));
        } else if (what < 28 && pending != null) {
            met.add(Met.ABORTED_CHECKPOINT);
            abortPending();
        } else {
            calmStep();
        }
    }

    /** A step without failures. */
    private void calmStep() throws Exception {
        nowMs += random.nextInt(150);
        int reader = random.nextInt(parallelism);
        Task task = tasks.get(reader);
        if (task == null) {
            if (random.nextInt(4) == 0) {
                startReader(reader);
            }
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> coordination.deliverReport(task);
            case 1 -> coordination.deliverAnswer(task);
            case 2 -> takePart(task);
            default -> task.read();
        }
    }

    private void takePart(Task task) {
        if (pending == null || pending.taken.containsKey(task.number)) {
            return;
        }
        pending.taken.put(task.number, task.snapshot());
        task.release();
        if (pending.taken.size() == parallelism) {
            completed = new Checkpoint(pending.enumerator, Map.copyOf(pending.taken));
            pending = null;
        }
    }

    private void abortPending() {
        pending = null;
        tasks.values().forEach(Task::release);
    }

    private void failover() throws Exception {
        restarts++;
        if (pending != null) {
            met.add(Met.FAILOVER_DURING_A_CHECKPOINT);
            abortPending();
        }
        if (!startingReaders.isEmpty()) {
            met.add(Met.FAILOVER_WHILE_READERS_START);
        }
        if (completed.parts().isEmpty()) {
            met.add(Met.FAILOVER_BEFORE_ANY_CHECKPOINT);
        }
        if (tasks.values().stream().anyMatch(task -> task.clock() > completed.clock() + 48 * HOUR)) {
            met.add(Met.DAYS_READ_AGAIN);
        }
        if (random.nextInt(3) == 0) {
            met.add(Met.FAILOVER_OF_THE_COORDINATOR);
            stop(tasks.keySet());
            coordination = new Coordination(completed.enumerator());
            restartAll();
        } else if (oneRegion) {
            met.add(Met.REGIONAL_FAILOVER);
            restart(IntStream.range(0, parallelism).boxed().toList());
        } else {
            met.add(Met.FAILOVER_OF_ONE_READER);
            restart(List.of(random.nextInt(parallelism)));
        }
    }

    private void restartAll() {
        for (int reader = 0; reader < parallelism; reader++) {
            startingReaders.add(reader);
        }
    }

    /** As the scheduler does: stops all, then resets all, and only then starts the first. */
    private void restart(List<Integer> failed) throws Exception {
        stop(failed);
        for (int reader : failed) {
            coordination.reset(reader, completed);
            startingReaders.add(reader);
        }
    }

    private void stop(Collection<Integer> failed) throws Exception {
        for (int reader : List.copyOf(failed)) {
            Task task = tasks.remove(reader);
            if (task != null) {
                task.reader.close();
            }
        }
    }

    private void startReader(int number) {
        Task task = new Task(number);
        tasks.put(number, task);
        startingReaders.remove(number);
        Part part = completed.parts().get(number);
        if (part != null) {
            task.floor = oneRegion ? completed.clock() : part.clock();
            part.splits().forEach(task::give);
        }
        coordination.register(task);
    }

    private boolean everythingIsRead() {
        int read = 0;
        for (Task task : tasks.values()) {
            for (Map.Entry<Integer, Integer> partition : task.next.entrySet()) {
                if (partition.getValue() == history[partition.getKey()].length) {
                    read++;
                }
            }
        }
        return read == history.length;
    }

    private List<Long> clocks() {
        return tasks.values().stream().map(Task::clock).distinct().toList();
    }

    private long lastClock() {
        PartitionClocks<Integer> clocks = new PartitionClocks<>(OUT_OF_ORDERNESS);
        for (int partition = 0; partition < history.length; partition++) {
            clocks.assigned(partition);
            for (long time : history[partition]) {
                clocks.accepted(partition, time);
            }
            if (partitionsGoIdle) {
                clocks.idle(partition);
            }
        }
        return clocks.time();
    }

    /** What a reader had read, and the last time it emitted. */
    private record Part(List<KafkaPartitionSplit> splits, long clock) {}

    private record Checkpoint(KafkaSourceEnumState enumerator, Map<Integer, Part> parts) {

        static final Checkpoint NONE = new Checkpoint(new KafkaSourceEnumState(List.of(), List.of(), false), Map.of());

        /** The clock of the tasks downstream of all readers. */
        long clock() {
            return parts.values().stream().mapToLong(Part::clock).min().orElse(Clocks.NOT_STARTED);
        }
    }

    /** A running checkpoint: the coordinator has taken its part, and later messages are held back. */
    private static final class Pending {
        private final KafkaSourceEnumState enumerator;
        private final Map<Integer, Part> taken = new HashMap<>();

        Pending(KafkaSourceEnumState enumerator) {
            this.enumerator = enumerator;
        }
    }

    /** A reader on a worker, with the clock by which its events are judged. */
    private final class Task implements ReaderOutput<Long> {

        private final int number;
        private final ScriptedRecords records = new ScriptedRecords();
        private final Queue<SourceEvent> reports = new ArrayDeque<>();
        private final Queue<SourceEvent> answers = new ArrayDeque<>();
        private final Queue<SourceEvent> heldBack = new ArrayDeque<>();
        private final Map<Integer, Integer> next = new TreeMap<>();
        private final ClockedReader<Long> reader;
        private long floor = Clocks.NOT_STARTED;
        private long watermark = Clocks.NOT_STARTED;

        Task(int number) {
            this.number = number;
            reader = new ClockedReader<>(
                    records,
                    new Times(),
                    new Ends(),
                    new TopicReading("playback", "sessions", true, OUT_OF_ORDERNESS, 2_000),
                    false,
                    reports::add,
                    () -> nowMs);
        }

        void give(KafkaPartitionSplit split) {
            next.put(split.getTopicPartition().partition(), (int) split.getStartingOffset());
            reader.addSplits(List.of(split));
        }

        /** Reads an event of any partition, if there is one, and checks the clocks when it is time to. */
        void read() throws Exception {
            List<Integer> left = next.keySet().stream()
                    .filter(partition -> next.get(partition) < history[partition].length)
                    .toList();
            if (!left.isEmpty() && random.nextInt(4) > 0) {
                int partition = left.get(random.nextInt(left.size()));
                int offset = next.merge(partition, 1, Integer::sum) - 1;
                byte[] value = Long.toString(history[partition][offset]).getBytes(UTF_8);
                records.put(new ConsumerRecord<>("playback", partition, offset, null, value));
            }
            reader.pollNext(this);
        }

        void release() {
            answers.addAll(heldBack);
            heldBack.clear();
        }

        Part snapshot() {
            List<KafkaPartitionSplit> splits = reader.snapshotState(1).stream()
                    .map(split -> {
                        int offset = next.get(split.getTopicPartition().partition());
                        return (KafkaPartitionSplit) new ClockedSplit(
                                new KafkaPartitionSplit(split.getTopicPartition(), offset),
                                ClockedSplit.newestOf(split));
                    })
                    .toList();
            return new Part(splits, clock());
        }

        long clock() {
            return Math.max(floor, watermark);
        }

        @Override
        public void collect(Long time, long timestamp) {
            assertThat(time)
                    .as("an event that reader %s reads while its clock is at %s", number, clock())
                    .isGreaterThanOrEqualTo(clock());
        }

        @Override
        public void collect(Long time) {
            throw new IllegalStateException("Every event has a time.");
        }

        @Override
        public void emitWatermark(Watermark mark) {
            assertThat(mark.getTimestamp()).as("a watermark after another").isGreaterThan(watermark);
            watermark = mark.getTimestamp();
        }

        @Override
        public SourceOutput<Long> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {
            throw new IllegalStateException("No partition ends.");
        }

        @Override
        public void markIdle() {
            throw new IllegalStateException("Idleness is part of the clock.");
        }

        @Override
        public void markActive() {
            throw new IllegalStateException("Idleness is part of the clock.");
        }
    }

    private static TopicPartition name(int partition) {
        return new TopicPartition("playback", partition);
    }

    private static final class Times implements RecordDecoder<Long> {

        @Override
        public Long decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
            return Long.valueOf(new String(record.value(), UTF_8));
        }

        @Override
        public boolean isUsable(Long time) {
            return true;
        }

        @Override
        public long time(Long time) {
            return time;
        }
    }

    /** A broker that always answers. */
    private final class Ends implements PartitionEnds {

        @Override
        public void watch(Map<TopicPartition, Long> next) {}

        @Override
        public boolean allRead(TopicPartition partition, long next) {
            boolean read = partitionsGoIdle && next >= history[partition.partition()].length;
            if (read) {
                met.add(Met.IDLE_PARTITION);
            }
            return read;
        }

        @Override
        public void close() {}
    }

    /** Assigns each partition to one reader, as Flink's own enumerator does. */
    private final class Partitions implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

        private final SplitEnumeratorContext<KafkaPartitionSplit> context;
        private final Map<Integer, KafkaPartitionSplit> assigned = new TreeMap<>();

        Partitions(SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState restored) {
            this.context = context;
            restored.assignedSplits()
                    .forEach(split -> assigned.put(split.getTopicPartition().partition(), split));
        }

        @Override
        public void addReader(int reader) {
            List<KafkaPartitionSplit> more = new ArrayList<>();
            for (int partition = reader; partition < history.length; partition += parallelism) {
                if (!assigned.containsKey(partition)) {
                    KafkaPartitionSplit split = new KafkaPartitionSplit(name(partition), 0);
                    assigned.put(partition, split);
                    more.add(split);
                }
            }
            if (!more.isEmpty()) {
                context.assignSplits(new SplitsAssignment<>(Map.of(reader, more)));
            }
        }

        @Override
        public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {
            splits.forEach(split -> assigned.remove(split.getTopicPartition().partition()));
        }

        /** Partitions assigned to a reader after the checkpoint. */
        List<KafkaPartitionSplit> assignedAfter(Checkpoint checkpoint, int reader) {
            Part part = checkpoint.parts().get(reader);
            return assigned.values().stream()
                    .filter(split -> split.getTopicPartition().partition() % parallelism == reader)
                    .filter(split -> part == null
                            || part.splits().stream()
                                    .noneMatch(read -> read.getTopicPartition().equals(split.getTopicPartition())))
                    .toList();
        }

        @Override
        public KafkaSourceEnumState snapshotState(long checkpoint) {
            List<KafkaPartitionSplit> unassigned = new ArrayList<>();
            for (int partition = 0; partition < history.length; partition++) {
                if (!assigned.containsKey(partition)) {
                    unassigned.add(new KafkaPartitionSplit(name(partition), 0));
                }
            }
            return new KafkaSourceEnumState(List.copyOf(assigned.values()), unassigned, true);
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int reader, String host) {}

        @Override
        public void close() {}
    }

    /** The coordinator with the clock, and the messages between it and the readers. */
    private final class Coordination extends CoordinatorOfReaders {

        private final Partitions partitions;
        private final SharedClock clock;

        Coordination(KafkaSourceEnumState restored) {
            super(parallelism);
            partitions = new Partitions(this, restored);
            clock = new SharedClock(partitions, this);
            clock.start();
        }

        void register(Task task) {
            registered.put(task.number, new ReaderInfo(task.number, "here"));
            clock.addReader(task.number);
        }

        void reset(int reader, Checkpoint checkpoint) {
            registered.remove(reader);
            clock.addSplitsBack(partitions.assignedAfter(checkpoint, reader), reader);
        }

        void deliverReport(Task task) {
            int delivered = random.nextInt(4);
            for (int i = 0; i < delivered && !task.reports.isEmpty(); i++) {
                clock.handleSourceEvent(task.number, task.reports.remove());
            }
        }

        void deliverAnswer(Task task) {
            SourceEvent answer = task.answers.poll();
            if (answer != null) {
                task.reader.handleSourceEvents(answer);
            }
        }

        @Override
        public void sendEventToSourceReader(int reader, SourceEvent event) {
            Task task = tasks.get(reader);
            if (pending != null && !pending.taken.containsKey(reader)) {
                met.add(Met.MESSAGE_HELD_BACK_BY_A_CHECKPOINT);
                task.heldBack.add(event);
            } else {
                task.answers.add(event);
            }
        }

        @Override
        public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignments) {
            assignments.assignment().forEach((reader, splits) -> splits.forEach(tasks.get(reader)::give));
        }
    }
}
