package dev.segue.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.cli.SegueProcess;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as its own process. */
class SimulateProcessTest {

    private static final String SIZE = "--listeners=20";
    private static final String WEEKS = "--weeks-before=1";
    private static final String BEGINNING = "--from=2026-03-02T06:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void writes_the_same_audience_to_any_kafka_and_its_plan_to_a_file() throws Exception {
        try (ConfiguredStack stack = ConfiguredStack.in(folder)) {
            Path plan = folder.resolve("plan.jsonl");

            SegueProcess first = SegueProcess.run("simulate", stack.config(), SIZE, WEEKS, BEGINNING, "--plan=" + plan);
            SegueProcess again = SegueProcess.run("simulate", stack.config(), SIZE, WEEKS, BEGINNING, "--rate=50000");

            List<String> records = stack.valuesOf(Topics.DEFAULT.playback());
            List<String> plans = Files.readAllLines(plan, UTF_8);
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out())
                    .contains("Sent " + String.format(Locale.ROOT, "%,d", records.size() / 2)
                            + " records to listening.playback, up to ")
                    .contains("The plan: " + String.format(Locale.ROOT, "%,d", plans.size() - 1) + " sessions; ")
                    .contains("Hazards: flights ")
                    .contains("The plan is in " + plan + ".");
            assertThat(plans.subList(0, plans.size() - 1))
                    .allMatch(line -> line.startsWith("{\"user_id\":\"") && line.endsWith("]}"));
            assertThat(plans.get(0)).contains("\"started_at\":\"2026-02-2");
            assertThat(plans.get(plans.size() - 1)).startsWith("{\"sent\":{\"originals\":");
            assertThat(again.out())
                    .contains("Sent " + String.format(Locale.ROOT, "%,d", records.size() / 2) + " records");
            assertThat(records.stream().distinct().count() * 2).isEqualTo(records.size());
            assertThat(stack.valuesOf(Topics.DEFAULT.tracks())).hasSize(2 * 1_500);
        }
    }

    @Test
    void explains_a_time_that_is_not_long_enough_ago() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY)) {
            Path config = folder.resolve("sessions.yaml");
            Files.writeString(
                    config,
                    "kafka.bootstrap-servers: " + kafka.bootstrapServers() + "\nregistry.url: http://127.0.0.1:1\n");

            SegueProcess withoutTopics = SegueProcess.run("simulate", "--config=" + config);
            new TopicAdmin(KafkaCluster.at(kafka.bootstrapServers())).create(new TopicLayout(2, -1).of(Topics.DEFAULT));
            SegueProcess tooSoon = SegueProcess.run("simulate", "--config=" + config, "--from=2999-01-01T00:00:00Z");

            assertThat(withoutTopics.exitCode()).isEqualTo(1);
            assertThat(withoutTopics.err()).contains("Topics catalog.tracks, listening.playback do not exist");
            assertThat(tooSoon.exitCode()).isEqualTo(2);
            assertThat(tooSoon.err())
                    .contains("segue: --from must be at least 3 days ago, so that everything the audience does"
                            + " and sends is in the past.\n");
        }
    }
}
