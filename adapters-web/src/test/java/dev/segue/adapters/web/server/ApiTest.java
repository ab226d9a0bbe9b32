package dev.segue.adapters.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.AlertNote;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API answers what its document says, and nothing else. */
class ApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Some parameters of each view that has any, so that all of its content is there. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "playlists",
            List.of(
                    "where=world",
                    "kind=playlist&subject=Discover+Weekly&edition=2026-W09&country=SE&device=phone&period=day&kpi=SKIP_RATE",
                    "kind=PLAYLIST&subject=Discover+Weekly&country=AU&since=2026-03-02T04:00&until=2026-03-02T10:00"),
            "alerts",
            List.of("status=open&text=weekly", "incident=" + URLEncoder.encode(Outage.ID, StandardCharsets.UTF_8)),
            "listener",
            List.of("id=anna"),
            "listeners",
            List.of("prefix=listener"),
            "subjects",
            List.of("text=weekly"));

    private final Memory memory = new Memory(Bounds.USUAL);
    private final HttpClient client = HttpClient.newHttpClient();
    private Page page;
    private JsonNode document;

    @BeforeEach
    void serve() throws Exception {
        page = Page.serve(
                memory,
                PageSettings.onThisMachine(0),
                new PageMetrics(),
                note -> CompletableFuture.completedFuture(null),
                () -> Instant.ofEpochMilli(Audience.NOW));
        document = MAPPER.readTree(get("/api/v1/openapi.json").body());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void every_answer_has_the_fields_that_the_document_says_and_no_others() throws Exception {
        assertThatAllAnswersFit();
        Audience.history(memory);
        Audience.add(memory);
        Outage.add(memory);
        memory.take(new AlertNote(Outage.ID, true, "The label is late.", "Ann", Audience.NOW));
        assertThatAllAnswersFit();
    }

    @Test
    void a_parameter_that_there_is_not_is_refused_in_words() throws Exception {
        assertThat(problem("/api/v1/playlists?contry=NZ"))
                .isEqualTo(
                        "playlists has no parameter contry. It has kind, subject, edition, country, where, zone, device,"
                                + " period, kpi, since, until, range, from, to, against, beside.");
        assertThat(problem("/api/v1/now?x=1")).isEqualTo("now has no parameter x. It has none.");
        assertThat(problem("/api/v1/alerts?severity=bad"))
                .isEqualTo("The parameter severity cannot be bad. It must be one of MINOR, MAJOR, CRITICAL.");
        assertThat(problem("/api/v1/playlists?since=yesterday"))
                .isEqualTo("The parameter since cannot be yesterday. It must be a local date and time from 1970 to"
                        + " 9999, such as 2026-03-02T10:00.");
        assertThat(problem("/api/v1/playlists?subject=weekly"))
                .isEqualTo("A subject needs its kind: PLAYLIST, ALBUM or RADIO.");
        assertThat(problem("/api/v1/playlists?kind=ALBUM"))
                .isEqualTo("The kind ALBUM needs an id, as the parameter subject.");
        assertThat(problem("/api/v1/playlists?device=PHONE"))
                .isEqualTo("A zone or a type of device needs its country.");
        assertThat(problem("/api/v1/playlists?since=2026-03-02T10:00"))
                .isEqualTo("Give both since and until, or none.");
        assertThat(problem("/api/v1/playlists?range=90d")).startsWith("There is no range \"90d\".");
        assertThat(problem("/api/v1/playlists?since=-999999999-01-01T00:00"))
                .startsWith("The parameter since cannot be");
        assertThat(get("/api/v1/alerts?severity=").statusCode())
                .as("an empty value is none")
                .isEqualTo(200);
    }

    @Test
    void every_error_is_a_problem_that_programs_can_read() throws Exception {
        assertThat(problemOf(get("/api/v1/nothing"), 404))
                .isEqualTo("There is nothing here. /api/v1 says what there is.");
        problemOf(get("/api/v1/live/nothing"), 404);
        problemOf(get("/api/v1/live/subjects"), 404);
        problemOf(get("/api/v2/now"), 404);
        problemOf(get("/api/v1/listener?id=" + "x".repeat(9_000)), 414);
        problemOf(send("/api/v1/now", "DELETE"), 405);
        problemOf(send("/api/v1/notes", "POST"), 403);
    }

    @Test
    void the_document_describes_the_whole_api() throws Exception {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains("/api/v1/now", "/api/v1/subjects", "/api/v1/live/{view}", "/api/v1/notes");
        assertThat(document.at("/components/schemas/NoteRequest/required").toString())
                .isEqualTo("[\"incident\"]");
        assertThat(get("/api/v1").body()).contains("/page/api.js");
    }

    private void assertThatAllAnswersFit() throws Exception {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode answer = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (answer.isMissingNode()) {
                continue;
            }
            String view = path.getKey().substring(path.getKey().lastIndexOf('/') + 1);
            List<String> queries = new ArrayList<>(PARAMETERS.getOrDefault(view, List.of()));
            queries.add("");
            for (String query : queries) {
                HttpResponse<String> response = get(path.getKey() + "?" + query);
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                assertThat(closed(answer).validate(MAPPER.readTree(response.body())))
                        .extracting(ValidationMessage::getMessage)
                        .as("%s?%s", path.getKey(), query)
                        .isEmpty();
            }
        }
    }

    /** The schema of an answer, in which no field may be that is not named. */
    private JsonSchema closed(JsonNode answer) {
        ObjectNode schema = document.deepCopy();
        schema.path("components").path("schemas").forEach(type -> {
            if (type.has("properties")) {
                ((ObjectNode) type).put("additionalProperties", false);
            }
        });
        schema.set("$ref", answer.path("$ref"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private String problem(String path) throws Exception {
        return problemOf(get(path), 400);
    }

    private static String problemOf(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        return problem.path("detail").asText();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(path, "GET");
    }

    private HttpResponse<String> send(String path, String method) throws Exception {
        URI address = URI.create(page.url()).resolve(path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
