package dev.segue.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.RunningSegue;
import dev.segue.app.cli.SegueCall;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What someone sees who types {@code segue dashboard}. */
class DashboardCommandTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void servesThePageUntilCtrlCEvenWhereKafkaAndTheRegistryDoNotAnswer() throws Exception {
        try (RunningSegue segue = RunningSegue.start("dashboard", "--port=0", "--config=" + written())) {
            String first = segue.line();
            assertThat(first).matches("The page is at http://127\\.0\\.0\\.1:\\d+/");
            assertThat(segue.line()).startsWith("It is served until it is stopped (Ctrl-C). The log is ");
            URI page = URI.create(first.substring("The page is at ".length()));
            HttpResponse<String> answer = get(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<title>");

            assertThat(segue.interrupt()).isEqualTo(ExitCode.INTERRUPTED);

            assertThat(segue.line()).isNull();
            assertThatThrownBy(() -> get(page)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        SegueCall segue = SegueCall.of("dashboard", "--config", "nowhere.yaml");

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in nowhere.yaml has one problem:",
                        "  There is no such file.",
                        "Every key is explained in docs/configuration.md.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestThatExists() throws IOException {
        Path file = written("dashboard.prot: 8090");

        SegueCall segue = SegueCall.of("dashboard", "--config", file.toString());

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in " + file + " has one problem:",
                        "  line 3: dashboard.prot is no key of this job. Did you mean dashboard.port?",
                        "Every key is explained in docs/configuration.md.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void whereOtherMachinesReachThePageItIsRefusedWithoutAToken() throws IOException {
        SegueCall segue = SegueCall.of("dashboard", "--bind=0.0.0.0", "--port=0", "--config=" + written());

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Other machines reach 0.0.0.0, so the page needs a token there: set dashboard.token"
                                + " to 16 characters or more, such as ${ENV:SEGUE_DASHBOARD_TOKEN}; or listen at 127.0.0.1.");
        assertThat(segue.out()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private Path written(String... more) throws IOException {
        Path file = folder.resolve("dashboard.yaml");
        Files.write(file, List.of("kafka.bootstrap-servers: 127.0.0.1:1", "registry.url: http://127.0.0.1:1"));
        return Files.write(file, List.of(more), StandardOpenOption.APPEND);
    }

    private static HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }
}
