package dev.segue.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.option.JobOptions;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors and warnings about keys and values that are passed on to Kafka and Flink. */
class VocabularyTest {

    private static final OptionSet OPTIONS =
            OptionSet.of(KafkaOptions.GROUP, RegistryOptions.GROUP, TopicOptions.GROUP, JobOptions.GROUP);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.properties.linger.sm                       | kafka.properties.linger.ms",
                "kafka.properties.max.poll.record                 | kafka.properties.max.poll.records",
                "kafka.properties.sasl.mechanisms                 | kafka.properties.sasl.mechanism",
                "kafka.properties.security.protocl                | kafka.properties.security.protocol",
                "flink.execution.checkpointing.min-pauses         | flink.execution.checkpointing.min-pause",
                "flink.state.backend.rocksdb.block.cachesize      | flink.state.backend.rocksdb.block.cache-size",
                "flink.restart-strategy.fixed-delay.attempt       | flink.restart-strategy.fixed-delay.attempts"
            })
    void a_misspelt_key_is_warned_of_with_the_one_that_was_meant(String key, String meant) {
        assertThat(warnings(key, "5"))
                .containsExactly(
                        key + " is passed on as it is, but is not a setting that this version knows. Did you mean "
                                + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.properties.my.interceptor.colour", "flink.my-restarts.colour"})
    void a_key_that_resembles_none_is_handed_on_with_a_warning(String key) {
        assertThat(warnings(key, "red"))
                .containsExactly(key + " is passed on as it is, but is not a setting that this version knows.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.properties.linger.ms                             | 5",
                "kafka.properties.client.id.prefix                      | radio",
                "kafka.properties.register.consumer.metrics             | false",
                "kafka.properties.config.providers                      | file",
                "kafka.properties.config.providers.file.class           | a.Provider",
                "kafka.properties.config.providers.file.param.a         | b",
                "kafka.properties.request.timeout.ms                    | ${file:/etc/kafka:timeout}",
                "kafka.properties.security.protocol                     | sasl_ssl",
                "kafka.properties.ssl.keystore.key                      | -----BEGIN",
                "kafka.properties.compression.type                      | zstd",
                "kafka.properties.interceptor.classes                   | a.B",
                "flink.restart-strategy.type                            | fixed-delay",
                "flink.execution.checkpointing.min-pause                | 15 s",
                "flink.execution.checkpointing.min-pause                | 0",
                "flink.pipeline.global-job-parameters                   | a:b",
                "flink.pipeline.global-job-parameters.a                 | b",
                "flink.metrics.reporter.prom.factory.class              | a.B",
                "flink.external-resource.gpu.amount                     | 1",
                "flink.s3.endpoint                                      | http://minio:9000",
                "flink.kubernetes.cluster-id                            | radio",
                "flink.state.backend.rocksdb.metrics.block-cache-usage  | true",
                "flink.taskmanager.memory.managed.consumer-weights      | STATE_BACKEND:70",
                "flink.env.java.opts.all                                | -Dx=y"
            })
    void what_is_known_or_of_free_names_is_handed_on_without_a_word(String key, String value) {
        assertThat(warnings(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.properties.linger.ms                 | abc    | a whole number from 0",
                "kafka.properties.linger.ms                 | 5 ms   | a whole number from 0",
                "kafka.properties.linger.ms                 | -1     | a whole number from 0",
                "kafka.properties.max.poll.records          | 0      | a whole number from 1",
                "kafka.properties.check.crcs                | maybe  | true or false",
                "kafka.properties.compression.type          | rar    | a text, as Kafka says: [none, gzip, snappy, lz4,"
                        + " zstd]",
                "flink.execution.checkpointing.min-pause    | soon   | a duration, such as 30 s or 15 min",
                "flink.state.backend.rocksdb.block.cache-size | big  | a memory size, such as 64 mb or 1 gb",
                "flink.execution.checkpointing.max-concurrent-checkpoints | many | a whole number",
                "flink.pipeline.object-reuse                | maybe  | true or false",
                "flink.taskmanager.memory.managed.fraction  | half   | a number, such as 0.5"
            })
    void a_value_that_the_library_would_not_take_is_refused_with_what_it_expects(
            String key, String value, String expected) {
        assertThat(ProblemsOf.with(key, value, OPTIONS))
                .containsExactly(key + ": found '" + value + "', expected " + expected + ".");
    }

    @Test
    void a_secret_that_flink_would_store_with_the_job_is_warned_of() {
        String warning = " is a secret, and Flink stores the configuration of a job as clear text: put it into the"
                + " configuration of the cluster instead.";

        assertThat(warnings("flink.s3.secret-key", "Sesame")).containsExactly("flink.s3.secret-key" + warning);
        assertThat(warnings("flink.security.ssl.internal.keystore-password", "sesame open"))
                .containsExactly("flink.security.ssl.internal.keystore-password" + warning);
        assertThat(warnings("flink.security.delegation.tokens.enabled", "false"))
                .isEmpty();
        assertThat(warnings("flink.security.delegation.tokens.renewal.retry.backoff", "1 h"))
                .isEmpty();
    }

    @Test
    void what_flink_would_take_for_milliseconds_or_bytes_is_warned_of() {
        assertThat(warnings("flink.execution.checkpointing.min-pause", "15"))
                .containsExactly("flink.execution.checkpointing.min-pause: 15 has no unit, so Flink reads it as"
                        + " milliseconds. Write 15min, 15s or 15ms.");
        assertThat(warnings("flink.state.backend.rocksdb.block.cache-size", "64"))
                .containsExactly(
                        "flink.state.backend.rocksdb.block.cache-size: 64 has no unit, so Flink reads it as bytes."
                                + " Write 64mb, 64kb or 64b.");
    }

    @Test
    void a_class_that_is_not_there_is_warned_of_because_workers_may_have_it() {
        String key = "kafka.properties.sasl.login.callback.handler.class";

        assertThat(warnings(key, "a.Handler"))
                .containsExactly(
                        key + " names the class a.Handler, which is not on this class path. It must be where the job"
                                + " runs.");
        assertThat(warnings(key, VocabularyTest.class.getName())).isEmpty();
    }

    @Test
    void a_secret_value_is_not_shown() {
        assertThat(warnings("kafka.properties.ssl.key.password", "sesame")).isEmpty();
        assertThat(warnings("kafka.properties.my.password", "sesame"))
                .containsExactly(
                        "kafka.properties.my.password is passed on as it is, but is not a setting that this version knows.");
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.linger.ms,                    kafka.properties.linger.ms",
        "linger.ms,                          kafka.properties.linger.ms",
        "kafka.propertis.linger.ms,          kafka.properties.linger.ms",
        "security.protocol,                  kafka.properties.security.protocol",
        "restart-strategy.type,              flink.restart-strategy.type",
        "flnk.restart-strategy.type,         flink.restart-strategy.type",
        "kafka.group.id,                     kafka.group-id",
        "job.paralelism,                     job.parallelism"
    })
    void a_key_in_the_wrong_section_is_refused_with_the_right_one(String key, String meant) {
        assertThat(ProblemsOf.with(key, "5", OPTIONS))
                .containsExactly(key + " is not a key of this job. Did you mean " + meant + "?");
    }

    /** Flink's definitions are listed one by one, to avoid a search at run time; none may be missing. */
    @Test
    void every_class_that_defines_options_of_flink_is_known() throws IOException {
        TreeSet<String> defining = new TreeSet<>();
        for (Path jar : jarsOfFlink()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name ->
                                name.endsWith("Options.class") && !name.contains("shaded") && !name.contains("$"))
                        .map(name -> name.replace('/', '.').replaceAll("[.]class$", ""))
                        .filter(VocabularyTest::definesOptions)
                        .forEach(defining::add);
            }
        }
        // Options of SQL, and of sources and sinks that Segue does not use.
        defining.removeIf(name -> name.contains(".table.") || name.endsWith("DynamicKafkaSourceOptions"));
        // The metric reporter of a test; on a cluster it is a plugin, and its options are the cluster's.
        defining.removeIf(name -> name.startsWith("org.apache.flink.metrics.prometheus."));
        // These are set through Kafka's keys.
        defining.remove("org.apache.flink.connector.kafka.source.KafkaSourceOptions");

        assertThat(FlinkVocabulary.DEFINITIONS).containsAll(defining);
    }

    private static List<Path> jarsOfFlink() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (URL manifest :
                Collections.list(VocabularyTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            String file = manifest.getPath().replaceAll("^file:|!/.*$", "");
            if (file.matches(".*/flink-[^/]*[.]jar") && !file.endsWith("-tests.jar")) {
                jars.add(Path.of(file));
            }
        }
        assertThat(jars).hasSizeGreaterThan(5);
        return jars;
    }

    private static boolean definesOptions(String className) {
        try {
            return Arrays.stream(Class.forName(className, false, VocabularyTest.class.getClassLoader())
                            .getDeclaredFields())
                    .anyMatch(
                            field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static List<String> warnings(String key, String value) {
        return Config.of(ProblemsOf.sound(Map.of(key, value)), OPTIONS).warnings().stream()
                .map(Problem::sentence)
                .toList();
    }
}
