package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic and maintains the clock of each of its partitions: decodes the records of the underlying reader, tracks
 * which partitions are active and which are silent, and emits the acceptance clock as watermarks. A watermark {@code t}
 * means that the acceptance clock is {@code t}.
 *
 * <p>It wakes up several times a second even when nothing arrives, so that it notices silence. Except for the alarm,
 * all calls come from the task's thread.
 *
 * @param <T> type of the decoded records
 */
@SuppressWarnings("try") // Flink's readers may throw anything when closed, including InterruptedException
final class ClockedReader<T> implements SourceReader<T, KafkaPartitionSplit> {

    static final long LOOK_EVERY_MS = 200;

    private final SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> records;
    private final RecordDecoder<T> decoder;
    private final PartitionEnds ends;
    private final long idleAfterMs;
    private final boolean bounded;
    private final Consumer<SourceEvent> coordinator;
    private final LongSupplier clockMs;

    private final PartitionClocks<TopicPartition> clocks;
    private final Map<String, Partition> partitions = new HashMap<>();
    private final Timer alarm;
    private volatile CompletableFuture<Void> rung = new CompletableFuture<>();
    private Decoding decoding;
    private CompletableFuture<Void> combined;
    private CompletableFuture<Void> combinedWith;
    private int assigned;
    private long lookAt;
    private long acceptance = Clocks.NOT_STARTED;
    private long emitted = Clocks.NOT_STARTED;

    /**
     * Creates a reader; Flink starts it.
     *
     * @param records reads the partitions
     * @param decoder decodes the records
     * @param ends knows whether a silent partition has been read to its end
     * @param reading idle timeout and out-of-orderness
     * @param bounded whether the partitions end: then none is ever idle, Flink ends the clock itself, and the
     *     readers' times need not be combined
     * @param coordinator receives this reader's reports
     * @param clockMs a monotonic clock, in milliseconds
     */
    ClockedReader(
            SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> records,
            RecordDecoder<T> decoder,
            PartitionEnds ends,
            TopicReading reading,
            boolean bounded,
            Consumer<SourceEvent> coordinator,
            LongSupplier clockMs) {
        this.records = records;
        this.decoder = decoder;
        this.ends = ends;
        this.idleAfterMs = reading.idleAfterMs();
        this.bounded = bounded;
        this.coordinator = coordinator;
        this.clockMs = clockMs;
        this.clocks = new PartitionClocks<>(reading.outOfOrdernessMs());
        this.alarm = new Timer(reading.topic() + "-alarm", true);
    }

    @Override
    public void start() {
        records.start();
        TimerTask ring = new TimerTask() {
            @Override
            public void run() {
                ring();
            }
        };
        alarm.schedule(ring, LOOK_EVERY_MS, LOOK_EVERY_MS);
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        for (KafkaPartitionSplit split : splits) {
            Partition partition = new Partition(split, clockMs.getAsLong());
            partitions.put(split.splitId(), partition);
            clocks.assigned(partition.name, ClockedSplit.newestOf(split), ClockedSplit.onceAllIsReadOf(split));
        }
        assigned += splits.size();
        records.addSplits(splits);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        if (decoding == null) {
            decoding = new Decoding(output);
        }
        InputStatus status = records.pollNext(decoding);
        long now = clockMs.getAsLong();
        if (now >= lookAt) {
            lookAt = now + LOOK_EVERY_MS;
            look(now);
        }
        if (acceptance > emitted) {
            emitted = acceptance;
            output.emitWatermark(new Watermark(acceptance));
        }
        return status;
    }

    private void look(long now) {
        if (bounded) {
            acceptance = Math.max(acceptance, clocks.time());
            return;
        }
        Map<TopicPartition, Long> silent = new HashMap<>();
        for (Partition partition : partitions.values()) {
            if (partition.received) {
                partition.received = false;
                partition.silentSince = now;
            }
            if (now - partition.silentSince < idleAfterMs) {
                clocks.active(partition.name);
                continue;
            }
            silent.put(partition.name, partition.next);
            if (ends.allRead(partition.name, partition.next)) {
                clocks.idle(partition.name);
            } else {
                clocks.active(partition.name);
            }
        }
        ends.watch(silent);
        coordinator.accept(new ReaderTime(clocks.time(), clocks.allIdle(), assigned));
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (event instanceof AcceptanceTime answer) {
            acceptance = Math.max(acceptance, answer.time());
            ring();
        } else {
            records.handleSourceEvents(event);
        }
    }

