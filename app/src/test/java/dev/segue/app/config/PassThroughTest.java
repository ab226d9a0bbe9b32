package dev.segue.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.kafka.catalogue.KafkaCatalogue;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.source.ClockedSource;
import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PlaybackSource;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys passed on to Kafka and Flink arrive there or are refused; none is silently dropped. */
class PassThroughTest {

    private static final OptionSet OPTIONS =
            OptionSet.of(KafkaOptions.GROUP, RegistryOptions.GROUP, TopicOptions.GROUP, JobOptions.GROUP);

    /** A value that Segue would never set itself. */
    private static final String MARK = "as the user says";

    @Test
    void every_key_of_kafka_that_is_not_refused_reaches_every_client() {
        Set<String> free = keysOfKafka();
        free.removeAll(KafkaOptions.PROPERTIES.taken().keySet());

        assertThat(free)
                .contains("linger.ms", "batch.size", "request.timeout.ms", "client.id")
                .allSatisfy(key -> assertThat(clientsOf(new KafkaCluster("broker:9092", Map.of(key, MARK))))
                        .allSatisfy(emitted -> assertThat(emitted).containsEntry(key, MARK)));
    }

    @Test
    void admin_clients_wait_a_second_before_they_start_over_unless_told_otherwise() {
        assertThat(adminConfiguredBy(Map.of())).containsEntry("retry.backoff.ms", "1000");
        assertThat(adminConfiguredBy(Map.of("retry.backoff.ms", "50"))).containsEntry("retry.backoff.ms", "50");
        assertThat(readersConfiguredBy(Map.of())).containsEntry("retry.backoff.ms", "1000");
        assertThat(readersConfiguredBy(Map.of("retry.backoff.ms", "50"))).containsEntry("retry.backoff.ms", "50");
    }

    @Test
    void no_key_that_only_the_connector_sets_is_overridden_in_silence() {
        Set<String> ofTheConnector = clientsOf(KafkaCluster.at("broker:9092")).stream()
                .flatMap(emitted -> emitted.stringPropertyNames().stream())
                .filter(key -> !keysOfKafka().contains(key))
                .collect(Collectors.toSet());

        assertThat(ofTheConnector)
                .containsExactlyInAnyOrder("commit.offsets.on.checkpoint", "partition.discovery.interval.ms")
                .isSubsetOf(KafkaOptions.PROPERTIES.taken().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acks",
                "allow.auto.create.topics",
                "auto.offset.reset",
                "bootstrap.servers",
                "commit.offsets.on.checkpoint",
                "enable.auto.commit",
                "enable.idempotence",
                "group.id",
                "group.instance.id",
                "group.protocol",
                "isolation.level",
                "key.deserializer",
                "key.serializer",
                "max.in.flight.requests.per.connection",
                "partition.discovery.interval.ms",
                "partitioner.class",
                "partitioner.ignore.keys",
                "retries",
                "transaction.timeout.ms",
                "transaction.two.phase.commit.enable",
                "transactional.id",
                "value.deserializer",
                "value.serializer"
            })
    void what_we_decide_about_kafka_is_refused_with_the_reason(String key) {
        assertThat(problemsWith("kafka.properties." + key, "1")).singleElement().satisfies(sentence -> assertThat(
                        sentence)
                .startsWith("kafka.properties." + key + " cannot be set here: ")
                .endsWith(KafkaOptions.PROPERTIES.taken().get(key) + "."));
    }

    @Test
    void a_request_may_be_larger_than_we_need_but_not_smaller() {
        assertThat(problemsWith("kafka.properties.max.request.size", "1048575"))
                .containsExactly("kafka.properties.max.request.size: found '1048575', expected a whole number from"
                        + " 1048576 to 2147483647.");
        assertThat(producerConfiguredBy(Map.of("kafka.properties.max.request.size", "2000000")))
                .containsEntry("max.request.size", "2000000");
        assertThat(with(Map.of("kafka.properties.max.request.size", "2000000")).effective())
                .containsOnlyOnce("kafka.properties.max.request.size: 2000000");
    }

