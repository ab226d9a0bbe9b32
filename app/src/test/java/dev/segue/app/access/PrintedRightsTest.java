package dev.segue.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.access.AccessAdmin;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.Jobs;
import dev.segue.app.broker.SharedRegistry;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.Registration;
import dev.segue.stack.LocalFlink;
import dev.segue.stack.LoopbackPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rights that {@code segue topics --acls} prints suffice, and none of them is superfluous. */
class PrintedRightsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Map<String, String> INPUT_OF = Map.of(
            "sessions", TOPICS.playback(),
            "playlists", TOPICS.sessions(),
            "alerts", TOPICS.kpis(),
            "signals", TOPICS.playback());

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static SecuredBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        List<String> users = Stream.concat(
                        Jobs.ALL.stream().map(Registration::name), Stream.of("webhook", "dashboard", "forget"))
                .map(name -> "segue-" + name)
                .toList();
        broker = SecuredBroker.start(shared.resolve("kafka"), users);
        admin = Admin.create(broker.asAdmin().propertiesWith(Map.of()));
        new TopicAdmin(broker.asAdmin()).create(new TopicLayout(1, -1).of(TOPICS));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void nobodyMayDoAnything() throws Exception {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
    }

    static Stream<String> jobs() {
        return Jobs.ALL.stream().map(Registration::name);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_job_starts_with_all_of_them_and_with_none_taken_away(String job) throws Exception {
        List<AclBinding> rights = printed(job);
        admin.createAcls(rights).all().get();
        await(job + " may start", () -> checked(job).exitCode() == ExitCode.OK);

        for (AclBinding right : rights) {
            admin.deleteAcls(List.of(right.toFilter())).all().get();
            Pattern words = inWords(right);
            await("the lack is reported: " + words, () -> {
                SegueCall segue = checked(job);
                return segue.exitCode() == ExitCode.FAILED
                        && words.matcher(segue.err()).find();
            });
            admin.createAcls(List.of(right)).all().get();
        }
    }

    @Test
    void all_jobs_run_with_nothing_else() throws Exception {
        for (String job : INPUT_OF.keySet()) {
            admin.createAcls(printed(job)).all().get();
            await(job + " may start", () -> checked(job).exitCode() == ExitCode.OK);
        }
        send(INPUT_OF.values().stream().distinct().toArray(String[]::new));
        try (LocalFlink flink = LocalFlink.start(folder, LoopbackPorts.ANY, Jobs.ALL.size())) {
            for (Registration job : Jobs.ALL) {
                submit(job, flink);
            }
            for (String job : INPUT_OF.keySet()) {
                await(job + " commits what it read", () -> hasCommitted("segue-" + job, INPUT_OF.get(job)));
            }
            await("all report their health", () -> reporting().containsAll(INPUT_OF.keySet()));

            admin.createAcls(printed("forget")).all().get();
            SegueCall forget = SegueCall.of(
                    "forget", "nobody", "--config", configuration("forget").toString());
            assertThat(forget.out()).contains("There was nothing of nobody on ");
            assertThat(forget.err()).contains(TOPICS.playback() + ", what was sent: for ever (retention.ms=-1");
        }
    }

    @Test
    void the_webhook_reads_incidents_with_all_of_them_and_with_none_taken_away() throws Exception {
        List<AclBinding> rights = printed("webhook");
        admin.createAcls(rights).all().get();
        send(TOPICS.alerts());
        try (KafkaConsumer<byte[], byte[]> consumer =
                consumer("segue-webhook", Map.of("group.id", "segue-webhook", "auto.offset.reset", "earliest"))) {
            consumer.subscribe(List.of(TOPICS.alerts()));
            await("it reads", () -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
            consumer.commitSync();
        }

        for (AclBinding right : rights) {
            admin.deleteAcls(List.of(right.toFilter())).all().get();
            await("it is gone", PrintedRightsTest::webhookLacksARight);
            SegueCall segue = SegueCall.of(
                    "webhook",
                    "--config",
                    configuration("webhook", "webhook.url: http://127.0.0.1:1/hook")
                            .toString());
            assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(segue.err())
                    .contains("does not allow us", right.pattern().name());
            admin.createAcls(List.of(right)).all().get();
        }
    }

    @Test
    void forget_sends_nothing_while_a_right_is_missing() throws Exception {
        List<AclBinding> rights = printed("forget");
        for (AclBinding missing : rights) {
            admin.createAcls(rights).all().get();
            admin.deleteAcls(List.of(missing.toFilter())).all().get();
            Pattern words = inWords(missing);
            await("the lack is reported: " + words, () -> words.matcher(SegueCall.of(
                                    "forget",
                                    "nobody",
                                    "--within",
                                    "1s",
                                    "--config",
                                    configuration("forget").toString())
                            .err())
                    .find());
        }
    }

    @Test
    void the_page_reads_its_topics() throws Exception {
        admin.createAcls(printed("dashboard")).all().get();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("segue-dashboard", Map.of())) {
            List<TopicPartition> all = Stream.of(
                            TOPICS.sessions(),
                            TOPICS.plays(),
                            TOPICS.kpis(),
                            TOPICS.trackKpis(),
                            TOPICS.alerts(),
                            TOPICS.signals(),
                            TOPICS.health())
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);

            assertThat(consumer.endOffsets(all)).hasSize(7);
            consumer.poll(Duration.ofMillis(100));
        }
    }

    /** Without Read or Write, nobody may see which further rights there are, so these may be named, too. */
    private static Pattern inWords(AclBinding right) {
        String operation = right.entry().operation().name();
        String named = operation.equals("DESCRIBE_CONFIGS")
                ? "DescribeConfigs"
                : operation.charAt(0) + operation.substring(1).toLowerCase(Locale.ROOT);
        String name = right.pattern().name();
        String what =
                switch (right.pattern().resourceType()) {
                    case TOPIC -> " on topic " + name;
                    case GROUP -> " on group " + name;
                    default -> " on transactional ids that begin with " + name;
                };
        return Pattern.compile("does not allow us: (\\w+ and )?" + named + "( and \\w+)?" + Pattern.quote(what + "."));
    }

    private List<AclBinding> printed(String program) throws Exception {
        SegueCall segue = SegueCall.of(
                "topics", "--acls", program, "--config", configuration(program).toString());
        assertThat(segue.err()).isEmpty();
        return PrintedAcls.in(segue.out());
    }

    private SegueCall checked(String job) throws Exception {
        return SegueCall.of(
                "run", job, "--check", "--config", configuration(job).toString());
    }

    private Path configuration(String program, String... more) throws Exception {
        List<String> lines = new ArrayList<>(broker.configuration("segue-" + program));
        lines.add("registry.url: " + SharedRegistry.url());
        lines.addAll(List.of(more));
        return Files.write(folder.resolve(program + ".yaml"), lines);
    }

    private void submit(Registration job, LocalFlink flink) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap-servers", broker.bootstrapServers());
        broker.as("segue-" + job.name())
                .settings()
                .forEach((key, value) -> settings.put("kafka.properties." + key, value));
        settings.put("registry.url", SharedRegistry.url());
        settings.put("job.parallelism", "1");
        settings.put("job.checkpoint-interval", "500 ms");
        JobRun run = job.build(Config.of(settings, job.options()));
        StreamExecutionEnvironment environment = flink.environment(FlinkSettings.of(run.settings()));
        run.job().define(environment, run.check().topics());
        environment.executeAsync(job.name());
    }

    /** Sends garbage, which every job rejects and counts. */
    private static void send(String... topics) throws Exception {
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.asAdmin().propertiesWith(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : topics) {
                producer.send(new ProducerRecord<>(topic, garbage, garbage)).get();
            }
        }
    }

    private static boolean hasCommitted(String group, String topic) throws Exception {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .anyMatch(offset -> offset.getKey().topic().equals(topic)
                        && offset.getValue().offset() > 0);
    }

    /** The webhook runs until it is stopped, so a test that starts it must know that it will be refused. */
    private static boolean webhookLacksARight() throws Exception {
        KafkaCluster cluster = broker.as("segue-webhook");
        try {
            new TopicAdmin(cluster).check(TopicUse.of(TOPICS).reading(Topics.ALERTS));
            return new AccessAdmin(cluster).objectionToGroup("segue-webhook").isPresent();
        } catch (TopicsUnfit e) {
            return true;
        }
    }

    /** The jobs whose health reports are committed. */
    private static Set<String> reporting() {
        Set<String> jobs = new HashSet<>();
        TopicPartition health = new TopicPartition(TOPICS.health(), 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                broker.asAdmin().propertiesWith(Map.of("isolation.level", "read_committed")),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(health));
            consumer.seekToBeginning(List.of(health));
            long end = consumer.endOffsets(List.of(health)).get(health);
            while (consumer.position(health) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> jobs.add(record.key().split("/", -1)[0]));
            }
        }
        return jobs;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String user, Map<String, String> settings) {
        return new KafkaConsumer<>(
                broker.as(user).propertiesWith(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited too long until " + what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
