package dev.segue.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job checks before it starts: it reports everything at once. */
class StartCheckTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static EmbeddedKafka kafka;
    private static Registry registry;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(
                shared.resolve("kafka"), LoopbackPorts.ANY, Map.of("transaction.max.timeout.ms", "700000"));
        registry = Registry.start(LoopbackPorts.ANY, shared.resolve("registry.log"));
        new TopicAdmin(KafkaCluster.at(kafka.bootstrapServers())).create(new TopicLayout(1, -1).of(Topics.DEFAULT));
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void all_is_well() throws Exception {
        Path checkpoints = folder.resolve("new/checkpoints");

        SegueCall segue = check("kafka.transaction-timeout: 700 s", "job.checkpoint-folder: " + checkpoints.toUri());

        assertThat(segue.err()).isEmpty();
        assertThat(segue.out()).startsWith("The configuration is valid, and everything that alerts needs is there.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(checkpoints).isEmptyDirectory();
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        set("listening.alerts", "cleanup.policy", "delete");
        set("listening.kpis", "min.compaction.lag.ms", "3600000");
        try {
            SegueCall segue = check(
                    "topics.health: nowhere",
                    "kafka.transaction-timeout: 701 s",
                    "job.checkpoint-folder: " + file.toUri());

            assertThat(segue.out()).isEmpty();
            List<String> lines = segue.err().lines().toList();
            assertThat(lines.subList(0, 4))
                    .containsExactly(
                            "segue: alerts cannot start, for 4 reasons:",
                            "  Topic nowhere does not exist at " + kafka.bootstrapServers()
                                    + ". Create it (segue topics --create), or correct the names in the configuration.",
                            "  Topic listening.alerts is not compacted (cleanup.policy is delete): the latest record of"
                                    + " a key would disappear with the old ones. Set cleanup.policy=compact.",
                            "  Kafka at " + kafka.bootstrapServers() + " does not allow transactions of 701000 ms"
                                    + " (kafka.transaction-timeout). Shorten it, or raise transaction.max.timeout.ms on"
                                    + " the brokers.");
            assertThat(lines.get(4))
                    .startsWith("  Checkpoints cannot be written to " + file.toUri() + " (job.checkpoint-folder): ")
                    .endsWith(". Correct the folder or its permissions.");
            assertThat(lines).hasSize(5);
            assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
        } finally {
            set("listening.alerts", "cleanup.policy", "compact");
            set("listening.kpis", "min.compaction.lag.ms", "604800000");
        }
    }

    @Test
    void a_transaction_timeout_does_not_matter_without_transactions() throws Exception {
        assertThat(check("kafka.transaction-timeout: 1 h", "job.delivery: at-least-once")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void a_registry_that_accepts_any_schema_is_warned_of() throws Exception {
        compatibility("NONE");
        try {
            SegueCall segue = check("kafka.transaction-timeout: 11 min");

            assertThat(segue.err().lines())
                    .containsExactly("segue: The schema registry accepts any schema (compatibility NONE) for"
                            + " listening.alerts-value, listening.dead-letters-value, listening.health-value, so a"
                            + " producer can break all consumers. Set its compatibility to FULL_TRANSITIVE.");
            assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
        } finally {
            compatibility("FULL_TRANSITIVE");
        }
    }

    @Test
    void a_folder_that_only_the_cluster_can_reach_is_not_held_against_the_job() throws Exception {
        SegueCall segue = check("kafka.transaction-timeout: 11 min", "job.checkpoint-folder: s3://bucket/checkpoints");

        assertThat(segue.err().lines())
                .containsExactly("segue: job.checkpoint-folder s3://bucket/checkpoints is not checked, because this"
                        + " process has no file system for it; the cluster needs one.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_local_folder_is_not_tried_when_the_job_runs_elsewhere() {
        Path here = folder.resolve("here");

        CheckpointFolder.Trial trial = new CheckpointFolder(here.toUri().toString()).tried(true);

        assertThat(trial.problem()).isEmpty();
        assertThat(trial.warning()).get().asString().contains("is a local folder");
        assertThat(here).doesNotExist();
    }

    private SegueCall check(String... more) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("kafka.bootstrap-servers: " + kafka.bootstrapServers(), "registry.url: " + registry.url()));
        lines.addAll(List.of(more));
        Path file = Files.write(folder.resolve("alerts.yaml"), lines);
        return SegueCall.of("run", "alerts", "--check", "--config", file.toString());
    }

    private static void compatibility(String level) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(registry.url() + "/config"))
                                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\": \"" + level + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void set(String topic, String key, String value) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(key, value), OpType.SET))))
                    .all()
                    .get();
        }
    }
}
