package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.LateCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of an event beyond the allowed lateness: the whole event, under its listener's id. */
final class LateRecords implements KafkaRecordSerializationSchema<PlaybackEvent> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient LateCodec codec;

    LateRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new LateCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(PlaybackEvent late, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, late.listener().getBytes(StandardCharsets.UTF_8), codec.encode(late));
    }
}
