package dev.segue.adapters.kafka.source;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SharedClockTest {

    private static final long NINE = 9 * 3_600_000L;
    private static final long TEN = 10 * 3_600_000L;

    private final Coordinator coordinator = new Coordinator(2);
    private final KnownPartitions partitions = new KnownPartitions();
    private final SharedClock clock = new SharedClock(partitions, coordinator);

    SharedClockTest() {
        clock.start();
        register(0);
        register(1);
    }

    @Test
    void is_the_minimum_over_the_readers() {
        partitions.known(2);
        report(0, TEN, 1);
        report(1, NINE, 1);
        report(0, TEN, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + NINE, "0: " + NINE);
    }

    @Test
    void starts_only_when_every_reader_has_reported() {
        partitions.known(1);
        report(0, TEN, 1);

        assertThat(coordinator.emitted).isEmpty();
    }

    @Test
    void starts_only_when_partitions_have_been_discovered() {
        idle(0, NOT_STARTED, 0);
        report(1, TEN, 1);
        assertThat(coordinator.emitted).isEmpty();

        partitions.known(1);
        report(1, TEN, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + TEN);
    }

    @Test
    void starts_only_when_every_partition_is_in_some_readers_hands() {
        partitions.known(2);
        report(0, TEN, 1);
        idle(1, NOT_STARTED, 0);
        assertThat(coordinator.emitted).isEmpty();

        report(1, NINE, 1);
        report(0, TEN, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + NINE, "0: " + NINE);
    }

    @Test
    void a_reader_without_partitions_holds_nothing() {
        partitions.known(1);
        idle(1, NOT_STARTED, 0);
        report(0, TEN, 1);
        idle(1, NOT_STARTED, 0);

        assertThat(coordinator.emitted).containsExactly("0: " + TEN, "1: " + TEN);
    }

    @Test
    void a_reader_whose_partitions_are_not_read_holds_the_clock() {
        partitions.known(2);
        report(0, TEN, 1);
        report(1, NOT_STARTED, 1);
        report(0, TEN + 1, 1);

        assertThat(coordinator.emitted).isEmpty();
    }

    @Test
    void an_idle_reader_that_wakes_up_behind_the_others_holds_the_clock() {
        partitions.known(2);
        report(0, NINE, 1);
        idle(1, NINE - 5, 1);
        report(0, TEN, 1);
        report(1, NINE - 5, 1);
        report(0, TEN + 5, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + NINE, "0: " + TEN, "1: " + TEN);
    }

    @Test
    void in_total_silence_is_that_of_the_newest_reader() {
        partitions.known(2);
        idle(0, TEN, 1);
        idle(1, NINE, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + TEN);
    }

    @Test
    void says_nothing_twice() {
        partitions.known(2);
        report(0, TEN, 1);
        report(1, TEN, 1);
        report(1, TEN, 1);

        assertThat(coordinator.emitted).containsExactly("1: " + TEN);
    }

    @Test
    void a_reader_that_starts_anew_holds_the_clock_until_it_has_read_again() {
        partitions.known(2);
        report(0, NINE, 1);
        report(1, NINE, 1);
        coordinator.emitted.clear();

        fail(1);
        report(0, TEN, 1);
        register(1);
        report(0, TEN, 1);
        report(1, NOT_STARTED, 1);
        report(0, TEN, 1);
        assertThat(coordinator.emitted).isEmpty();

        report(1, NINE, 1);
        report(0, TEN, 1);
        assertThat(coordinator.emitted).containsExactly("1: " + NINE, "0: " + NINE);
    }

    @Test
    void readers_that_start_anew_are_not_sent_the_time_that_the_failed_ones_had() {
        partitions.known(2);
        report(0, TEN, 1);
        report(1, TEN, 1);
        coordinator.emitted.clear();

        fail(0);
        fail(1);
        register(0);
        report(0, NINE, 1);
        register(1);
        report(0, NINE + 1, 1);
        assertThat(coordinator.emitted).isEmpty();

        report(1, NINE + 2, 1);
        report(0, NINE + 3, 1);
        assertThat(coordinator.emitted).containsExactly("1: " + (NINE + 1), "0: " + (NINE + 2));
    }

    @Test
    void a_report_of_a_failed_reader_that_comes_late_counts_for_nothing() {
        partitions.known(2);
        fail(1);
        report(1, TEN, 1);
        report(0, TEN, 1);

        assertThat(coordinator.emitted).isEmpty();
    }

    @Test
    void leaves_the_partitions_to_who_knows_them() {
        partitions.known(3);

        assertThat(clock.snapshotState(7).splits()).hasSize(3);
        assertThat(partitions.calls).containsExactly("start", "reader 0", "reader 1", "snapshot 7");
    }

    private void register(int reader) {
        coordinator.registered.put(reader, new ReaderInfo(reader, "here"));
        clock.addReader(reader);
    }

    private void fail(int reader) {
        coordinator.registered.remove(reader);
        clock.addSplitsBack(List.of(), reader);
    }

    private void report(int reader, long time, int given) {
        clock.handleSourceEvent(reader, new ReaderTime(time, false, given));
    }

    private void idle(int reader, long time, int given) {
        clock.handleSourceEvent(reader, new ReaderTime(time, true, given));
    }

    /** A given number of partitions, all assigned. */
    private static final class KnownPartitions implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

        private final List<String> calls = new ArrayList<>();
        private KafkaSourceEnumState state = new KafkaSourceEnumState(List.of(), List.of(), false);

        void known(int number) {
            List<KafkaPartitionSplit> splits = new ArrayList<>();
            for (int partition = 0; partition < number; partition++) {
                splits.add(new KafkaPartitionSplit(new TopicPartition("playback", partition), 0));
            }
            state = new KafkaSourceEnumState(splits, List.of(), true);
        }

        @Override
        public void start() {
            calls.add("start");
        }

        @Override
        public void addReader(int reader) {
            calls.add("reader " + reader);
        }

        @Override
        public KafkaSourceEnumState snapshotState(long checkpoint) {
            calls.add("snapshot " + checkpoint);
            return state;
        }

        @Override
        public void handleSplitRequest(int reader, String host) {}

        @Override
        public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {}

        @Override
        public void close() {}
    }

    /** Records what is sent to readers. */
    private static final class Coordinator extends CoordinatorOfReaders {

        private final List<String> emitted = new ArrayList<>();

        Coordinator(int parallelism) {
            super(parallelism);
        }

        @Override
        public void sendEventToSourceReader(int reader, SourceEvent event) {
            emitted.add(reader + ": " + ((AcceptanceTime) event).time());
        }
    }
}
