package dev.segue.app.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.app.Jobs;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.Registration;
import dev.segue.app.option.PlaybackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Flink stores of a job, readable for everyone who can read the storage for high availability: it refers to
 * secrets, and holds none.
 */
class SecretsInTheJobGraphTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_WORD", "planted-in-jaas",
            "KEY_WORD", "planted-for-key",
            "REGISTRY_WORD", "planted-for-registry",
            "USER", "known-to-all");

    @TempDir
    private Path folder;

    static List<Registration> jobs() {
        return Jobs.ALL;
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void holds_references_and_no_secret(Registration job) throws Exception {
        Path store = Files.writeString(folder.resolve("store-word"), "planted-in-file\n");
        Path key = Files.writeString(folder.resolve("pseudonym-key"), "planted-0123456789-0123456789-0123456789\n");
        List<String> lines = new ArrayList<>(List.of(
                "kafka:",
                "  bootstrap-servers: nowhere:1",
                "  properties:",
                "    sasl.jaas.config: >-",
                "      org.apache.kafka.common.security.scram.ScramLoginModule required",
                "      username=\"${ENV:USER}\" password=\"${ENV:KAFKA_WORD}\";",
                "    ssl.key.password: ${ENV:KEY_WORD}",
                "    client.rack: ${ENV:USER}",
                "registry:",
                "  url: https://nowhere:1",
                "  user: ${ENV:USER}",
                "  password: ${ENV:REGISTRY_WORD}",
                "  ssl.truststore.location: /srv/trusted.p12",
                "  ssl.truststore.password: ${FILE:" + store + "}"));
        boolean readsPlayback = job.options().knows(PlaybackOptions.PSEUDONYM_KEY.key());
        if (readsPlayback) {
            lines.add(PlaybackOptions.PSEUDONYM_KEY.key() + ": ${FILE:" + key + "}");
        }
        Path file = Files.write(folder.resolve("job.yaml"), lines);

        String stored = stored(job, Config.read(file, job.options(), ENVIRONMENT));

        assertThat(stored.contains("${FILE:" + key + "}")).isEqualTo(readsPlayback);

        assertThat(stored)
                .contains("known-to-all", "${ENV:KAFKA_WORD}", "${ENV:REGISTRY_WORD}", "${FILE:" + store + "}")
                .doesNotContain("planted");
    }

    private static String textOf(Object stored) throws IOException {
        return new String(InstantiationUtil.serializeObject(stored), ISO_8859_1);
    }

    private static String stored(Registration registration, Config config) throws Exception {
        JobRun run = registration.build(config);
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(run.settings()));
        Map<String, Integer> partitions =
                run.job().topics().allNames().stream().collect(Collectors.toMap(topic -> topic, topic -> 2));
        run.job().define(flink, new TopicCheck(partitions, List.of()));
        StreamGraph submitted = flink.getStreamGraph();
        submitted.serializeUserDefinedInstances();
        return textOf(submitted) + textOf(submitted.getJobGraph());
    }
}
