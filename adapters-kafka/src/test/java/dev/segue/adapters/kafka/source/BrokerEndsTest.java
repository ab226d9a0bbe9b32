package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** With the mock consumer that Kafka provides for tests. */
class BrokerEndsTest {

    private static final TopicPartition PARTITION = new TopicPartition("playback", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final MockConsumer<byte[], byte[]> ofAll = new MockConsumer<>("earliest");
    private long nowMs = 1_000_000;
    private final BrokerEnds ends = new BrokerEnds("ends", () -> consumer, () -> ofAll, () -> nowMs);

    @Test
    void nothing_is_known_before_the_broker_was_asked() {
        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    @Test
    void who_reads_next_where_the_partition_ends_has_read_all() {
        endsAt(10);
        ask(10);

        assertThat(ends.allRead(PARTITION, 10)).isTrue();
        assertThat(ends.allRead(PARTITION, 9)).isFalse();
    }

    @Test
    void nobody_has_read_all_while_a_transaction_is_open() {
        endsAt(10);
        ofAll.updateEndOffsets(Map.of(PARTITION, 11L));
        ask(10);
        assertThat(ends.allRead(PARTITION, 10)).isFalse();

        ofAll.updateEndOffsets(Map.of(PARTITION, 10L));
        ask(10);
        assertThat(ends.allRead(PARTITION, 10)).isTrue();
    }

    @Test
    void what_lies_unread_is_found() {
        endsAt(10);
        unread(9);
        ask(9);

        assertThat(ends.allRead(PARTITION, 9)).isFalse();
        assertThat(ends.allRead(PARTITION, 10)).isTrue();
    }

    @Test
    void an_answer_holds_for_a_silence_that_goes_on() {
        endsAt(10);
        ask(10);
        nowMs += 5_000;
        assertThat(ends.allRead(PARTITION, 10)).isTrue();

        nowMs += 1;
        assertThat(ends.allRead(PARTITION, 10)).isFalse();

        ask(10);
        assertThat(ends.allRead(PARTITION, 10)).isTrue();
    }

    @Test
    void what_is_not_watched_any_more_is_purged() {
        endsAt(10);
        ask(10);
        ends.ask(consumer, ofAll, Map.of());

        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    @Test
    void a_broker_that_does_not_answer_gives_no_answer() {
        endsAt(10);
        consumer.setOffsetsException(new TimeoutException("away"));

        assertThatThrownBy(() -> ask(10)).isInstanceOf(TimeoutException.class);
        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    private void ask(long next) {
        ends.ask(consumer, ofAll, Map.of(PARTITION, next));
    }

    private void endsAt(long offset) {
        consumer.updateEndOffsets(Map.of(PARTITION, offset));
        ofAll.updateEndOffsets(Map.of(PARTITION, offset));
    }

    private void unread(long offset) {
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.assign(List.of(PARTITION));
    }
}
