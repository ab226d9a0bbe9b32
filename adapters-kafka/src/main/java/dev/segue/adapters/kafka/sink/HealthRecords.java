package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.accounting.Health;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of a health report: an upsert by job, stage and subtask. */
final class HealthRecords implements KafkaRecordSerializationSchema<Health> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient HealthCodec codec;

    HealthRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new HealthCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Health health, KafkaSinkContext topics, Long timestamp) {
        String key = health.job() + "/" + health.stage() + "/" + health.subtask();
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), codec.encode(health));
    }
}
