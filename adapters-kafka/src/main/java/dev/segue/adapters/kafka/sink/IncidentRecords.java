package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.alert.Incident;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of an incident: an upsert by its id. */
final class IncidentRecords implements KafkaRecordSerializationSchema<Incident> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient IncidentCodec codec;

    IncidentRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new IncidentCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Incident incident, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, incident.id().getBytes(StandardCharsets.UTF_8), codec.encode(incident));
    }
}
