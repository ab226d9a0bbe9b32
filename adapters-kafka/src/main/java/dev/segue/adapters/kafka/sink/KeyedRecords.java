package dev.segue.adapters.kafka.sink;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import java.io.Serializable;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Creates the records of one topic: each value as one message under its key.
 *
 * @param <T> what is written
 */
public final class KeyedRecords<T> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String topic;
    private final Key<T> key;
    private final Encoding<T> encoding;

    private transient Encoder<T> encoder;

    KeyedRecords(RegistryAccess registry, String topic, Key<T> key, Encoding<T> encoding) {
        this.registry = requireNonNull(registry, "registry");
        this.topic = requireNonNull(topic, "topic");
        this.key = requireNonNull(key, "key");
        this.encoding = requireNonNull(encoding, "encoding");
    }

    /** The key of a value's record; decides its partition, and in a compacted topic which record it replaces. */
    @FunctionalInterface
    public interface Key<T> extends Serializable {

        /** Null for a record without a key. */
        byte[] of(T value);
    }

    /** Connects an encoder to the registry, once per writer. */
    @FunctionalInterface
    public interface Encoding<T> extends Serializable {

        Encoder<T> open(SchemaRegistry registry, String topic);
    }

    /** Encodes values as the messages of a topic. */
    @FunctionalInterface
    public interface Encoder<T> {

        byte[] encode(T value);
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        encoder = encoding.open(registry.connect(), topic);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext topics, Long timestamp) {
        return new ProducerRecord<>(topic, key.of(value), encoder.encode(value));
    }
}
