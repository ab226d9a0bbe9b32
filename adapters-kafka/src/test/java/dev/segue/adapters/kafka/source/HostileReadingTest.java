package dev.segue.adapters.kafka.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.RegistryInMemory;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.adapters.kafka.codec.WildRecords;
import dev.segue.contracts.PlaybackEvent;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.fixture.Fuzz;
import dev.segue.domain.fixture.Mutator;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackRecord;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Whatever a record holds, a source emits a message or a dead letter, and its clock stays within the message's time. */
class HostileReadingTest {

    private static final long NOW = 1_772_452_800_000L;

    private static final List<byte[]> WATERMARKS = List.of(
            ByteBuffer.allocate(Long.BYTES).putLong(NOW - 1).array(),
            ByteBuffer.allocate(Long.BYTES).putLong(NOW).array(),
            ByteBuffer.allocate(Long.BYTES).putLong(Long.MAX_VALUE).array());

    private static final List<String> HEADERS =
            List.of(WatermarkHeader.NAME, "__value_schema_id", "apicurio.value.globalId", "another");

    @Test
    void watermarks() {
        MessageDecoder<Long> decoder = new MessageDecoder<>((key, value) -> NOW, asOf -> asOf);

        Fuzz.of("WatermarkHeader", 20_000, input -> {
            ConsumerRecord<byte[], byte[]> record = record("value".getBytes(UTF_8), input);

            long time = decoder.time(record, decoder.decode(record, NOW));

            assertThat(time).isLessThanOrEqualTo(NOW);
            return time != RecordDecoder.NO_TIME;
        });
    }

    @Test
    void playback_events() {
        RegistryInMemory registry = new RegistryInMemory();
        PlaybackDecoder decoder =
                new PlaybackDecoder(new PlaybackCodec(registry, "playback")::decode, Intake.DEFAULT, true);

        Fuzz.of("PlaybackDecoder", 20_000, input -> {
            byte[] wild = WildRecords.of(registry, PlaybackEvent.getClassSchema(), input);
            byte[] value = input.random().nextBoolean() ? input.given(wild) : input.bytesLike(List.of(wild));
            ConsumerRecord<byte[], byte[]> record = record(value, input);

            Received<PlaybackRecord> received = decoder.decode(record, NOW);

            assertThat(decoder.time(record, received)).isLessThanOrEqualTo(NOW + Intake.DEFAULT.clockToleranceMs());
            return decoder.isUsable(received);
        });
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value, Mutator input) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("a-topic", 0, 0, null, value);
        record.headers().add(new RecordHeader(input.oneOf(HEADERS), input.bytesLike(WATERMARKS)));
        return record;
    }
}
