package dev.segue.adapters.kafka.source;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.clock.Clocks;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.junit.jupiter.api.Test;

/** Which partitions are idle, so that the clock does not wait for them. */
class IdlePartitionsTest extends ClockedReaderHarness {

    @Test
    void a_silent_partition_that_has_been_read_to_its_end_is_idle() throws Exception {
        secondIsSilent(1, IDLE_AFTER);

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN - MINUTE, false, 2));
    }

    @Test
    void a_partition_is_not_idle_before_it_has_been_silent_long_enough() throws Exception {
        secondIsSilent(1, IDLE_AFTER - 2 * ClockedReader.LOOK_EVERY_MS);

        assertThat(lastReport()).isEqualTo(new ReaderTime(NINE - MINUTE, false, 2));
    }

    @Test
    void a_silent_partition_with_something_left_to_read_is_not_idle() throws Exception {
        secondIsSilent(2, IDLE_AFTER);

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
        ClockedReader<Received<Long>> ofMessages = readerOfMessages(Clocks.ENDED);
        CollectedOutput<Received<Long>> messages = new CollectedOutput<>();
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

    /** Results from before the first checkpoint bear no watermark. */
    @Test
    void a_message_without_a_watermark_counts_with_its_own_time_once_all_is_read() throws Exception {
        ClockedReader<Received<Long>> ofMessages = readerOfMessages(TEN);
        CollectedOutput<Received<Long>> messages = new CollectedOutput<>();
        put(0, 0, "at ten");
        ofMessages.pollNext(messages);
        nowMs += ClockedReader.LOOK_EVERY_MS;
        ofMessages.pollNext(messages);
        assertThat(lastReport()).isEqualTo(new ReaderTime(NOT_STARTED, false, 1));

        ends.nothingLeftFrom(0, 1);
        nowMs += IDLE_AFTER;
        ofMessages.pollNext(messages);
        List<KafkaPartitionSplit> stored = ofMessages.snapshotState(1);
        ofMessages.close();

        assertThat(lastReport()).isEqualTo(new ReaderTime(TEN, true, 1));
        assertThat(stored).containsExactly(new ClockedSplit(new KafkaPartitionSplit(partition(0), 0), TEN, TEN));
    }

    /** Instead of the reader of events: one of partition 0, all messages of which were made at this time. */
    private ClockedReader<Received<Long>> readerOfMessages(long asOf) throws Exception {
        reader.close();
        ClockedReader<Received<Long>> ofMessages = new ClockedReader<>(
                records,
                new MessageDecoder<>((key, value) -> asOf, time -> time),
                ends,
                new TopicReading("sessions", "kpis", true, 0, IDLE_AFTER),
                false,
                reports::add,
                () -> nowMs);
        ofMessages.addSplits(List.of(new KafkaPartitionSplit(partition(0), 0)));
        return ofMessages;
    }

    /** The first of two partitions goes on, the second was read up to offset 1, ends at {@code end}, and is silent. */
    private void secondIsSilent(long end, long silenceMs) throws Exception {
        given(0, 1);
        event(0, 0, NINE);
        event(1, 0, NINE);
        pollAll();
        ends.nothingLeftFrom(1, end);
        silence(silenceMs);
        event(0, 1, TEN);
        pollAll();
    }
}
