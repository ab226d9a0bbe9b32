package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.source.ClusterTrial.Situation;
import dev.segue.domain.clock.Clocks;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;

/** A reader on a worker, with the clock by which its events are judged. */
final class SimulatedTask implements ReaderOutput<Long> {

    final int number;
    private final PartitionHistories history;
    private final Random random;
    private final Set<Situation> situations;
    private final ScriptedRecords records = new ScriptedRecords();
    final Queue<SourceEvent> reports = new ArrayDeque<>();
    final Queue<SourceEvent> answers = new ArrayDeque<>();
    final Queue<SourceEvent> heldBack = new ArrayDeque<>();
    private final Map<Integer, Integer> next = new TreeMap<>();
    final ClockedReader<Long> reader;
    long floor = Clocks.NOT_STARTED;
    private long watermark = Clocks.NOT_STARTED;

    SimulatedTask(
            int number, PartitionHistories history, Random random, LongSupplier nowMs, Set<Situation> situations) {
        this.number = number;
        this.history = history;
        this.random = random;
        this.situations = situations;
        reader = new ClockedReader<>(
                records,
                new PartitionHistories.Times(),
                new Ends(),
                new TopicReading(
                        PartitionHistories.TOPIC, "sessions", true, PartitionHistories.OUT_OF_ORDERNESS, 2_000),
                false,
                reports::add,
                nowMs);
    }

    void give(KafkaPartitionSplit split) {
        next.put(split.getTopicPartition().partition(), (int) split.getStartingOffset());
        reader.addSplits(List.of(split));
    }

    /** Reads an event of any partition, if there is one, and checks the clocks when it is time to. */
    void read() throws Exception {
        List<Integer> left = next.keySet().stream()
                .filter(partition -> !history.isRead(partition, next.get(partition)))
                .toList();
        if (!left.isEmpty() && random.nextInt(4) > 0) {
            int partition = left.get(random.nextInt(left.size()));
            int offset = next.merge(partition, 1, Integer::sum) - 1;
            records.put(history.record(partition, offset));
        }
        reader.pollNext(this);
    }

    /** How many partitions it has read to their end. */
    int partitionsRead() {
        return (int) next.entrySet().stream()
                .filter(partition -> history.isRead(partition.getKey(), partition.getValue()))
                .count();
    }

    /** Lets the messages that a checkpoint held back arrive. */
    void release() {
        answers.addAll(heldBack);
        heldBack.clear();
    }

    TrialCheckpoint.Part snapshot() {
        List<KafkaPartitionSplit> splits = reader.snapshotState(1).stream()
                .map(split -> {
                    int offset = next.get(split.getTopicPartition().partition());
                    return (KafkaPartitionSplit) new ClockedSplit(
                            new KafkaPartitionSplit(split.getTopicPartition(), offset),
                            ClockedSplit.newestOf(split),
                            ClockedSplit.onceAllIsReadOf(split));
                })
                .toList();
        return new TrialCheckpoint.Part(splits, clock());
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

    /** A broker that always answers. */
    private final class Ends implements PartitionEnds {

        @Override
        public void watch(Map<TopicPartition, Long> next) {}

        @Override
        public boolean allRead(TopicPartition partition, long next) {
            boolean idle = history.isIdle(partition.partition(), next);
            if (idle) {
                situations.add(Situation.IDLE_PARTITION);
            }
            return idle;
        }

        @Override
        public void close() {}
    }
}