    @Test
    void how_producers_are_tuned_is_for_the_user_to_say() {
        assertThat(producerConfiguredBy(Map.of(
                        "kafka.properties.linger.ms", "100",
                        "kafka.properties.compression.type", "zstd",
                        "kafka.properties.delivery.timeout.ms", "60000")))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "broker:9092",
                        "acks", "all",
                        "enable.idempotence", "true",
                        "transaction.timeout.ms", "900000",
                        "max.request.size", "1048576",
                        "batch.size", "131072",
                        "linger.ms", "100",
                        "compression.type", "zstd",
                        "delivery.timeout.ms", "60000"));
    }

    @Test
    void the_admin_never_gives_up_a_call_before_its_request() {
        assertThat(adminConfiguredBy(Map.of()))
                .containsEntry("default.api.timeout.ms", "20000")
                .containsEntry("request.timeout.ms", "10000");
        assertThat(adminConfiguredBy(Map.of("request.timeout.ms", "45000")))
                .containsEntry("default.api.timeout.ms", "45000")
                .containsEntry("request.timeout.ms", "45000");
        assertThat(adminConfiguredBy(Map.of("default.api.timeout.ms", "500")))
                .containsEntry("default.api.timeout.ms", "500")
                .containsEntry("request.timeout.ms", "500");
    }

    @Test
    void rocksdb_does_not_compress_its_young_files_unless_the_user_says_otherwise() {
        String key = RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL.key();
        Map<String, String> rocksDb = Map.of("job.state-backend", "rocksdb");
        Map<String, String> asTheUserSays =
                Map.of("job.state-backend", "rocksdb", "flink." + key, "SNAPPY_COMPRESSION");

        assertThat(FlinkSettings.of(JobOptions.from(with(rocksDb), "radio")).toMap())
                .containsEntry(key, "[NO_COMPRESSION, NO_COMPRESSION, LZ4_COMPRESSION]");
        assertThat(FlinkSettings.of(JobOptions.from(with(asTheUserSays), "radio"))
                        .toMap())
                .containsEntry(key, "SNAPPY_COMPRESSION");
    }

    @Test
    void what_we_decide_about_flink_is_refused_with_the_reason() {
        JobSettings all = JobOptions.from(
                with(Map.of("job.parallelism", "3", "job.checkpoint-folder", "file:///srv/segue")), "radio");

        assertThat(FlinkSettings.of(all).toMap().keySet())
                .contains("pipeline.auto-generate-uids", "execution.checkpointing.dir", "parallelism.default")
                .filteredOn(key -> !key.equals(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS.key()))
                .isSubsetOf(JobOptions.FLINK.taken().keySet());
        assertThat(JobOptions.FLINK.taken()).allSatisfy((key, reason) -> assertThat(problemsWith("flink." + key, "1"))
                .containsExactly("flink." + key + " cannot be set here: " + reason + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution.checkpointing.unaligned.enabled",
                "execution.checkpointing.unaligned",
                "execution.checkpointing.unaligned.forced",
                "execution.checkpointing.aligned-checkpoint-timeout",
                "execution.checkpointing.alignment-timeout"
            })
    void checkpoints_stay_aligned_by_whatever_name(String key) {
        assertThat(problemsWith("flink." + key, "1"))
                .containsExactly("flink." + key + " cannot be set here: an unaligned barrier overtakes events between"
                        + " operators, so the accounting would not add up at a checkpoint.");
        assertThat(FlinkSettings.of(JobOptions.from(with(Map.of()), "radio")).toMap())
                .containsEntry(CheckpointingOptions.ENABLE_UNALIGNED.key(), "false");
    }

    @Test
    void the_pause_after_a_slow_checkpoint_follows_its_interval_unless_it_is_given() {
        String key = CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS.key();

        Map<String, String> ours = FlinkSettings.of(
                        JobOptions.from(with(Map.of("job.checkpoint-interval", "30 s")), "radio"))
                .toMap();
        Map<String, String> given = FlinkSettings.of(JobOptions.from(with(Map.of("flink." + key, "1 s")), "radio"))
                .toMap();

        assertThat(ours).containsEntry(key, "15 s");
        assertThat(given).containsEntry(key, "1 s");
    }

    private static Set<String> keysOfKafka() {
        return Stream.of(ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The configuration of each kind of Segue's clients. */
    private static List<Properties> clientsOf(KafkaCluster cluster) {
        RegistryAccess registry = RegistryAccess.at("http://registry:8081");
        ClockedSource<Received<PlaybackRecord>> source = sourceOf(cluster);
        return List.of(
                producersOf(cluster, Duration.ofMinutes(15)),
                source.readerProperties(),
                source.endsProperties("ends"),
                KafkaCatalogue.ofTracks(cluster, registry, "tracks").consumerProperties(),
                new TopicAdmin(cluster).clientProperties());
    }

    private static Properties producersOf(KafkaCluster cluster, Duration transactionTimeout) {
        return new Sinks(
                        cluster,
                        RegistryAccess.at("http://registry:8081"),
                        Topics.DEFAULT,
                        "radio",
                        DeliveryGuarantee.EXACTLY_ONCE,
                        transactionTimeout)
                .producerProperties();
    }

    private static Properties producerConfiguredBy(Map<String, String> more) {
        KafkaSettings kafka = KafkaOptions.from(with(more), "radio");
        return producersOf(kafka.cluster(), kafka.transactionTimeout());
    }

    private static Properties adminConfiguredBy(Map<String, String> settings) {
        return new TopicAdmin(new KafkaCluster("broker:9092", settings)).clientProperties();
    }

    private static Properties readersConfiguredBy(Map<String, String> settings) {
        return sourceOf(new KafkaCluster("broker:9092", settings)).readerProperties();
    }

    private static ClockedSource<Received<PlaybackRecord>> sourceOf(KafkaCluster cluster) {
        return PlaybackSource.following(
                cluster,
                RegistryAccess.at("http://registry:8081"),
                new PlaybackReading("playback", "group", true, true, Intake.DEFAULT, 1, 1),
                IntakeTypes.RECEIVED_EVENTS);
    }

    private static Config with(Map<String, String> more) {
        Map<String, String> texts =
                new HashMap<>(Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081"));
        texts.putAll(more);
        return Config.of(texts, OPTIONS);
    }

    private static List<String> problemsWith(String key, String value) {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> with(Map.of(key, value)));
        return refused.problems().stream().map(Problem::sentence).toList();
    }
}
