package dev.segue.adapters.kafka.source;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockedReaderTest {

    private static final long MINUTE = 60_000;
    private static final long IDLE_AFTER = 30_000;
    private static final long NINE = 9 * 60 * MINUTE;
    private static final long TEN = 10 * 60 * MINUTE;

    private final ScriptedRecords records = new ScriptedRecords();
    private final FixedEnds ends = new FixedEnds();
    private final List<SourceEvent> reports = new ArrayList<>();
    private final Noted<Received<PlaybackEvent>> output = new Noted<>();
    private long nowMs = 1_000_000;
    private ClockedReader<Received<PlaybackEvent>> reader = reader(false);

    @AfterEach
    void close() throws Exception {
        reader.close();
    }

    @Test
    void reports_the_newest_event_of_its_only_partition_less_the_out_of_orderness() throws Exception {
        given(0);
        event(0, 0, TEN);
        event(0, 1, NINE);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, false, 1));
        assertThat(output.received).hasSize(2).allMatch(Message.class::isInstance);
    }

    @Test
    void reports_the_minimum_over_its_partitions() throws Exception {
        given(0, 1);
        event(0, 0, TEN);
        event(1, 0, NINE);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));
    }

    @Test
    void a_partition_that_has_not_been_read_holds_the_clock() throws Exception {
        given(0, 1);
        event(0, 0, TEN);
        pollAll();
        silence(10 * IDLE_AFTER);

        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, false, 2));
    }

    @Test
    void a_silent_partition_that_has_been_read_to_its_end_is_idle() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, 1);
        silence(IDLE_AFTER);
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, false, 2));
    }

    @Test
    void a_partition_is_not_idle_before_it_has_been_silent_long_enough() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, 1);
        silence(IDLE_AFTER - 2 * ClockedReader.LOOK_EVERY_MS);
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));
    }

    @Test
    void a_silent_partition_with_something_left_to_read_is_not_idle() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, 2);
        silence(IDLE_AFTER);
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));
    }

    @Test
    void asks_only_about_silent_partitions_and_where_they_are_read_next() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 7, NINE);
        pollAll();
        assertThat(ends.watched).isEmpty();

        silence(IDLE_AFTER);
        assertThat(ends.watched).isEqualTo(Map.of(partition(0), 1L, partition(1), 8L));

        event(0, 1, TEN);
        pollAll();
        assertThat(ends.watched).isEqualTo(Map.of(partition(1), 8L));
    }

    @Test
    void an_idle_partition_that_becomes_unreachable_holds_the_clock_again() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, 1);
        silence(IDLE_AFTER);
        ends.unreachable();
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));
    }

    @Test
    void an_event_wakes_an_idle_partition() throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, 1);
        silence(IDLE_AFTER);
        event(1, 1, TEN - 30 * MINUTE);
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - 31 * MINUTE, false, 2));
    }

    @Test
    void in_total_silence_the_reader_is_idle_at_the_time_of_its_newest_partition() throws Exception {
        given(0, 1);
        event(0, 0, TEN);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(0, 1);
        ends.nothingLeftFrom(1, 1);
        silence(IDLE_AFTER);

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, true, 2));
    }

    @Test
    void what_is_rejected_moves_no_clock_and_breaks_no_silence() throws Exception {
        given(0, 1);
        event(0, 0, TEN);
        event(1, 0, NINE);
        pollAll();
        silence(IDLE_AFTER / 2);
        garbage(1, 1);
        pollAll();
        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));

        ends.nothingLeftFrom(1, 2);
        silence(IDLE_AFTER / 2);
        event(0, 1, TEN);
        pollAll();

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, false, 2));
        assertThat(output.received.get(2)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_message_without_time_moves_no_clock_but_breaks_the_silence() throws Exception {
        reader.close();
        ClockedReader<Received<Long>> ofMessages = new ClockedReader<>(
                records,
                new MessageDecoder<>((key, value) -> Clocks.ENDED, time -> time),
                ends,
                new TopicReading("sessions", "kpis", true, 0, IDLE_AFTER),
                false,
                reports::add,
                () -> nowMs);
        Noted<Received<Long>> messages = new Noted<>();
        ofMessages.addSplits(List.of(new KafkaPartitionSplit(partition(0), 0)));
        ends.nothingLeftFrom(0, 0);
        nowMs += IDLE_AFTER - 1;
        put(0, 0, "the end");
        ofMessages.pollNext(messages);
        nowMs += ClockedReader.LOOK_EVERY_MS;
        ofMessages.pollNext(messages);
        assertThat(messages.received).hasSize(1);
        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, false, 1));

        nowMs += IDLE_AFTER;
        ofMessages.pollNext(messages);
        ofMessages.close();

        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, true, 1));
    }

    @Test
    void emits_the_shared_clock_and_never_an_earlier_one() throws Exception {
        given(0);
        event(0, 0, TEN);
        pollAll();
        assertThat(output.watermarks).isEmpty();

        reader.handleSourceEvents(new AcceptanceTime(NINE));
        reader.pollNext(output);
        reader.handleSourceEvents(new AcceptanceTime(NINE - 1));
        reader.pollNext(output);
        reader.handleSourceEvents(new AcceptanceTime(NINE + 1));
        reader.pollNext(output);

        assertThat(output.watermarks).containsExactly(NINE, NINE + 1);
    }

    @Test
    void wakes_up_though_nothing_arrives() throws Exception {
        given(0);
        reader.start();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);

        reader.isAvailable().get(1, TimeUnit.MINUTES);
        CompletableFuture<Void> again = reader.isAvailable();

        again.get(1, TimeUnit.MINUTES);
        assertThat(reader.isAvailable()).isNotSameAs(again);
    }

    @Test
    void wakes_up_when_the_time_arrives() throws Exception {
        given(0);
        reader.pollNext(output);
        CompletableFuture<Void> available = reader.isAvailable();
        assertThat(available).isNotDone();

        reader.handleSourceEvents(new AcceptanceTime(NINE));

        assertThat(available).isDone();
    }

    @Test
    void goes_on_where_its_partitions_were_restored() throws Exception {
        reader.addSplits(List.of(new KafkaPartitionSplit(partition(0), 17)));
        silence(IDLE_AFTER);
        assertThat(ends.watched).isEqualTo(Map.of(partition(0), 17L));
        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, false, 1));

        ends.nothingLeftFrom(0, 17);
        silence(ClockedReader.LOOK_EVERY_MS);

        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, true, 1));
    }

    @Test
    void the_clock_of_a_partition_is_stored_and_restored_with_it() throws Exception {
        given(0);
        event(0, 0, TEN);
        pollAll();
        List<KafkaPartitionSplit> stored = reader.snapshotState(1);
        reader.close();

        reader = reader(false);
        reader.addSplits(stored);
        silence(ClockedReader.LOOK_EVERY_MS);

        assertThat(stored).containsExactly(new ClockedSplit(new KafkaPartitionSplit(partition(0), 0), TEN));
        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, false, 1));
    }

    @Test
    void of_partitions_that_end_the_clock_is_its_own_and_a_finished_one_holds_nothing() throws Exception {
        reader.close();
        reader = reader(true);
        given(0, 1);
        event(0, 0, TEN);
        event(1, 0, NINE);
        pollAll();
        records.end("playback-1");
        pollAll();
        silence(2 * IDLE_AFTER);

        assertThat(output.watermarks).containsExactly(NINE - MINUTE, TEN - MINUTE);
        assertThat(output.released).containsExactly("playback-1");
        assertThat(reports).isEmpty();
        assertThat(ends.watched).isEmpty();
    }

    private ClockedReader<Received<PlaybackEvent>> reader(boolean bounded) {
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

    private void given(int... partitions) {
        for (int partition : partitions) {
            reader.addSplits(List.of(new KafkaPartitionSplit(partition(partition), 0)));
        }
    }

    private void event(int partition, long offset, long occurredAt) {
        put(partition, offset, "at " + occurredAt);
    }

    private void garbage(int partition, long offset) {
        put(partition, offset, "garbage");
    }

    private void put(int partition, long offset, String value) {
        records.put(new ConsumerRecord<>("playback", partition, offset, null, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads everything, then checks the clocks. */
    private void pollAll() throws Exception {
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status == InputStatus.MORE_AVAILABLE) {
            status = reader.pollNext(output);
        }
        silence(ClockedReader.LOOK_EVERY_MS);
    }

    private void silence(long ms) throws Exception {
        nowMs += ms;
        reader.pollNext(output);
    }

    private SourceEvent lastReport() {
        return reports.get(reports.size() - 1);
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("playback", number);
    }

    /** Partition ends that the test sets. */
    private static final class FixedEnds implements PartitionEnds {

        private final Map<TopicPartition, Long> emitted = new HashMap<>();
        private Map<TopicPartition, Long> watched = Map.of();

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
    private static final class Noted<T> implements ReaderOutput<T> {

        private final List<T> received = new ArrayList<>();
        private final List<Long> watermarks = new ArrayList<>();
        private final List<String> released = new ArrayList<>();

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
