package dev.segue.adapters.kafka.source;

import static dev.segue.domain.fixture.Events.aSearch;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;

/** A {@link ClockedReader} of playback events with scripted records, partition ends and wall clock. */
abstract class ClockedReaderHarness {

    static final long MINUTE = 60_000;
    static final long IDLE_AFTER = 30_000;
    static final long NINE = 9 * 60 * MINUTE;
    static final long TEN = 10 * 60 * MINUTE;

    final ScriptedRecords records = new ScriptedRecords();
    final FixedEnds ends = new FixedEnds();
    final List<SourceEvent> reports = new ArrayList<>();
    final CollectedOutput<Received<PlaybackRecord>> output = new CollectedOutput<>();
    long nowMs = 1_000_000;
    ClockedReader<Received<PlaybackRecord>> reader = reader(false);

    @AfterEach
    void close() throws Exception {
        reader.close();
    }

    ClockedReader<Received<PlaybackRecord>> reader(boolean bounded) {
        EventDecoder decoder = value -> {
            String text = new String(value, StandardCharsets.UTF_8);
            if (!text.startsWith("at ")) {
                throw new UnusableRecord(RejectionReason.UNREADABLE, "No time.");
            }
            return aSearch().at(Long.parseLong(text.substring(3))).build();
        };
        TopicReading reading = new TopicReading("playback", "sessions", true, MINUTE, IDLE_AFTER);
        return new ClockedReader<>(
                records,
                new PlaybackDecoder(decoder, Intake.DEFAULT, true),
                ends,
                reading,
                bounded,
                reports::add,
                () -> nowMs);
    }

    void given(int... partitions) {
        for (int partition : partitions) {
            reader.addSplits(List.of(new KafkaPartitionSplit(partition(partition), 0)));
        }
    }

    void event(int partition, long offset, long occurredAt) {
        put(partition, offset, "at " + occurredAt);
    }

    void garbage(int partition, long offset) {
        put(partition, offset, "garbage");
    }

    void put(int partition, long offset, String value) {
        records.put(new ConsumerRecord<>("playback", partition, offset, null, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads everything, then checks the clocks. */
    void pollAll() throws Exception {
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status == InputStatus.MORE_AVAILABLE) {
            status = reader.pollNext(output);
        }
        silence(ClockedReader.LOOK_EVERY_MS);
    }

    void silence(long ms) throws Exception {
        nowMs += ms;
        reader.pollNext(output);
    }

    SourceEvent lastReport() {
        return reports.get(reports.size() - 1);
    }

    static TopicPartition partition(int number) {
        return new TopicPartition("playback", number);
    }

    /** Partition ends that the test sets. */
    static final class FixedEnds implements PartitionEnds {

        final Map<TopicPartition, Long> emitted = new HashMap<>();
        Map<TopicPartition, Long> watched = Map.of();

        void nothingLeftFrom(int partition, long offset) {
            emitted.put(partition(partition), offset);
        }

        void unreachable() {
            emitted.clear();
        }

        @Override
        public void watch(Map<TopicPartition, Long> next) {
            watched = Map.copyOf(next);
        }

        @Override
        public boolean allRead(TopicPartition partition, long next) {
            return emitted.containsKey(partition) && next >= emitted.get(partition);
        }

        @Override
        public void close() {}
    }

    /** Records the output. */
    static final class CollectedOutput<T> implements ReaderOutput<T> {

        final List<T> received = new ArrayList<>();
        final List<Long> watermarks = new ArrayList<>();
        final List<String> released = new ArrayList<>();

        @Override
        public void collect(T one) {
            received.add(one);
        }

        @Override
        public void collect(T one, long timestamp) {
            received.add(one);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public SourceOutput<T> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {
            released.add(split);
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
}
