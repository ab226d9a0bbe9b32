package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.DeadLetterCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.playback.DeadLetter;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates the record of a dead letter, under the original record's key, as far as it was stored. */
final class DeadLetterRecords implements KafkaRecordSerializationSchema<DeadLetter> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private transient DeadLetterCodec codec;

    DeadLetterRecords(RegistryAccess registry, String topic) {
        this.registry = registry;
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        codec = new DeadLetterCodec(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, keyOf(letter), codec.encode(letter));
    }

    private static byte[] keyOf(DeadLetter letter) {
        byte[] key = letter.key();
        return key == null || key.length <= DeadLetterCodec.MOST_KEY
                ? key
                : Arrays.copyOf(key, DeadLetterCodec.MOST_KEY);
    }
}
