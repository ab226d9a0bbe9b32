package dev.segue.app.kafka;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.broker.SharedRegistry;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real Kafka broker and a real schema registry, started once for all tests that use them. */
final class Servers implements AutoCloseable {

    private static final AtomicInteger SETS_OF_TOPICS = new AtomicInteger();

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final RegistryAccess registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, PlaybackCodec> codecs = new HashMap<>();

    private Servers() throws Exception {
        directory = Files.createTempDirectory("segue-servers");
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), LoopbackPorts.ANY);
        registry = SharedRegistry.access();
        producer = new KafkaProducer<>(
                cluster().propertiesWith(Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaCluster cluster() {
        return KafkaCluster.at(kafka.bootstrapServers());
    }

    RegistryAccess registry() {
        return registry;
    }

    /** Topics that no other test uses. */
    Topics newTopics(int partitions) throws Exception {
        Topics topics = newNames();
        new TopicAdmin(cluster()).create(new TopicLayout(partitions, -1).of(topics));
        return topics;
    }

    /** Names of topics that do not exist. */
    static Topics newNames() {
        return Topics.prefixed("set" + SETS_OF_TOPICS.incrementAndGet() + ".");
    }

    /** Sends an event to a partition, and waits until it is stored. */
    void send(Topics topics, int partition, PlaybackEvent event) throws Exception {
        PlaybackCodec codec = codecs.computeIfAbsent(
                topics.playback(), topic -> new PlaybackCodec(registry().connect(), topic));
        send(topics.playback(), partition, event.listener(), codec.encode(event));
    }

    /** Sends a record, and waits until it is stored. */
    void send(String topic, Integer partition, String key, byte[] value) throws Exception {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, partition, keyBytes, value)).get();
    }

    /** All committed records of a topic, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster().propertiesWith(Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                }
            }
        }
        return records;
    }

    @Override
    public void close() throws IOException {
        producer.close();
        kafka.close();
        deleteAll(directory);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Passes the servers to tests; they stop after the last test of the run. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Servers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Servers.class, key -> start());
        }

        private static Servers start() {
            try {
                return new Servers();
            } catch (Exception e) {
                throw new IllegalStateException("Kafka or the registry does not start", e);
            }
        }
    }
}
