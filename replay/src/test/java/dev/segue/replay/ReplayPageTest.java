package dev.segue.replay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.segue.adapters.web.browser.Chromium;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.RunningSegue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code segue replay --page}: the dashboard of what was replayed. */
class ReplayPageTest {

    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(60_000);

    private static final String PAGE_IS_AT = "The page is at ";

    @TempDir
    private Path folder;

    private Path history;

    @BeforeEach
    void write() throws IOException {
        history = Files.writeString(
                folder.resolve("history.json"),
                """
                [{"ts":"2024-01-01T10:03:00Z","username":"anna & co","ms_played":180000,"reason_end":"trackdone",
                  "master_metadata_track_name":"Blue","master_metadata_album_artist_name":"Them",
                  "spotify_track_uri":"spotify:track:1"},
                 {"ts":"2024-01-01T10:06:00Z","username":"anna & co","ms_played":170000,"reason_end":"trackdone",
                  "spotify_track_uri":"spotify:track:2"}]
                """);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void serves_sessions_with_the_names_of_tracks_until_ctrl_c() throws Exception {
        try (RunningSegue segue = RunningSegue.start("replay", history.toString(), "--page", "--port=0")) {
            URI page = address(segue);

            assertThat(page.getRawFragment()).isEqualTo("/listener?id=anna+%26+co");
            assertThat(segue.line()).isEqualTo("Serving it until stopped (Ctrl-C).");
            assertThat(get(page.resolve("/api/v1/listener?id=anna+%26+co")))
                    .contains(
                            "\"track\":{\"id\":\"spotify:track:1\",\"title\":\"Blue\",\"artist\":\"Them\"}",
                            "\"track\":{\"id\":\"spotify:track:2\",\"title\":null,\"artist\":null}");
            assertThat(get(page.resolve("/api/v1/status"))).contains("\"replay\":true", "\"state\":\"LIVE\"");
            assertThat(segue.interrupt()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_a_replay_has_not_is_hidden_or_explained() throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Chromium chromium = Chromium.start("the page of a replay in a browser");
                RunningSegue segue = RunningSegue.start("replay", history.toString(), "--page", "--port=0");
                BrowserContext context = chromium.browser().newContext()) {
            String address = address(segue).toString();
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);

            page.navigate(address);
            assertThat(page.locator("#connection")).hasText("Replayed", PATIENTLY);
            assertThat(page.locator("main h2").first()).hasText("Sessions of anna & co, the latest first", PATIENTLY);
            assertThat(page.locator("#nav a:visible").allTextContents()).containsExactly("Listener");
            assertThat(page.locator(".fresh").count()).isZero();

            page.navigate(address.replaceAll("#.*", "#/alerts"));
            assertThat(page.locator("h1")).hasText("Alerts: not in a replay", PATIENTLY);
            assertThat(page.locator("main a").allTextContents()).containsExactly("Listener");

            page.navigate("about:blank");
            page.navigate(address.replaceAll("#.*", ""));
            assertThat(page.locator("h1")).hasText("Listener", PATIENTLY);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_port_needs_a_page_and_must_be_one() {
        assertThat(Replayed.with(history, "--port", "0").err()).startsWith("segue: --port needs --page.");
        assertThat(Replayed.with(history, "--page", "--port", "65536"))
                .extracting(
                        Replayed::exitCode,
                        replayed -> replayed.err().lines().findFirst().orElseThrow())
                .containsExactly(ExitCode.WRONG_USAGE, "segue: --port must be from 0 to 65535, but is 65536.");
    }

    @Test
    void a_port_in_use_is_explained_before_anything_is_read() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Replayed replayed = Replayed.with(history, "--page", "--port", other.getLocalPort());

            assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(replayed.out()).isEmpty();
            assertThat(replayed.err())
                    .startsWith("segue: The page cannot be served at 127.0.0.1:" + other.getLocalPort())
                    .contains("--port 0 takes any free one.");
        }
    }

    private static URI address(RunningSegue segue) throws Exception {
        String line = segue.line();
        while (line != null && !line.startsWith(PAGE_IS_AT)) {
            line = segue.line();
        }
        assertThat(line).isNotNull();
        return URI.create(line.substring(PAGE_IS_AT.length()));
    }

    private static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
