package dev.segue.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.app.cli.ConfiguredCommand;
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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue dashboard} prints and serves. */
class DashboardCommandTest {

    @TempDir
    private Path folder;

    private ConfiguredCommand dashboard;

    @BeforeEach
    void begin() {
        dashboard = new ConfiguredCommand("dashboard", folder);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void serves_the_page_until_ctrl_c_even_where_kafka_and_the_registry_do_not_answer() throws Exception {
        try (RunningSegue segue =
                RunningSegue.start("dashboard", "--port=0", "--config=" + dashboard.configuration())) {
            String first = segue.line();
            assertThat(first).matches("The page is at http://127\\.0\\.0\\.1:\\d+/");
            assertThat(segue.line()).startsWith("Serving it until stopped (Ctrl-C). The log is ");
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
    @EnabledOnOs(OS.LINUX)
    void the_page_judges_listening_as_it_is_configured() throws Exception {
        Path file = dashboard.configuration("listening.quick-skip: 10 s", "listening.early-skip: 1 min");
        try (RunningSegue segue = RunningSegue.start("dashboard", "--port=0", "--config=" + file)) {
            URI page = URI.create(segue.line().substring("The page is at ".length()));

            assertThat(get(page.resolve("api/v1/playlists")).body())
                    .contains("\"quickSkipMs\":10000,\"earlySkipMs\":60000");
        }
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        dashboard.namesAConfigurationThatIsNotThere();
    }

    @Test
    void all_that_is_wrong_is_reported_at_once() throws IOException {
        dashboard.refuses(
                List.of("dashboard.prot: 8090", "dashboard.token: sesame"),
                "line 3: dashboard.prot is not a key of segue dashboard. Did you mean dashboard.port?",
                "line 4: dashboard.token must have 16 characters or more, so that it cannot be guessed.");
    }

    @Test
    void an_incident_cannot_be_critical_before_it_is_major() throws IOException {
        dashboard.refuses(
                List.of("dashboard.major-from: 50", "dashboard.critical-from: 49"),
                "line 3: dashboard.critical-from must not be below dashboard.major-from.");
    }

    @Test
    void takes_the_file_of_the_alerts_job_as_it_is() throws IOException {
        dashboard.refuses(
                List.of(
                        "alerts.weeks: 8",
                        "alerts.policies.listened-time.min-sample: 500",
                        "job.parallelism: 2",
                        "webhook.url: https://example.org/hook",
                        "alerts.policies.skips.min-sample: some"),
                "line 7: alerts.policies.skips.min-sample: found 'some', expected a whole number of at least 1.",
                "alerts.policies.skips.kpi is missing; expected listeners or sessions or listened-time or"
                        + " songs-per-run or skip-rate or abandoned-runs or time-per-listener or returning-listeners.");
    }

    @Test
    void where_other_machines_reach_the_page_it_is_refused_without_a_token() throws IOException {
        SegueCall segue =
                SegueCall.of("dashboard", "--bind=0.0.0.0", "--port=0", "--config=" + dashboard.configuration());

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Other machines can reach 0.0.0.0, so the page needs a token there: set dashboard.token"
                                + " to 16 characters or more, such as ${ENV:SEGUE_DASHBOARD_TOKEN}; or listen on"
                                + " 127.0.0.1.");
        assertThat(segue.out()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private static HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }
}
