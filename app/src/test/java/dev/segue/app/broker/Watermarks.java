package dev.segue.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.domain.clock.Clocks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Verifies the watermarks of the records that it is shown, in the order of their partitions. */
public final class Watermarks {

    private final Map<TopicPartition, Long> byPartition = new HashMap<>();

    /**
     * The next record of its partition. It was not made before the watermark of any record before it, nor of its own.
     *
     * @param asOf the acceptance clock at which it was made; null if that had not started
     */
    public void see(ConsumerRecord<byte[], byte[]> record, Instant asOf) {
        long watermark = byPartition.merge(
                new TopicPartition(record.topic(), record.partition()),
                WatermarkHeader.in(record.headers()),
                Math::max);
        assertThat(asOf == null ? Clocks.NOT_STARTED : asOf.toEpochMilli())
                .as("acceptance clock of %s at %d of %s", record.topic(), record.offset(), record.partition())
                .isGreaterThanOrEqualTo(watermark);
    }

    /** The greatest seen; {@link Clocks#NOT_STARTED} if none. */
    public long latest() {
        return byPartition.values().stream().mapToLong(Long::longValue).max().orElse(Clocks.NOT_STARTED);
    }
}
