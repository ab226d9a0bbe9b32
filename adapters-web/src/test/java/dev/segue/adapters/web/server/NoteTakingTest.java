package dev.segue.adapters.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.AlertNote;
import dev.segue.domain.alert.Incident;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may write notes about incidents, and which. */
class NoteTakingTest {

    private static final String TOKEN = "correct-horse-battery";
    private static final String SAID =
            "{\"incident\": \"%s\", \"acknowledged\": true, \"text\": \" The label\\r\\nis late.\\u0007 \", \"by\": \"ann\"}"
                    .formatted(Outage.ID);

    private final Memory memory = new Memory(Bounds.USUAL);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AlertNote> written = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeEach
    void anIncident() {
        memory.take(Outage.incident(Incident.Status.OPEN));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void what_the_page_sends_is_stored() throws Exception {
        open(null, this::store);

        HttpResponse<String> answer = post(SAID, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"acknowledged\":true,\"text\":\"The label\\nis late.\",\"by\":\"ann\",\"at\":7}");
        assertThat(written).containsExactly(new AlertNote(Outage.ID, true, "The label\nis late.", "ann", 7));
    }

    @Test
    void an_older_browser_names_its_origin() throws Exception {
        open(null, this::store);
        String own = page.url().substring(0, page.url().length() - 1);

        assertThat(post(SAID, "Origin", own).statusCode()).isEqualTo(200);
        assertThat(post(SAID, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post(SAID, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post(SAID, "Origin", "http://[").statusCode()).isEqualTo(403);
        assertThat(written).hasSize(1);
    }

    @Test
    void no_other_page_can_write_in_the_name_of_who_sees_it() throws Exception {
        open(null, this::store);

        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(post(SAID, "Sec-Fetch-Site", site).statusCode()).as(site).isEqualTo(403);
        }
        assertThat(detail(post(SAID, "X-Nothing", "said"))).isEqualTo("Notes are only taken from this page itself.");
        HttpRequest form = HttpRequest.newBuilder(URI.create(page.url() + "api/v1/notes"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(SAID))
                .build();
        assertThat(client.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
        assertThat(written).isEmpty();
    }

    @Test
    void where_there_is_a_token_only_who_brings_it_can_write() throws Exception {
        open(TOKEN, this::store);

        assertThat(post(SAID, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(401);
        assertThat(post(SAID, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void without_being_asked_for_nothing_can_be_written() throws Exception {
        open(null, null);

        HttpResponse<String> answer = post(SAID, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(detail(answer)).isEqualTo("This page is read-only.");
        assertThat(get("").body()).contains("data-notes=\"off\"");
    }

    @Test
    void only_notes_can_be_written() throws Exception {
        open(null, this::store);

        assertThat(get("").body()).contains("data-notes=\"on\"");
        assertThat(get("api/v1/notes").statusCode()).isEqualTo(405);
        HttpRequest other = HttpRequest.newBuilder(URI.create(page.url() + "api/v1/alerts"))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(SAID))
                .build();
        assertThat(client.send(other, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void what_is_no_note_is_refused_in_words() throws Exception {
        open(null, this::store);

        assertThat(refused("nonsense")).isEqualTo("A note must be a JSON object; this cannot be read as one.");
        assertThat(refused("")).isEqualTo("A note must name its incident.");
        assertThat(refused("[1]")).isEqualTo("A note must be a JSON object; this cannot be read as one.");
        assertThat(refused("{\"incident\": \"gone\"}")).isEqualTo("There is no such incident in memory.");
        assertThat(refused(SAID.replace("is late.", "x".repeat(1_000))))
                .startsWith("This cannot be noted: text must have at most 1000 characters, but has 10");
        assertThat(refused(SAID.replace("ann", "n".repeat(81))))
                .isEqualTo("This cannot be noted: by must have at most 80 characters, but has 81.");
        assertThat(written).isEmpty();
    }

    @Test
    void what_is_far_too_long_is_not_even_read() throws Exception {
        open(null, this::store);

        HttpResponse<String> answer =
                post(SAID.replace("is late.", "x".repeat(20_000)), "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(detail(answer)).isEqualTo("This is too long for a note.");
        assertThat(written).isEmpty();
    }

    @Test
    void a_note_that_its_writer_has_not_seen_is_not_replaced() throws Exception {
        open(null, this::store);
        assertThat(post(seeing(0), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);

        HttpResponse<String> second = post(seeing(0), "Sec-Fetch-Site", "same-origin");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(detail(second)).startsWith("Somebody else has written a note meanwhile.");
        assertThat(written).hasSize(1);
        assertThat(post(seeing(7), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(post(SAID, "Sec-Fetch-Site", "same-origin").statusCode())
                .as("whoever does not say what they saw")
                .isEqualTo(200);
    }

    @Test
    void while_a_note_is_being_stored_there_is_no_other_about_its_incident_and_no_thread_waits() throws Exception {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        open(null, note -> {
            written.add(note);
            return stored;
        });
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(note(SAID, "Sec-Fetch-Site", "same-origin"), BodyHandlers.ofString());
        while (written.isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(post(seeing(0), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(409);
        assertThat(first).isNotDone();

        stored.complete(null);
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(memory.note(Outage.ID)).isPresent();
    }

    private static String seeing(long at) {
        return SAID.replace("\"acknowledged\"", "\"seen\": " + at + ", \"acknowledged\"");
    }

    @Test
    void what_cannot_be_stored_is_said() throws Exception {
        open(null, note -> CompletableFuture.failedFuture(new IOException("Kafka does not answer.")));

        HttpResponse<String> answer = post(SAID, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(detail(answer)).isEqualTo("The note could not be stored: Kafka does not answer.");
    }

    private CompletionStage<Void> store(AlertNote note) {
        written.add(note);
        return CompletableFuture.completedFuture(null);
    }

    private void open(String token, NoteWriter writer) throws CannotServe {
        page = Page.serve(
                memory,
                new PageSettings("127.0.0.1", 0, token),
                new PageMetrics(),
                writer,
                () -> Instant.ofEpochMilli(7));
    }

    private String refused(String body) throws Exception {
        HttpResponse<String> answer = post(body, "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isBetween(400, 413);
        return detail(answer);
    }

    private static String detail(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new ObjectMapper().readTree(answer.body()).path("detail").asText();
    }

    private HttpResponse<String> post(String body, String header, String value) throws Exception {
        return client.send(note(body, header, value), BodyHandlers.ofString());
    }

    private HttpRequest note(String body, String header, String value) {
        return HttpRequest.newBuilder(URI.create(page.url() + "api/v1/notes"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(page.url() + path)).build(), BodyHandlers.ofString());
    }
}
