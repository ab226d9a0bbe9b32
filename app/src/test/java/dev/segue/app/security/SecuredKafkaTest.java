package dev.segue.app.security;

import static dev.segue.domain.fixture.Events.aPlay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.broker.Bytes;
import dev.segue.app.broker.SharedRegistry;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueProcess;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.NotReady;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job at brokers that want to know who it is: it passes the check at start, reads and writes. */
class SecuredKafkaTest {

    private static final long PATIENCE_NS = Duration.ofMinutes(4).toNanos();
    private static final String ADMIN_LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"admin\" password=\"of-the-brokers\"";
    private static final int ITERATIONS = 4096;

    @TempDir
    private static Path folder;

    private static Authority authority;
    private static Authority.Identity broker;

    @BeforeAll
    static void prepare() throws Exception {
        authority = Authority.in(folder.resolve("authority"));
        broker = authority.issue("broker");
    }

    @Test
    void over_sasl_ssl_with_scram() throws Exception {
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(folder.resolve("scram"), LoopbackPorts.ANY, demandingPasswords())) {
            createUser(kafka, "segue", "sesame");
            Path word = Files.writeString(folder.resolve("word"), "sesame\n");

            readsAndWrites(kafka, scramLines("${FILE:" + word + "}"));

            SegueProcess check = SegueProcess.run(
                    Map.of("KAFKA_WORD", "sesame"),
                    "run",
                    "signals",
                    "--check",
                    "--config",
                    file(kafka, scramLines("${ENV:KAFKA_WORD}")).toString());
            assertThat(check.exitCode()).as(check.err()).isEqualTo(ExitCode.OK);
            assertThat(check.log()).contains("sasl.jaas.config").doesNotContain("sesame");

            assertThatThrownBy(() -> build(kafka, scramLines("guess")).check())
                    .isInstanceOf(NotReady.class)
                    .hasMessageStartingWith("Kafka at " + kafka.bootstrapServers() + " refuses the login: ")
                    .hasMessageNotContaining("guess");
        }
    }

    @Test
    void over_tls_with_a_certificate_of_the_client() throws Exception {
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(folder.resolve("tls"), LoopbackPorts.ANY, demandingCertificates())) {
            Authority.Identity client = authority.issue("segue");
            Path word = Files.writeString(folder.resolve("store-word"), Authority.PASSWORD + "\n");

            readsAndWrites(
                    kafka,
                    List.of(
                            "    security.protocol: SSL",
                            "    ssl.truststore.location: " + authority.asPem(),
                            "    ssl.truststore.type: PEM",
                            "    ssl.keystore.location: " + client.pkcs12(),
                            "    ssl.keystore.type: PKCS12",
                            "    ssl.keystore.password: ${FILE:" + word + "}"));

            List<String> withoutCertificate = List.of(
                    "    security.protocol: SSL",
                    "    ssl.truststore.location: " + authority.asPem(),
                    "    ssl.truststore.type: PEM");
            assertThatThrownBy(() -> build(kafka, withoutCertificate).check())
                    .isInstanceOf(NotReady.class)
                    .hasMessageStartingWith("Kafka at " + kafka.bootstrapServers() + " cannot be reached over TLS: ");
        }
    }

    private static Map<String, String> overTls(String protocol) throws Exception {
        return new HashMap<>(Map.of(
                "listener.security.protocol.map",
                "BROKER:" + protocol + ",CONTROLLER:PLAINTEXT",
                "ssl.keystore.location",
                broker.pkcs12().toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.password",
                Authority.PASSWORD,
                "ssl.key.password",
                Authority.PASSWORD,
                "ssl.truststore.location",
                authority.asPkcs12().toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                Authority.PASSWORD));
    }

    private static Map<String, String> demandingCertificates() throws Exception {
        Map<String, String> settings = overTls("SSL");
        settings.put("ssl.client.auth", "required");
        return settings;
    }

    /** Among each other, brokers use a mechanism that needs no user to be created first. */
    private static Map<String, String> demandingPasswords() throws Exception {
        Map<String, String> settings = overTls("SASL_SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("listener.name.broker.plain.sasl.jaas.config", ADMIN_LOGIN + " user_admin=\"of-the-brokers\";");
        settings.put(
                "listener.name.broker.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        return settings;
    }

    private static void createUser(EmbeddedKafka kafka, String name, String password) throws Exception {
        Map<String, String> asAdmin = Map.of(
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.location",
                authority.asPkcs12().toString(),
                "ssl.truststore.password",
                Authority.PASSWORD,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                ADMIN_LOGIN + ";");
        try (Admin admin = Admin.create(new KafkaCluster(kafka.bootstrapServers(), asAdmin).propertiesWith(Map.of()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)))
                    .all()
                    .get();
        }
    }

    private static List<String> scramLines(String password) throws Exception {
        return List.of(
                "    security.protocol: SASL_SSL",
                "    ssl.truststore.location: " + authority.asPem(),
                "    ssl.truststore.type: PEM",
                "    sasl.mechanism: SCRAM-SHA-512",
                "    sasl.jaas.config: >-",
                "      org.apache.kafka.common.security.scram.ScramLoginModule required",
                "      username=\"segue\" password=\"" + password + "\";");
    }

    /** The job signals, from an event to a signal, and to its health: the latter in transactions. */
    private static void readsAndWrites(EmbeddedKafka kafka, List<String> kafkaProperties) throws Exception {
        Config config = config(kafka, kafkaProperties);
        KafkaCluster cluster = KafkaOptions.from(config, "signals").cluster();
        new TopicAdmin(cluster).create(new TopicLayout(1, -1).of(Topics.DEFAULT));
        JobRun run = SignalsJob.REGISTRATION.build(config);
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(run.settings()));
        run.job().define(flink, run.check().topics());
        JobClient job = flink.executeAsync("signals");
        try {
            send(cluster, config, aPlay().by("anna").build());
            awaitRecords(cluster, List.of(Topics.DEFAULT.signals(), Topics.DEFAULT.health()));
            Path savepoints = folder.resolve("savepoints");
            job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            assertThat(Bytes.asText(List.of(savepoints)))
                    .contains("segue-signals")
                    .doesNotContain("sesame", Authority.PASSWORD);
        } catch (Exception | AssertionError e) {
            job.cancel().get();
            throw e;
        }
    }

    private static JobRun build(EmbeddedKafka kafka, List<String> kafkaProperties) throws Exception {
        return SignalsJob.REGISTRATION.build(config(kafka, kafkaProperties));
    }

    private static Config config(EmbeddedKafka kafka, List<String> kafkaProperties) throws Exception {
        return Config.read(file(kafka, kafkaProperties), SignalsJob.REGISTRATION.options(), Map.of());
    }

    private static Path file(EmbeddedKafka kafka, List<String> kafkaProperties) throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "registry.url: " + SharedRegistry.url(),
                "job.parallelism: 1",
                "job.checkpoint-interval: 500 ms",
                "kafka:",
                "  bootstrap-servers: " + kafka.bootstrapServers(),
                "  properties:"));
        lines.addAll(kafkaProperties);
        return Files.write(folder.resolve("signals.yaml"), lines);
    }

    private static void send(KafkaCluster cluster, Config config, PlaybackEvent event) throws Exception {
        String topic = Topics.DEFAULT.playback();
        PlaybackCodec codec = new PlaybackCodec(RegistryOptions.from(config).connect(), topic);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, event.listener().getBytes(UTF_8), codec.encode(event)))
                    .get();
        }
    }

    private static void awaitRecords(KafkaCluster cluster, Collection<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.propertiesWith(Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            long deadline = System.nanoTime() + PATIENCE_NS;
            for (String topic : topics) {
                TopicPartition only = new TopicPartition(topic, 0);
                consumer.assign(List.of(only));
                consumer.seekToBeginning(List.of(only));
                while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    assertThat(System.nanoTime() - deadline)
                            .as("time over for a record on " + topic)
                            .isNegative();
                }
            }
        }
    }
}