    private void ring() {
        rung.complete(null);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        CompletableFuture<Void> data = records.isAvailable();
        if (data.isDone()) {
            return data;
        }
        if (combined == null || combined.isDone() || combinedWith != data) {
            CompletableFuture<Void> next = new CompletableFuture<>();
            rung = next;
            combinedWith = data;
            combined = CompletableFuture.anyOf(data, next).thenAccept(anything -> {});
        }
        return combined;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        List<KafkaPartitionSplit> clocked = new ArrayList<>();
        for (KafkaPartitionSplit split : records.snapshotState(checkpoint)) {
            TopicPartition partition = split.getTopicPartition();
            clocked.add(new ClockedSplit(split, clocks.newest(partition), clocks.onceAllIsRead(partition)));
        }
        return clocked;
    }

    @Override
    public void notifyNoMoreSplits() {
        records.notifyNoMoreSplits();
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        records.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        records.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
        records.pauseOrResumeSplits(pause, resume);
    }

    @Override
    public void close() throws Exception {
        alarm.cancel();
        try (ends) {
            records.close();
        }
    }

    /** The state of one partition. */
    private static final class Partition {
        private final TopicPartition name;
        private long next;
        private long silentSince;
        private boolean received;

        Partition(KafkaPartitionSplit split, long now) {
            this.name = split.getTopicPartition();
            this.next = split.getStartingOffset();
            this.silentSince = now;
        }
    }

    /** Decodes records on their way out. Flink gives a reader one output for its whole life. */
    private final class Decoding implements ReaderOutput<ConsumerRecord<byte[], byte[]>> {

        private final ReaderOutput<T> output;

        Decoding(ReaderOutput<T> output) {
            this.output = output;
        }

        @Override
        public SourceOutput<ConsumerRecord<byte[], byte[]>> createOutputForSplit(String split) {
            return new DecodingPartition(partitions.get(split), output.createOutputForSplit(split));
        }

        @Override
        public void releaseOutputForSplit(String split) {
            clocks.finished(partitions.remove(split).name);
            output.releaseOutputForSplit(split);
        }

        @Override
        public void collect(ConsumerRecord<byte[], byte[]> record) {
            throw new IllegalStateException("Every record must come from a partition.");
        }

        @Override
        public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
            collect(record);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw noClockBelow();
        }

        @Override
        public void markIdle() {
            throw noClockBelow();
        }

        @Override
        public void markActive() {
            throw noClockBelow();
        }
    }

    private static IllegalStateException noClockBelow() {
        return new IllegalStateException("The underlying reader must not emit watermarks or idleness.");
    }

    /** Decodes the records of one partition, and advances its clock. */
    private final class DecodingPartition implements SourceOutput<ConsumerRecord<byte[], byte[]>> {

        private final Partition partition;
        private final SourceOutput<T> output;

        DecodingPartition(Partition partition, SourceOutput<T> output) {
            this.partition = partition;
            this.output = output;
        }

        @Override
        public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
            collect(record);
        }

        @Override
        public void collect(ConsumerRecord<byte[], byte[]> record) {
            long readAt = System.currentTimeMillis();
            T read = decoder.decode(record, readAt);
            partition.next = record.offset() + 1;
            partition.received |= decoder.isUsable(read);
            long time = decoder.time(record, read);
            if (time == RecordDecoder.NO_TIME) {
                output.collect(read, readAt);
            } else {
                output.collect(read, time);
                clocks.observe(partition.name, time);
            }
            clocks.observeOnceAllIsRead(partition.name, decoder.timeOnceAllIsRead(read));
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw noClockBelow();
        }

        @Override
        public void markIdle() {
            throw noClockBelow();
        }

        @Override
        public void markActive() {
            throw noClockBelow();
        }
    }
}
