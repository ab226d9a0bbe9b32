package dev.segue.adapters.kafka.source;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.Received.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

/** The clock of a reader: what it reports, emits, stores and restores. */
class ClockedReaderTest extends ClockedReaderHarness {

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

        assertThat(stored)
                .containsExactly(new ClockedSplit(new KafkaPartitionSplit(partition(0), 0), TEN, NOT_STARTED));
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
}
