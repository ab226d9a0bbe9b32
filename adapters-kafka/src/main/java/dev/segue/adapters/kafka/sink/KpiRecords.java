package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.kpi.KpiRow;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of a KPI row: an upsert by subject, place and window. */
final class KpiRecords implements KafkaRecordSerializationSchema<KpiRow> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient KpiCodec codec;

    KpiRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new KpiCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(KpiRow row, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, KpiCodec.key(row).getBytes(StandardCharsets.UTF_8), codec.encode(row));
    }
}
