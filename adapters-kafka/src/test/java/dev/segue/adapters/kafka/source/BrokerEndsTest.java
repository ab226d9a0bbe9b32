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

/** With the consumer that Kafka itself provides for tests. */
class BrokerEndsTest {

    private static final TopicPartition PARTITION = new TopicPartition("playback", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private long nowMs = 1_000_000;
    private final BrokerEnds ends = new BrokerEnds("ends", () -> consumer, () -> nowMs);

    @Test
    void nothingIsKnownBeforeTheBrokerWasAsked() {
        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    @Test
    void whoReadsNextWhereThePartitionEndsHasReadAll() {
        endsAt(10);
        ask(10);

        assertThat(ends.allRead(PARTITION, 10)).isTrue();
        assertThat(ends.allRead(PARTITION, 9)).isFalse();
    }

    @Test
    void whatLiesUnreadIsFound() {
        endsAt(10);
        unread(9);
        ask(9);

        assertThat(ends.allRead(PARTITION, 9)).isFalse();
        assertThat(ends.allRead(PARTITION, 10)).isTrue();
    }

    @Test
    void anAnswerHoldsForASilenceThatGoesOn() {
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
    void whatIsNotWatchedAnyMoreIsForgotten() {
        endsAt(10);
        ask(10);
        ends.ask(consumer, Map.of());

        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    @Test
    void aBrokerThatDoesNotAnswerGivesNoAnswer() {
        endsAt(10);
        consumer.setOffsetsException(new TimeoutException("away"));

        assertThatThrownBy(() -> ask(10)).isInstanceOf(TimeoutException.class);
        assertThat(ends.allRead(PARTITION, 10)).isFalse();
    }

    private void ask(long next) {
        ends.ask(consumer, Map.of(PARTITION, next));
    }

    private void endsAt(long offset) {
        consumer.updateEndOffsets(Map.of(PARTITION, offset));
    }

    private void unread(long offset) {
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.assign(List.of(PARTITION));
    }
}
