package dev.segue.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.cli.SegueProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever happens to the cluster, everything is as planned in the end. {@code .ci/cluster} runs it. */
@EnabledIfSystemProperty(named = Home.PROGRAMS, matches = ".+")
class ClusterTest {

    private static final int MOST_BETWEEN_FAULTS_MS = 8_000;
    private static final int LAST_LINES = 40;

    @Test
    void everything_is_as_planned_whatever_fails() throws Exception {
        long seed = Long.getLong("segue.cluster.seed", System.nanoTime() % 1_000_000);
        Random random = new Random(seed);
        List<Fault> faults = Fault.parse(System.getProperty("segue.cluster.faults"), random);
        Home home = Home.of("faults");
        say("seed " + seed + ", settings " + settings() + ", faults in this order: "
                + faults.stream().map(Fault::option).toList());
        try (Installation installation = Installation.start(home, settings(), random, ClusterTest::say)) {
            Path plan = home.work().resolve("plan.jsonl");
            Path config = installation.configurationOf("sessions");
            Part audience = started(
                    home,
                    faults.contains(Fault.UPGRADED) ? home.evolvedEvents() : null,
                    "simulate",
                    "--config=" + config,
                    "--listeners=" + Integer.getInteger("segue.cluster.listeners"),
                    "--days=" + Integer.getInteger("segue.cluster.days"),
                    "--rate=" + Integer.getInteger("segue.cluster.rate"),
                    "--seed=" + seed,
                    "--stories",
                    "--follow-job",
                    "--plan=" + plan);
            installation.submitJobs();
            for (Fault fault : faults) {
                Thread.sleep(random.nextInt(MOST_BETWEEN_FAULTS_MS));
                say("next: " + fault.option());
                installation.suffer(fault);
                if (random.nextInt(3) > 0) {
                    installation.awaitHealthy();
                    say("all jobs run; restarts so far " + installation.restarts());
                }
            }
            installation.awaitHealthy();
            say("all faults are over, and all jobs run");
            assertThat(ended(audience)).isZero();
            assertThat(installation.leaks()).isEmpty();
            Part verdict = started(home, null, "verify", "--config=" + config, "--plan=" + plan, "--within=9m");
            assertThat(ended(verdict)).isZero();
            if (!"at-least-once".equals(settings().get("job.delivery"))) {
                Map<String, String> hits = hits(installation);
                say("records written, and of them committed: " + hits);
                assertThat(hits).as("the faults did hit").isNotEmpty();
            }
        }
    }

    /**
     * Starts a command.
     *
     * @param classes what to put before its class path, or null
     */
    private static Part started(Home home, String classes, String... arguments) throws IOException {
        List<String> line = SegueProcess.commandLine(arguments);
        if (classes != null) {
            line.replaceAll(word ->
                    word.equals(System.getProperty("java.class.path")) ? classes + File.pathSeparator + word : word);
        }
        return Part.start(arguments[0], line, Map.of(), home.logs());
    }

    /** Waits for the end of a command, and prints the last of what it said; returns its exit code. */
    private static int ended(Part command) throws IOException, InterruptedException {
        int code = command.exitCode();
        List<String> lines = Files.readAllLines(command.output());
        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(ClusterTest::say);
        return code;
    }

    /**
     * Of what the jobs write exactly once, how many records were written, and how many of them were committed. What is after
     * the first open transaction does not count.
     */
    private static Map<String, String> hits(Installation installation) {
        Map<String, String> hits = new TreeMap<>();
        for (String topic : List.of(Topics.DEFAULT.sessions(), Topics.DEFAULT.kpis())) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            long committed = count(installation, topic, "read_committed", ends);
            long all = count(installation, topic, "read_uncommitted", ends);
            if (all > committed) {
                hits.put(topic, all + " " + committed);
            }
        }
        return hits;
    }

    /** Counts to these ends; when there are none, to the present ones, which it adds. */
    private static long count(
            Installation installation, String topic, String isolation, Map<TopicPartition, Long> ends) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                installation.kafka().propertiesWith(Map.of("isolation.level", isolation)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            if (ends.isEmpty()) {
                ends.putAll(consumer.endOffsets(partitions));
            }
            long count = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    count += record.offset() < ends.get(partition) ? 1 : 0;
                }
            }
            return count;
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : System.getProperty("segue.cluster.settings", "").split(",", -1)) {
            if (!setting.isEmpty()) {
                String[] parts = setting.split("=", 2);
                settings.put(parts[0], parts[1]);
            }
        }
        return settings;
    }

    static void say(String line) {
        System.out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }
}
