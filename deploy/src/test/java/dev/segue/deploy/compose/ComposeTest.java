package dev.segue.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.Jobs;
import dev.segue.app.cli.Segue;
import dev.segue.app.config.Config;
import dev.segue.app.config.FlinkVocabulary;
import dev.segue.app.config.OptionSet;
import dev.segue.app.dashboard.DashboardOptions;
import dev.segue.app.job.Registration;
import dev.segue.app.job.sessions.SessionsJob;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose/compose.yaml} names services, files, commands and versions that exist. */
class ComposeTest {

    private static final Path FOLDER = Path.of("compose");

    /** Of the many keys that a service may have, those used here: another word is a slip of the pen. */
    private static final Set<String> KEYS =
            Set.of("build", "command", "depends_on", "environment", "image", "ports", "profiles", "restart", "volumes");

    private static Map<String, Object> file;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        file = yaml("compose.yaml");
        services = at(file, "services");
    }

    @Test
    void every_service_has_only_what_is_meant() {
        assertThat(services.values()).isNotEmpty().allSatisfy(service -> {
            assertThat(KEYS).containsAll(service.keySet());
            assertThat(service).containsKey("image");
        });
    }

    @Test
    void whatever_a_service_waits_for_exists() {
        for (Map<String, Object> service : services.values()) {
            Object awaited = service.getOrDefault("depends_on", List.of());
            if (awaited instanceof Map<?, ?> conditions) {
                assertThat(services.keySet()).containsAll(strings(conditions.keySet()));
                assertThat(conditions.values())
                        .extracting(ComposeTest::condition)
                        .allMatch(Set.of("service_started", "service_completed_successfully")::contains);
            } else {
                assertThat(services.keySet()).containsAll(strings((List<?>) awaited));
            }
        }
    }

    @Test
    void whatever_is_mounted_exists() {
        Map<String, Object> volumes = at(file, "volumes");

        for (String mounted : all("volumes")) {
            String from = mounted.substring(0, mounted.indexOf(':'));
            if (from.startsWith(".")) {
                assertThat(FOLDER.resolve(from)).exists();
            } else {
                assertThat(volumes).containsKey(from);
            }
        }
    }

    @Test
    void every_port_is_open_to_this_machine_alone_and_no_port_twice() {
        assertThat(all("ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(all("ports").stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void every_job_has_a_job_manager_with_the_right_command_and_a_worker_with_slots_for_it() throws IOException {
        for (Registration job : Jobs.ALL) {
            Map<String, Object> jobManager = services.get(job.name());
            Map<String, Object> worker = services.get(job.name() + "-worker");
            List<String> command = strings((List<?>) jobManager.get("command"));
            Map<String, String> properties = flinkProperties(jobManager);
            Map<String, String> ofTheWorker = flinkProperties(worker);

            assertThat(command).startsWith("standalone-job", "run", job.name());
            assertThat(problems(command.subList(1, command.size()), job.options()))
                    .isEmpty();
            assertThat(strings((List<?>) worker.get("command"))).containsExactly("taskmanager");
            assertThat(ofTheWorker)
                    .containsEntry("taskmanager.numberOfTaskSlots", properties.get("parallelism.default"));
            assertThat(Stream.of(properties, ofTheWorker).map(of -> of.get("jobmanager.rpc.address")))
                    .containsOnly(job.name());
        }
    }

    @Test
    void every_other_command_is_one_of_ours() throws IOException {
        assertThat(problems(strings((List<?>) services.get("dashboard").get("command")), DashboardOptions.ALL))
                .isEmpty();
        assertThat(problems(
                        strings((List<?>) services.get("audience").get("command")), SessionsJob.REGISTRATION.options()))
                .isEmpty();
        assertThat(problems(
                        strings((List<?>) services.get("topics").get("command")), SessionsJob.REGISTRATION.options()))
                .isEmpty();
    }

    @Test
    void images_are_of_the_versions_of_this_build() {
        String version = System.getProperty("segue.version").replaceFirst("-SNAPSHOT$", "");

        assertThat(services.values().stream().map(service -> (String) service.get("image")))
                .contains(
                        "${SEGUE_JOB:-segue-job:" + version + "}",
                        "${SEGUE_TOOLS:-segue-tools:" + version + "}",
                        "${SEGUE_KAFKA:-apache/kafka:" + System.getProperty("kafka.version") + "}",
                        "${SEGUE_REGISTRY:-apicurio/apicurio-registry:" + System.getProperty("registry.version") + "}")
                .noneMatch(image -> image.contains("latest"));
    }

    @Test
    void prometheus_scrapes_every_process_of_the_jobs_and_the_page() throws IOException {
        List<Map<String, Object>> scraped = at(yaml("prometheus.yml"), "scrape_configs");
        Set<String> targets = new HashSet<>();
        for (Map<String, Object> job : scraped) {
            List<Map<String, Object>> statics = at(job, "static_configs");
            statics.forEach(part -> targets.addAll(strings(at(part, "targets"))));
        }

        Set<String> expected = new HashSet<>(Set.of("dashboard:8090"));
        Jobs.ALL.forEach(job -> expected.addAll(List.of(job.name() + ":9249", job.name() + "-worker:9249")));
        assertThat(targets).isEqualTo(expected);
    }

    /** Flink's configuration of a service; Flink knows every key and takes every value. */
    private static Map<String, String> flinkProperties(Map<String, Object> service) {
        Map<String, Object> environment = at(service, "environment");
        Map<String, Object> properties = load((String) environment.get("FLINK_PROPERTIES"));
        FlinkVocabulary flink = new FlinkVocabulary();
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        assertThat(texts).allSatisfy((key, value) -> {
            assertThat(flink.keys().contains(key) || key.startsWith("metrics.reporter.prom."))
                    .as("whether Flink knows " + key)
                    .isTrue();
            assertThat(flink.expected(key, value)).isNull();
        });
        return texts;
    }

    private static String condition(Object awaited) {
        return at(awaited, "condition");
    }

    private static List<String> problems(List<String> arguments, OptionSet options) {
        Segue.commandLine().parseArgs(arguments.toArray(String[]::new));
        String mounted = arguments.get(arguments.indexOf("--config") + 1);
        Path config = FOLDER.resolve("config").resolve(Path.of("/etc/segue").relativize(Path.of(mounted)));
        return Config.read(config, options, Map.of("DASHBOARD_TOKEN", "to-try-segue-with")).warnings().stream()
                .map(String::valueOf)
                .toList();
    }

    private static List<String> all(String key) {
        List<String> all = new ArrayList<>();
        services.values().forEach(service -> all.addAll(strings((List<?>) service.getOrDefault(key, List.of()))));
        return all;
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        }
    }

    private static Map<String, Object> load(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // What YAML has there is what the caller says.
    private static <T> T at(Object map, String key) {
        return (T) ((Map<String, Object>) map).get(key);
    }

    private static List<String> strings(Iterable<?> values) {
        List<String> strings = new ArrayList<>();
        values.forEach(value -> strings.add(String.valueOf(value)));
        return strings;
    }
}
