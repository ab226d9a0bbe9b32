package dev.segue.app.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue topics} does and prints. */
class TopicsCommandTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(shared.resolve("kafka"), LoopbackPorts.ANY);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void creates_what_is_missing_leaves_the_rest_and_checks_all() throws Exception {
        Path config = configuration(topicsNamed("one."));
        create(new NewTopic("one.playback", 3, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1")));

        SegueCall first = topics("--create", "playlists", "sessions", "--config", config.toString());

        assertThat(first.err()).isEmpty();
        assertThat(first.out().lines())
                .containsExactly(
                        "one.playback exists, and stays as it is.",
                        "Created one.tracks with 3 partitions, cleanup.policy=compact, max.message.bytes=655360.",
                        "Created one.sessions with 3 partitions, cleanup.policy=compact,"
                                + " delete.retention.ms=604800000, max.compaction.lag.ms=1209600000,"
                                + " max.message.bytes=655360, min.compaction.lag.ms=604800000.",
                        "Created one.plays with 3 partitions, cleanup.policy=compact, delete.retention.ms=604800000,"
                                + " max.compaction.lag.ms=1209600000, max.message.bytes=655360,"
                                + " min.compaction.lag.ms=604800000.",
                        "Created one.late with 3 partitions, max.message.bytes=655360.",
                        "Created one.dead-letters with 3 partitions, max.message.bytes=655360.",
                        "Created one.health with 3 partitions, cleanup.policy=compact, max.message.bytes=655360.",
                        "Created one.kpis with 3 partitions, cleanup.policy=compact, delete.retention.ms=604800000,"
                                + " max.compaction.lag.ms=1209600000, max.message.bytes=655360,"
                                + " min.compaction.lag.ms=604800000.",
                        "Created one.track-kpis with 3 partitions, cleanup.policy=compact, max.message.bytes=655360.",
                        "All 9 topics are as the jobs need them.");
        assertThat(first.exitCode()).isEqualTo(ExitCode.OK);

        SegueCall again = topics("--create", "sessions", "--config", config.toString());

        assertThat(again.out().lines())
                .hasSize(8)
                .endsWith("All 7 topics are as the jobs need them.")
                .filteredOn(line -> line.endsWith(" exists, and stays as it is."))
                .hasSize(7);
        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void creates_topics_as_the_options_say() throws Exception {
        Path config = configuration(topicsNamed("two."));

        SegueCall segue = topics(
                "--create",
                "--partitions",
                "2",
                "--replication-factor",
                "1",
                "--retention",
                "30d",
                "--config",
                config.toString());

        assertThat(segue.err()).isEmpty();
        assertThat(segue.out().lines())
                .startsWith("Created two.playback with 2 partitions, max.message.bytes=655360,"
                        + " message.timestamp.type=LogAppendTime, retention.ms=2592000000.")
                .endsWith("All 11 topics are as the jobs need them.");
    }

    @Test
    void reports_all_that_is_wrong_at_once() throws Exception {
        Path config = configuration(topicsNamed("three."));
        create(
                new NewTopic("three.playback", 2, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "172800000")),
                new NewTopic("three.kpis", 2, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                new NewTopic("three.sessions", 1, (short) 1).configs(Map.of("max.message.bytes", "1000")));

        SegueCall segue = topics("--check", "sessions", "playlists", "--config", config.toString());

        assertThat(segue.out()).isEmpty();
        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Topic three.playback deletes events after 2 d (retention.ms is 172800000): a job that"
                                + " is down for longer would lose them. Set retention.ms=-1, or to at least 604800000"
                                + " (a week).",
                        "segue: Topic three.sessions has min.compaction.lag.ms=0: a consumer that is more than 0 ms"
                                + " behind may miss records that were replaced meanwhile. Set"
                                + " min.compaction.lag.ms=604800000 (a week).",
                        "segue: Topic three.sessions has delete.retention.ms=86400000: a consumer that is more than 1 d"
                                + " behind may miss tombstones. Set delete.retention.ms=604800000 (a week).",
                        "segue: Topic three.kpis has min.compaction.lag.ms=0: a consumer that is more than 0 ms behind"
                                + " may miss records that were replaced meanwhile. Set"
                                + " min.compaction.lag.ms=604800000 (a week).",
                        "segue: Topic three.kpis has delete.retention.ms=86400000: a consumer that is more than 1 d"
                                + " behind may miss tombstones. Set delete.retention.ms=604800000 (a week).",
                        "segue: The topics are not as the jobs need them, for 4 reasons:",
                        "  Topics three.dead-letters, three.health, three.late, three.plays, three.track-kpis, three.tracks do not exist"
                                + " at " + kafka.bootstrapServers()
                                + ". Create them (segue topics --create), or correct the names in the configuration.",
                        "  Topic three.sessions has 1 partition, but three.playback has 2: what belongs to one listener"
                                + " would not be in partitions with the same number. If it is empty, add partitions"
                                + " (kafka-topics --alter --partitions 2); otherwise name a new topic in"
                                + " topics.sessions.",
                        "  Topic three.sessions is not compacted (cleanup.policy is delete): the latest record of a key"
                                + " would disappear with the old ones. Set cleanup.policy=compact.",
                        "  Topic three.sessions accepts at most 1000 bytes at once (max.message.bytes); the job would"
                                + " fail at a larger result. Set max.message.bytes=655360 or more.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void says_so_when_a_topic_cannot_be_created() throws Exception {
        Path config = configuration(topicsNamed("four."));

        SegueCall segue = topics("--create", "alerts", "--replication-factor", "3", "--config", config.toString());

        assertThat(segue.err())
                .startsWith("segue: Topic four.kpis cannot be created at " + kafka.bootstrapServers() + ": ")
                .contains("replication factor of 3 cannot be reached because only 1 broker(s) are registered");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void prints_commands_that_create_the_topics() throws IOException {
        Path config = configuration();

        SegueCall segue = topics(
                "--create",
                "--print",
                "alerts",
                "--partitions",
                "6",
                "--replication-factor",
                "3",
                "--config",
                config.toString());

        String create =
                "kafka-topics --bootstrap-server " + kafka.bootstrapServers() + " --create --if-not-exists --topic ";
        assertThat(segue.out().lines())
                .containsExactly(
                        create + "listening.kpis --partitions 6 --replication-factor 3 --config cleanup.policy=compact"
                                + " --config delete.retention.ms=604800000 --config max.compaction.lag.ms=1209600000 --config"
                                + " max.message.bytes=655360 --config min.compaction.lag.ms=604800000",
                        create + "listening.alerts --partitions 6 --replication-factor 3 --config"
                                + " cleanup.policy=compact --config delete.retention.ms=604800000 --config"
                                + " max.compaction.lag.ms=1209600000 --config max.message.bytes=655360 --config"
                                + " min.compaction.lag.ms=604800000",
                        create + "listening.dead-letters --partitions 6 --replication-factor 3 --config"
                                + " max.message.bytes=655360",
                        create + "listening.health --partitions 6 --replication-factor 3 --config"
                                + " cleanup.policy=compact --config max.message.bytes=655360");
    }

    @Test
    void prints_the_rights_of_each_job_under_its_name() throws IOException {
        Path config = configuration();

        SegueCall segue = topics("--acls", "webhook", "signals", "--config", config.toString());

        String acls = "kafka-acls --bootstrap-server " + kafka.bootstrapServers() + " --add --allow-principal User:";
        assertThat(segue.out().lines())
                .containsExactly(
                        "# signals",
                        acls + "segue-signals --operation Read --operation DescribeConfigs --topic listening.playback"
                                + " --topic catalog.tracks",
                        acls + "segue-signals --operation Read --operation Write --operation DescribeConfigs --topic"
                                + " listening.signals --topic listening.health",
                        acls + "segue-signals --operation Read --group segue-signals",
                        acls + "segue-signals --operation Write --transactional-id segue-signals-"
                                + " --resource-pattern-type prefixed",
                        "# webhook",
                        acls + "segue-webhook --operation Read --operation DescribeConfigs --topic listening.alerts",
                        acls + "segue-webhook --operation Read --group segue-webhook");
    }

    @Test
    void rights_follow_from_the_configuration() throws IOException {
        Path config = configuration(
                "job.name: eu", "kafka.group-id: mine", "job.delivery: at-least-once", "catalogue.enabled: false");

        SegueCall one = topics("--acls", "sessions", "--principal", "User:eu", "--config", config.toString());
        assertThat(one.out())
                .contains("User:eu", "--operation Read --group mine")
                .doesNotContain("catalog.tracks", "--transactional-id", "segue-sessions");

        SegueCall all = topics("--acls", "--config", config.toString());
        assertThat(all.err())
                .startsWith("segue: job.name and kafka.group-id in " + config
                        + " belong to one job. Say which, such as: segue topics --acls sessions --config " + config);
        assertThat(all.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void a_broker_without_an_authorizer_needs_no_rights() throws IOException {
        Path config = configuration();

        SegueCall segue = topics("--acls", "--apply", "--config", config.toString());

        assertThat(segue.err())
                .isEqualTo("segue: Kafka at " + kafka.bootstrapServers() + " enforces no ACLs: it has no"
                        + " authorizer.class.name, so every user may do everything." + System.lineSeparator());
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void takes_the_file_of_any_job_and_refuses_keys_that_none_has() throws IOException {
        Path config = configuration(
                "webhook.url: https://example.org/hook",
                "kpis.follow: a",
                "dashboard.port: 1",
                "alerts.policies.mine.kpi: sessions",
                "sessions.gap: 10 min");
        assertThat(topics("--acls", "alerts", "--config", config.toString()).exitCode())
                .isEqualTo(ExitCode.OK);

        Path wrong = configuration("topics.session: a", "sessions.gap: soon");
        SegueCall segue = topics("--check", "--config", wrong.toString());
        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in " + wrong + " has 2 problems:",
                        "  line 3: topics.session is not a key of segue topics. Did you mean topics.sessions?",
                        "  line 4: sessions.gap: found 'soon', expected a duration from 1 ms to 3650 d, such as 30 s,"
                                + " 15 min or 24 h.",
                        "docs/configuration.md explains every key.");
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        SegueCall segue = topics("--check", "--config", "nowhere.yaml");

        assertThat(segue.err()).contains("The configuration in nowhere.yaml", "There is no such file.");
    }

    @Test
    void calls_that_make_no_sense_are_refused() throws IOException {
        String config = configuration().toString();

        assertThat(mistake("--config", config)).isEqualTo("Give exactly one of --create, --check and --acls.");
        assertThat(mistake("--create", "--acls", "--config", config))
                .isEqualTo("Give exactly one of --create, --check and --acls.");
        assertThat(mistake("--check", "--partitions", "3", "--config", config))
                .isEqualTo("--partitions goes with --create.");
        assertThat(mistake("--create", "--apply", "--config", config)).isEqualTo("--apply goes with --acls.");
        assertThat(mistake("--create", "--partitions", "0", "--config", config))
                .isEqualTo("--partitions must be 1 to 32767, but is 0.");
        assertThat(mistake("--check", "session", "--config", config))
                .isEqualTo("There is no job 'session'; expected one of sessions, playlists, alerts, signals, dashboard,"
                        + " forget, webhook.");
    }

    private String mistake(String... arguments) {
        SegueCall segue = topics(arguments);
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(segue.err().lines()).endsWith("Try 'segue topics --help'.");
        return segue.err().lines().findFirst().orElseThrow().substring("segue: ".length());
    }

    private static SegueCall topics(String... arguments) {
        return SegueCall.of(
                Stream.concat(Stream.of("topics"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static void create(NewTopic... topics) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(topics)).all().get();
        }
    }

    private static String[] topicsNamed(String prefix) {
        return Stream.of(
                        "playback",
                        "tracks",
                        "sessions",
                        "plays",
                        "kpis",
                        "track-kpis",
                        "alerts",
                        "signals",
                        "late",
                        "dead-letters",
                        "health")
                .map(key -> "topics." + key + ": " + prefix + key)
                .toArray(String[]::new);
    }

    private Path configuration(String... more) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("kafka.bootstrap-servers: " + kafka.bootstrapServers(), "registry.url: http://127.0.0.1:1"));
        lines.addAll(List.of(more));
        return Files.write(folder.resolve("any.yaml"), lines);
    }
}
