package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.signal.now.Signal;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of a signal: an upsert by its listener's id. */
final class SignalRecords implements KafkaRecordSerializationSchema<Signal> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient SignalCodec codec;

    SignalRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new SignalCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Signal signal, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, signal.listener().getBytes(StandardCharsets.UTF_8), codec.encode(signal));
    }
}
