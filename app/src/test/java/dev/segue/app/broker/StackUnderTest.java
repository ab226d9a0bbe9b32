package dev.segue.app.broker;

import static dev.segue.domain.fixture.Events.aSearch;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.Registration;
import dev.segue.contracts.Track;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.stack.LocalFlink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with all topics, of two partitions each, a real registry, and a producer of playback events. */
public final class StackUnderTest implements AutoCloseable {

    public static final Topics TOPICS = Topics.DEFAULT;

    private static final int PARTITIONS = 2;
    private static final int FOR_EVER = -1;

    private final Broker kafka;
    private final String registryUrl;
    private final KafkaProducer<byte[], byte[]> producer;
    private final PlaybackCodec playback;
    private final TrackCodec tracks;

    private StackUnderTest(Broker kafka, String registryUrl) {
        this.kafka = kafka;
        this.registryUrl = registryUrl;
        SchemaRegistry schemas = RegistryAccess.at(registryUrl).connect();
        this.playback = new PlaybackCodec(schemas, TOPICS.playback());
        this.tracks = new TrackCodec(schemas, TOPICS.tracks());
        this.producer = new KafkaProducer<>(
                KafkaCluster.at(kafka.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Creates the topics, and starts the producer.
     *
     * @param kafka owned by the caller, who closes it after the stack
     */
    public static StackUnderTest around(Broker kafka) throws Exception {
        new TopicAdmin(KafkaCluster.at(kafka.bootstrapServers()))
                .create(new TopicLayout(PARTITIONS, FOR_EVER).of(TOPICS));
        return new StackUnderTest(kafka, SharedRegistry.url());
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String registryUrl() {
        return registryUrl;
    }

    /** A consumer of all committed records of these topics, from the earliest; the caller closes it. */
    public KafkaConsumer<byte[], byte[]> reading(String... topics) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                KafkaCluster.at(bootstrapServers())
                        .propertiesWith(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics)
                .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Sends events as playback clients do: each to the partition of its listener. */
    public void send(PlaybackEvent... events) throws Exception {
        for (PlaybackEvent event : events) {
            sendBytes(event.listener(), playback.encode(event));
        }
    }

    /** Sends an event to a given partition, to advance that partition's clock. */
    public void sendTo(int partition, PlaybackEvent event) throws Exception {
        producer.send(new ProducerRecord<>(
                        TOPICS.playback(), partition, bytes(event.listener()), playback.encode(event)))
                .get();
    }

    /** Advances the clock of every partition, each by a search of a listener of its own, {@code pacer-N}. */
    public void clocksGoTo(String time) throws Exception {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            sendTo(partition, pacer(partition, time));
        }
    }

    /** The event with which {@link #clocksGoTo} advances the clock of a partition. */
    public static PlaybackEvent pacer(int partition, String time) {
        return aSearch().by("pacer-" + partition).withId("at " + time).at(time).build();
    }

    public void sendBytes(String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(TOPICS.playback(), bytes(key), value))
                .get();
    }

    public void putIntoCatalogue(Track track) throws Exception {
        producer.send(new ProducerRecord<>(TOPICS.tracks(), bytes(track.getTrackId()), tracks.encode(track)))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Starts a job on this stack.
     *
     * @param emitted its configuration, without Kafka and the registry; the parallelism is two unless it says otherwise
     * @param savepoint to resume from, or null
     */
    public JobClient start(Registration registration, Map<String, String> emitted, String savepoint) throws Exception {
        JobRun run = configured(registration, emitted);
        return defined(run, savepoint).executeAsync(run.settings().name());
    }

    /**
     * Starts a job on this stack and that cluster.
     *
     * @param emitted its configuration, without Kafka and the registry; the parallelism is two unless it says otherwise
     */
    public JobClient startOn(LocalFlink cluster, Registration registration, Map<String, String> emitted)
            throws Exception {
        JobRun run = configured(registration, emitted);
        StreamExecutionEnvironment environment = cluster.environment(FlinkSettings.of(run.settings()));
        run.job().define(environment, run.check().topics());
        return environment.executeAsync(run.settings().name());
    }

    /**
     * A job on this stack, to run on a cluster.
     *
     * @param emitted its configuration, without Kafka and the registry; the parallelism is two unless it says otherwise
     */
    public StreamGraph job(Registration registration, Map<String, String> emitted) throws Exception {
        return defined(configured(registration, emitted), null).getStreamGraph();
    }

    private JobRun configured(Registration registration, Map<String, String> emitted) {
        Map<String, String> all = new HashMap<>(emitted);
        all.put("kafka.bootstrap-servers", bootstrapServers());
        all.put("registry.url", registryUrl());
        all.putIfAbsent("job.parallelism", "2");
        return registration.build(Config.of(all, registration.options()));
    }

    private static StreamExecutionEnvironment defined(JobRun run, String savepoint) throws Exception {
        Configuration flink = FlinkSettings.of(run.settings());
        if (savepoint != null) {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        run.job().define(environment, run.check().topics());
        return environment;
    }

    /**
     * All records of a topic at this moment, partition by partition, in order.
     *
     * @param isolation {@code read_committed}, or {@code read_uncommitted} to include what no checkpoint covers yet
     */
    public List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic, String isolation) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                KafkaCluster.at(bootstrapServers()).propertiesWith(Map.of("isolation.level", isolation)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            for (int number = 0; number < PARTITIONS; number++) {
                TopicPartition partition = new TopicPartition(topic, number);
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

    /** The ledger of the only running job, summed over its latest reports. */
    public Ledger ledger() throws UnusableRecord {
        HealthCodec codec = new HealthCodec(RegistryAccess.at(registryUrl()).connect(), TOPICS.health());
        Map<String, Ledger> latest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : recordsOf(TOPICS.health(), "read_committed")) {
            latest.put(
                    new String(record.key(), StandardCharsets.UTF_8),
                    codec.decode(record.value()).ledger());
        }
        return latest.values().stream().reduce(Ledger.EMPTY, Ledger::plus);
    }
}
