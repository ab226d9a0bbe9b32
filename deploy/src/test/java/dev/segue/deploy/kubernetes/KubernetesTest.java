package dev.segue.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.app.Jobs;
import dev.segue.app.config.FlinkVocabulary;
import dev.segue.app.job.Registration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of {@code deploy/kubernetes} are what Kubernetes, Flink's operator and Segue itself expect. */
class KubernetesTest {

    private static final String BASE = "base";
    private static final String EXAMPLE = "overlays/example";

    private static final String VERSION = System.getProperty("segue.version").replaceFirst("-SNAPSHOT$", "");

    /** As the operator calls Flink's version; its classes on Maven Central end before it. */
    private static final String FLINK_VERSION = "v"
            + System.getProperty("flink.version").replaceFirst("\\.\\d+$", "").replace('.', '_');

    private static final Set<String> PLUGINS = Set.of(
            "kubernetes.env.secretKeyRef",
            "metrics.reporter.prom.factory.class",
            "metrics.reporter.prom.filter.excludes",
            "metrics.reporter.prom.port",
            "s3.endpoint");

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void every_object_has_only_fields_that_its_reader_knows(String directory) throws IOException {
        for (JsonNode object : manifests(directory).objects()) {
            HasMetadata read = Models.read(inWordsOfTheOldOperator(object));
            assertThat(read.getMetadata().getName()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void every_job_fits_the_schema_of_the_operator(String directory) throws IOException {
        ClosedSchema schema = ClosedSchema.of("/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml");

        assertThat(manifests(directory).ofKind("FlinkDeployment")).isNotEmpty().allSatisfy(job -> assertThat(
                        schema.problems(inWordsOfTheOldOperator(job)))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void there_is_one_deployment_for_each_job(String directory) throws IOException {
        assertThat(manifests(directory).ofKind("FlinkDeployment"))
                .extracting(Kustomization::nameOf)
                .containsExactlyInAnyOrderElementsOf(Jobs.ALL.stream()
                        .map(Registration::name)
                        .map("segue-"::concat)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void flink_knows_every_key_and_takes_every_value(String directory) throws IOException {
        FlinkVocabulary flink = new FlinkVocabulary();

        for (JsonNode job : manifests(directory).ofKind("FlinkDeployment")) {
            assertThat(job.at("/spec/flinkConfiguration").properties())
                    .isNotEmpty()
                    .allSatisfy(entry -> {
                        assertThat(flink.keys().contains(entry.getKey()) || PLUGINS.contains(entry.getKey()))
                                .as("whether Flink knows " + entry.getKey())
                                .isTrue();
                        assertThat(flink.expected(
                                        entry.getKey(), entry.getValue().textValue()))
                                .isNull();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void every_job_survives_its_job_manager_and_is_upgraded_by_savepoint(String directory) throws IOException {
        for (JsonNode job : manifests(directory).ofKind("FlinkDeployment")) {
            JsonNode flink = job.at("/spec/flinkConfiguration");
            assertThat(job.at("/spec/job/upgradeMode").asText()).isEqualTo("savepoint");
            assertThat(job.at("/spec/job/allowNonRestoredState").asBoolean(true))
                    .isFalse();
            assertThat(flink.get("high-availability.type").asText()).isEqualTo("kubernetes");
            assertThat(Stream.of(
                                    "high-availability.storageDir",
                                    "execution.checkpointing.dir",
                                    "execution.checkpointing.savepoint-dir")
                            .map(key -> flink.get(key).asText()))
                    .doesNotHaveDuplicates()
                    .allMatch(place -> place.startsWith("s3://"));
            assertThat(job.at("/spec/job/parallelism").asInt())
                    .isPositive()
                    .matches(slots ->
                            slots % flink.get("taskmanager.numberOfTaskSlots").asInt() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void images_and_flink_are_those_of_this_build(String directory) throws IOException {
        Kustomization manifests = manifests(directory);

        assertThat(manifests.ofKind("FlinkDeployment")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.at("/spec/image").asText()).endsWith("segue-job:" + VERSION);
            assertThat(job.at("/spec/flinkVersion").asText()).isEqualTo(FLINK_VERSION);
        });
        assertThat(manifests.ofKind("Deployment")).isNotEmpty().allSatisfy(tool -> assertThat(
                        tool.at("/spec/template/spec/containers/0/image").asText())
                .endsWith("segue-tools:" + VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void no_container_runs_as_root_or_without_probes(String directory) throws IOException {
        Kustomization manifests = manifests(directory);

        for (JsonNode pod : pods(manifests)) {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(9999);
            for (JsonNode container : pod.get("containers")) {
                assertThat(container
                                .at("/securityContext/allowPrivilegeEscalation")
                                .asBoolean(true))
                        .isFalse();
                assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                        .isEqualTo("ALL");
            }
        }
        for (JsonNode job : manifests.ofKind("FlinkDeployment")) {
            JsonNode jobManager = job.at("/spec/jobManager/podTemplate/spec/containers/0");
            assertThat(jobManager.has("readinessProbe") && jobManager.has("livenessProbe"))
                    .isTrue();
            assertThat(job.at("/spec/taskManager/podTemplate/spec/containers/0").has("livenessProbe"))
                    .isTrue();
        }
        for (JsonNode tool : manifests.ofKind("Deployment")) {
            JsonNode container = tool.at("/spec/template/spec/containers/0");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz");
            assertThat(container.at("/resources/limits/memory").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void every_policy_of_the_network_is_about_pods_that_exist(String directory) throws IOException {
        Kustomization manifests = manifests(directory);
        List<Map<String, String>> labels = new ArrayList<>();
        for (JsonNode job : manifests.ofKind("FlinkDeployment")) {
            Map<String, String> ofFlink = texts(job.at("/spec/podTemplate/metadata/labels"));
            ofFlink.put("type", "flink-native-kubernetes");
            labels.add(ofFlink);
        }
        manifests.ofKind("Deployment").forEach(tool -> labels.add(texts(tool.at("/spec/template/metadata/labels"))));

        assertThat(manifests.ofKind("NetworkPolicy")).isNotEmpty().allSatisfy(policy -> assertThat(labels)
                .as("the pods of " + Kustomization.nameOf(policy))
                .anyMatch(pod -> pod.entrySet()
                        .containsAll(texts(policy.at("/spec/podSelector/matchLabels"))
                                .entrySet())));
        assertThat(manifests.ofKind("Service")).isNotEmpty().allSatisfy(service -> assertThat(labels)
                .anyMatch(pod -> pod.entrySet()
                        .containsAll(texts(service.at("/spec/selector")).entrySet())));
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void every_named_config_map_is_generated_and_renamed_with_its_content(String directory) throws IOException {
        Kustomization manifests = manifests(directory);

        for (JsonNode pod : pods(manifests)) {
            assertThat(Stream.concat(pod.findValues("configMap").stream(), pod.findValues("configMapRef").stream())
                            .map(named -> named.get("name").asText()))
                    .containsExactlyInAnyOrder("segue-configuration", "segue-addresses")
                    .isSubsetOf(manifests.configMaps().keySet());
        }
        assertThat(manifests.references())
                .contains(
                        "FlinkDeployment spec/podTemplate/spec/volumes/configMap/name",
                        "FlinkDeployment spec/podTemplate/spec/containers/envFrom/configMapRef/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, EXAMPLE})
    void jobs_log_as_in_the_image(String directory) throws IOException {
        String image = Files.readString(Path.of("image", "log4j-console.properties"));

        assertThat(manifests(directory).ofKind("FlinkDeployment")).isNotEmpty().allSatisfy(job -> assertThat(
                        job.at("/spec/logConfiguration")
                                .get("log4j-console.properties")
                                .asText())
                .isEqualTo(image));
    }

    static Kustomization manifests(String directory) throws IOException {
        return Kustomization.of(Path.of("kubernetes", directory));
    }

    private static List<JsonNode> pods(Kustomization manifests) {
        return Stream.concat(
                        manifests.ofKind("FlinkDeployment").stream().map(job -> job.at("/spec/podTemplate/spec")),
                        manifests.ofKind("Deployment").stream().map(tool -> tool.at("/spec/template/spec")))
                .toList();
    }

    private static Map<String, String> texts(JsonNode object) {
        return StreamSupport.stream(object.properties().spliterator(), false)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private static JsonNode inWordsOfTheOldOperator(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.at("/spec/flinkVersion").asText().equals(FLINK_VERSION)) {
            ((ObjectNode) copy.get("spec")).put("flinkVersion", "v1_20");
        }
        return copy;
    }
}
