package dev.segue.adapters.kafka.sink;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.codec.WatermarkHeader;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Adds the {@link WatermarkHeader} to records: the timestamp in Flink of what is written. Without a timestamp there is none.
 *
 * @param records creates the records
 */
record WithWatermark<T>(KafkaRecordSerializationSchema<T> records) implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1;

    WithWatermark {
        requireNonNull(records, "records");
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) throws Exception {
        records.open(context, topics);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext topics, Long timestamp) {
        ProducerRecord<byte[], byte[]> record = records.serialize(value, topics, timestamp);
        if (record != null && timestamp != null) {
            WatermarkHeader.add(record.headers(), timestamp);
        }
        return record;
    }
}
