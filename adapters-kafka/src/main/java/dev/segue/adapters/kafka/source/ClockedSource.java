package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic: usable messages and rejected records, with the acceptance clock as watermarks ("The acceptance clock"
 * in docs/semantics.md). Use it with {@code WatermarkStrategy.noWatermarks()}, because it emits its own: a watermark
 * {@code t} means that the acceptance clock is {@code t}, with nothing subtracted.
 *
 * <p>Flink's own {@link KafkaSource} reads, assigns and checkpoints the partitions; this class adds the decoding and
 * the clock. More readers than partitions do not disturb the clock, but are idle: limit the parallelism to the number
 * of partitions that {@code TopicCheck} reports.
 *
 * @param <T> type of the decoded records
 */
public final class ClockedSource<T>
        implements Source<T, KafkaPartitionSplit, KafkaSourceEnumState>, ResultTypeQueryable<T> {

    private static final long serialVersionUID = 1;

    private static final String DISCOVER_PARTITIONS_EVERY_MS = "60000";

    private final KafkaCluster cluster;
    private final TopicReading reading;
    private final RegistryAccess registry;
    private final Decoders<T> decoders;
    private final TypeInformation<T> type;
    private final OffsetsInitializer start;
    private final boolean bounded;
    private final KafkaSource<ConsumerRecord<byte[], byte[]>> records;

    /**
     * Creates a source of one topic.
     *
     * @param cluster the Kafka cluster
     * @param registry the schema registry
     * @param reading how to read the topic
     * @param decoders creates decoders on the workers
     * @param type type information of the decoded records
     * @param start where to begin without a checkpoint
     * @param bounded whether to end where every partition ended when the job started
     */
    ClockedSource(
            KafkaCluster cluster,
            RegistryAccess registry,
            TopicReading reading,
            Decoders<T> decoders,
            TypeInformation<T> type,
            OffsetsInitializer start,
            boolean bounded) {
        this.cluster = requireNonNull(cluster, "cluster");
        this.reading = requireNonNull(reading, "reading");
        this.registry = requireNonNull(registry, "registry");
        this.type = requireNonNull(type, "type");
        this.decoders = requireNonNull(decoders, "decoders");
        this.start = requireNonNull(start, "start");
        this.bounded = bounded;
        this.records = records();
    }

    /** Creates decoders on the workers. */
    @FunctionalInterface
    interface Decoders<T> extends Serializable {
        RecordDecoder<T> connect(SchemaRegistry registry);
    }

    private KafkaSource<ConsumerRecord<byte[], byte[]>> records() {
        KafkaSourceBuilder<ConsumerRecord<byte[], byte[]>> source =
                KafkaSource.<ConsumerRecord<byte[], byte[]>>builder()
                        .setProperties(readerProperties())
                        .setTopics(reading.topic())
                        .setStartingOffsets(start)
                        .setDeserializer(new RecordsAsTheyAre());
        return (bounded ? source.setBounded(OffsetsInitializer.latest()) : source).build();
    }

    /** Settings of the consumers that read records; may contain secrets. */
    public Properties readerProperties() {
        return cluster.propertiesWith(
                KafkaCluster.PATIENT_ADMIN,
                Map.of(
                        "group.id",
                        reading.group(),
                        "isolation.level",
                        isolation(),
                        "allow.auto.create.topics",
                        "false",
                        "commit.offsets.on.checkpoint",
                        "true",
                        "partition.discovery.interval.ms",
                        DISCOVER_PARTITIONS_EVERY_MS));
    }

    @Override
    public Boundedness getBoundedness() {
        return records.getBoundedness();
    }

    @Override
    public SourceReader<T, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        LongSupplier clockMs = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        String name = reading.topic() + "-ends-" + context.getIndexOfSubtask();
        PartitionEnds ends = new BrokerEnds(
                name, () -> consumer(endsProperties(name)), () -> consumer(endsOfAllProperties(name)), clockMs);
        return new ClockedReader<>(
                records.createReader(context),
                decoders.connect(registry.connect()),
                ends,
                reading,
                bounded,
                context::sendSourceEventToCoordinator,
                clockMs);
    }

    /**
     * Settings of a consumer that queries the ends of silent partitions; may contain secrets.
     *
     * @param name distinguishes it from the other consumers of its group
     */
    public Properties endsProperties(String name) {
        return cluster.propertiesWith(
                Map.of(
                        "client.id", reading.group() + "-" + name,
                        "max.partition.fetch.bytes", "65536",
                        "default.api.timeout.ms", "3000",
                        "request.timeout.ms", "3000"),
                Map.of(
                        "isolation.level", isolation(),
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false"));
    }

    private Properties endsOfAllProperties(String name) {
        Properties properties = endsProperties(name + "-of-all");
        properties.setProperty("isolation.level", "read_uncommitted");
        return properties;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Properties properties) {
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private String isolation() {
        return reading.committedOnly() ? "read_committed" : "read_uncommitted";
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return new SharedClock(records.createEnumerator(context), context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state) throws IOException {
        return new SharedClock(records.restoreEnumerator(context, state), context);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return new ClockedSplitSerializer(records.getSplitSerializer());
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return records.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return type;
    }
}
