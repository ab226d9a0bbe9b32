package dev.segue.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.app.Jobs;
import dev.segue.app.cli.Segue;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.dashboard.DashboardOptions;
import dev.segue.app.webhook.WebhookCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every container starts: its arguments are a command of ours, whose configuration holds with what the pod is given. */
class StartTest {

    private static final String FOLDER = "/etc/segue/";

    private static final ConfigOption<List<Map<String, String>>> SECRETS =
            ConfigOptions.key("kubernetes.env.secretKeyRef").mapType().asList().noDefaultValue();

    /** What each secret must hold; docs/deployment.md lists them. */
    private static final Map<String, Set<String>> BEYOND_KAFKA_AND_REGISTRY =
            Map.of("segue-dashboard", Set.of("DASHBOARD_TOKEN"), "segue-webhook", Set.of("WEBHOOK_URL"));

    private static final Set<String> KAFKA_AND_REGISTRY =
            Set.of("KAFKA_USER", "KAFKA_PASSWORD", "REGISTRY_USER", "REGISTRY_PASSWORD");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void every_job_starts_with_its_own_secret(String directory) throws IOException {
        Kustomization manifests = KubernetesTest.manifests(directory);

        for (JsonNode job : manifests.ofKind("FlinkDeployment")) {
            List<Map<String, String>> secrets = Configuration.fromMap(Map.of(
                            SECRETS.key(),
                            job.at("/spec/flinkConfiguration")
                                    .get(SECRETS.key())
                                    .asText()))
                    .get(SECRETS);
            assertThat(secrets).extracting(secret -> secret.get("secret")).containsOnly(Kustomization.nameOf(job));
            assertThat(secrets)
                    .extracting(secret -> secret.get("key"))
                    .containsExactlyInAnyOrderElementsOf(KAFKA_AND_REGISTRY);
            Map<String, String> environment =
                    new HashMap<>(manifests.configMaps().get("segue-addresses"));
            secrets.forEach(secret -> environment.put(secret.get("env"), "of a secret, quite long"));

            List<String> arguments = texts(job.at("/spec/job/args"));

            assertThat(problems(manifests, arguments, environment)).isEmpty();
            assertThat(job.at("/spec/job/jarURI").asText()).isEqualTo("local:///opt/flink/usrlib/segue-job.jar");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void page_and_webhook_start_with_their_own_secrets(String directory) throws IOException {
        Kustomization manifests = KubernetesTest.manifests(directory);

        for (JsonNode tool : manifests.ofKind("Deployment")) {
            JsonNode container = tool.at("/spec/template/spec/containers/0");
            assertThat(container.findValues("secretRef"))
                    .extracting(secret -> secret.get("name").asText())
                    .containsExactly(Kustomization.nameOf(tool));
            Map<String, String> environment =
                    new HashMap<>(manifests.configMaps().get("segue-addresses"));
            KAFKA_AND_REGISTRY.forEach(key -> environment.put(key, "of a secret"));
            BEYOND_KAFKA_AND_REGISTRY
                    .get(Kustomization.nameOf(tool))
                    .forEach(key -> environment.put(key, "https://example.com/of/a/secret"));

            assertThat(problems(manifests, texts(container.get("args")), environment))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void no_secret_is_in_a_file(String directory) throws IOException {
        Kustomization manifests = KubernetesTest.manifests(directory);

        assertThat(manifests.ofKind("Secret")).isEmpty();
        assertThat(manifests.configMaps().get("segue-configuration").values())
                .flatMap(text -> text.lines().toList())
                .filteredOn(line -> line.matches("(?i).*(password|token|secret)[\"']?[:=].*"))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*(password|token|secret)(: |=\")\\$\\{ENV:[A-Z_]+}.*"));
    }

    /** What the command line would say about these arguments and the configuration that they name. */
    private List<String> problems(Kustomization manifests, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Segue.commandLine().parseArgs(arguments.toArray(String[]::new));
        String mounted = arguments.get(arguments.indexOf("--config") + 1);
        assertThat(mounted).startsWith(FOLDER);
        String name = mounted.substring(FOLDER.length());
        Path file = Files.writeString(
                temporary.resolve(name),
                manifests.configMaps().get("segue-configuration").get(name));
        Config config = Config.read(file, options(arguments), environment);
        return new ArrayList<>(config.warnings().stream().map(String::valueOf).toList());
    }

    private static OptionSet options(List<String> arguments) {
        return switch (arguments.get(0)) {
            case "run" ->
                Jobs.ALL.stream()
                        .filter(job -> job.name().equals(arguments.get(1)))
                        .findFirst()
                        .orElseThrow()
                        .options();
            case "dashboard" -> DashboardOptions.ALL;
            case "webhook" -> WebhookCommand.OPTIONS;
            default -> throw new IllegalArgumentException("which configuration does " + arguments + " read?");
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
