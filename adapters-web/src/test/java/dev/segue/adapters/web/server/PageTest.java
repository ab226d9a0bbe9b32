package dev.segue.adapters.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Access to the page and its answers, over HTTP. */
class PageTest {

    private static final String TOKEN = "correct-horse-battery";

    private final Memory memory = new Memory(Bounds.USUAL);
    private final HttpClient client = HttpClient.newHttpClient();
    private Page page;

    @AfterEach
    void close() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void every_answer_forbids_what_the_page_never_does() throws Exception {
        open(null);
        for (String path : new String[] {"", "page/page.js", "charts/uPlot.esm.js", "api/v1/now", "nothing"}) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self';", "require-trusted-types-for 'script'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void only_what_belongs_to_the_page_is_served() throws Exception {
        open(null);

        assertThat(get("").statusCode()).isEqualTo(200);
        assertThat(get("page/../../server/Page.class").statusCode()).isEqualTo(404);
        assertThat(get("page/%2e%2e/index.html").statusCode()).isEqualTo(404);
        assertThat(get("api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(get("api/v1/live/nothing").statusCode()).isEqualTo(404);
        assertThat(client.send(
                                request("")
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void the_document_that_explains_what_is_normal_is_served_as_text_with_the_section_that_the_page_links_to()
            throws Exception {
        open(null);

        HttpResponse<String> document = get("docs/alerts.md");

        assertThat(document.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(document.body()).contains("\n## What is unusual\n");
        assertThat(get("page/normal.js").body()).contains("/docs/alerts.md#:~:text=%23%23%20What%20is%20unusual");
        assertThat(get("docs/security.md").statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_is_too_long_is_answered_in_words() throws Exception {
        open(null);

        HttpResponse<String> answer = get("api/v1/listener?id=" + "x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.body()).contains("This address has 20,019 characters, and at most 8,000 are allowed.");
        assertThat(get("api/v1/listener?id=" + "x".repeat(7_900)).statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_token_only_names_of_this_machine_are_answered() throws Exception {
        open(null);

        assertThat(statusFor("localhost:" + port())).isEqualTo(200);
        assertThat(statusFor("127.0.0.1")).isEqualTo(200);
        assertThat(statusFor("[::1]:80")).isEqualTo(200);
        assertThat(statusFor("rebound.example:" + port())).isEqualTo(403);
        assertThat(statusFor("localhost.example")).isEqualTo(403);
        assertThat(statusFor("127.0.0.1.example:80")).isEqualTo(403);
    }

    @Test
    void with_a_token_nothing_is_served_without_it() throws Exception {
        open(TOKEN);

        for (String path :
                new String[] {"", "page/page.js", "api/v1/now", "api/v1/live/now", "?token=", "?token=guess"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get("").body())
                .isEqualTo(
                        "This page requires a token. Open it once as /?token=... with the value of dashboard.token.\n");
    }

    @Test
    void a_token_in_the_address_is_taken_out_of_it_and_a_cookie_stands_for_it() throws Exception {
        open(TOKEN);

        HttpResponse<String> first = get("?token=" + TOKEN);
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain(TOKEN);
        assertThat(client.send(
                                request("api/v1/now")
                                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(
                                request("api/v1/now")
                                        .header("Authorization", "Bearer " + TOKEN)
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_cookie_is_for_tls_only_where_a_trusted_proxy_says_that_the_browser_uses_tls() throws Exception {
        open(TOKEN);
        assertThat(cookieWhenForwarded("https")).doesNotContainIgnoringCase("secure");
        page.close();

        page = Page.serve(memory, new PageSettings("127.0.0.1", 0, TOKEN, true));
        assertThat(cookieWhenForwarded("https")).containsIgnoringCase("; secure");
        assertThat(cookieWhenForwarded("HTTPS, http")).containsIgnoringCase("; secure");
        assertThat(cookieWhenForwarded("http, https")).doesNotContainIgnoringCase("secure");
        assertThat(cookieWhenForwarded("")).doesNotContainIgnoringCase("secure");
    }

    private String cookieWhenForwarded(String protocol) throws Exception {
        HttpRequest request =
                request("?token=" + TOKEN).header("X-Forwarded-Proto", protocol).build();
        return client.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void a_page_that_others_reach_needs_a_token() {
        assertThatThrownBy(() -> new PageSettings("0.0.0.0", 0, null))
                .hasMessage("a page at 0.0.0.0 can be reached from other machines, so it needs a token");
        assertThatThrownBy(() -> new PageSettings("127.0.0.1", 0, "short"))
                .hasMessage("a token must have 16 characters or more, but has 5");
        assertThat(new PageSettings("0.0.0.0", 0, TOKEN).toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_port_that_is_taken_is_said() throws Exception {
        open(null);

        assertThatThrownBy(() -> Page.serve(memory, PageSettings.onThisMachine(port())))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("choose another port");
    }

    @Test
    void who_follows_a_view_is_sent_all_of_it_at_once_and_then_what_changes() throws Exception {
        open(null);
        HttpResponse<Stream<String>> live =
                client.send(request("api/v1/live/listener?id=anna").build(), BodyHandlers.ofLines());
        Iterator<String> lines = live.body().iterator();

        assertThat(live.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(next(lines, "view")).contains("\"sessions\":[]");

        Audience.joined(memory);

        assertThat(next(lines, "view")).contains("\"track\":{\"id\":\"track-24\"");

        Audience.signal(memory, "anna", 1, 3);
        Audience.signal(memory, "anna", 2, 4);

        assertThat(next(lines, "view-patch")).contains("\"path\":\"/signal").doesNotContain("track-24");
    }

    @Test
    void names_that_listeners_begin_with_are_found() throws Exception {
        open(null);
        Audience.joined(memory);

        assertThat(get("api/v1/listeners?prefix=an").body()).isEqualTo("{\"ids\":[\"anna\"],\"more\":false}");
        assertThat(get("api/v1/listeners?prefix=x").body()).isEqualTo("{\"ids\":[],\"more\":false}");
    }

    @Test
    void subjects_are_found_by_words_of_their_names() throws Exception {
        open(null);
        Audience.rows(memory);

        assertThat(get("api/v1/subjects?text=weekly").body())
                .isEqualTo(
                        "{\"groups\":[{\"subjects\":[{\"kind\":\"PLAYLIST\",\"id\":\"Discover Weekly\",\"edition\":null}],"
                                + "\"more\":0}],\"more\":0}");
        assertThat(get("api/v1/subjects?text=polka").body()).isEqualTo("{\"groups\":[],\"more\":0}");
    }

    @Test
    void machines_learn_without_a_token_how_the_page_is_doing_and_nothing_about_listeners() throws Exception {
        PageMetrics metrics = new PageMetrics();
        page = Page.serve(memory, new PageSettings("127.0.0.1", 0, TOKEN), metrics);
        assertThat(get("healthz").statusCode()).isEqualTo(200);
        assertThat(get("readyz").statusCode()).as("nothing is known yet").isEqualTo(503);

        Audience.joined(memory);
        assertThat(memory.sessionFill().count()).isPositive();
        metrics.follows("listening.signals");
        metrics.recordRead("listening.sessions");
        reading(new Topic("listening.sessions", "sessions", Topic.State.CATCHING_UP, 7, 1));
        assertThat(get("readyz").statusCode()).isEqualTo(503);
        assertThat(get("readyz").body()).isEqualTo("Not ready: 1 of 2 topics have not been read to their end yet.\n");
        assertThat(get("metrics").body())
                .contains(
                        "segue_page_clients 0.0\n",
                        "segue_page_ready 0.0\n",
                        "segue_page_reading 1.0\n",
                        "segue_page_records_total{topic=\"listening.sessions\"} 1.0\n",
                        "segue_page_records_total{topic=\"listening.signals\"} 0.0\n",
                        "segue_page_unusable_records_total{topic=\"listening.sessions\"} 1.0\n",
                        "segue_page_topic_lag_records{topic=\"listening.sessions\"} 7.0\n",
                        "segue_page_topic_live{topic=\"listening.sessions\"} 0.0\n",
                        "segue_page_topic_live{topic=\"listening.signals\"} 0.0\n",
                        "segue_page_memory_entries{kind=\"sessions\"} "
                                + memory.sessionFill().count() + ".0\n",
                        "segue_page_memory_evicted_total{kind=\"rows\"} 0.0\n")
                .doesNotContain("anna", "track-24");

        reading(new Topic("listening.sessions", "sessions", Topic.State.LIVE, 0, 1));
        memory.reading(memory.topics(), "Kafka does not answer.");
        assertThat(get("readyz").statusCode()).as("the page says what is wrong").isEqualTo(200);
        assertThat(get("metrics").body())
                .contains("segue_page_ready 1.0\n", "segue_page_reading 0.0\n")
                .contains("segue_page_topic_live{topic=\"listening.sessions\"} 1.0\n");
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void browsers_and_what_they_are_sent_are_counted() throws Exception {
        open(null);
        int answer = get("api/v1/now").body().length();
        double sent = 0;
        while (sent < answer) {
            // It is counted after it was sent.
            sent = sentBytes();
        }

        HttpResponse<Stream<String>> live =
                client.send(request("api/v1/live/listener?id=anna").build(), BodyHandlers.ofLines());
        next(live.body().iterator(), "view");

        assertThat(get("metrics").body()).contains("segue_page_clients 1.0\n");
        live.body().close();
    }

    @Test
    void a_foreign_page_cannot_read_the_metrics_of_a_page_without_a_token() throws Exception {
        open(null);

        assertThat(statusFor("rebound.example:" + port(), "/metrics")).isEqualTo(403);
        assertThat(statusFor("localhost:" + port(), "/metrics")).isEqualTo(200);
    }

    private void reading(Topic sessions) {
        memory.reading(List.of(sessions, new Topic("listening.signals", "signals", Topic.State.MISSING, 0, 0)), null);
    }

    private double sentBytes() throws Exception {
        return get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("segue_page_sent_bytes_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static String next(Iterator<String> lines, String event) {
        while (lines.hasNext()) {
            if (lines.next().equals("event:" + event)) {
                return lines.next();
            }
        }
        throw new AssertionError("the connection ended before " + event);
    }

    private void open(String token) throws CannotServe {
        page = Page.serve(memory, new PageSettings("127.0.0.1", 0, token));
    }

    private int port() {
        return URI.create(page.url()).getPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(page.url() + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Uses a socket, as Java's HTTP client does not allow setting the Host header. */
    private int statusFor(String host) throws IOException {
        return statusFor(host, "/api/v1/now");
    }

    private int statusFor(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.split(" ", -1)[1]);
        }
    }
}
