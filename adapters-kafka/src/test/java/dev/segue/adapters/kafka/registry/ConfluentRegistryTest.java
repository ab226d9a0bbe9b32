package dev.segue.adapters.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfluentRegistryTest {

    private static final Schema RIDE =
            SchemaBuilder.record("Ride").fields().requiredLong("at").endRecord();
    private static final String RIDE_BODY = "{\"schema\":\"" + RIDE.toString().replace("\"", "\\\"") + "\"}";
    private static final String NO_SUCH_SCHEMA = "{\"error_code\": 40403, \"message\": \"Schema not found\"}";

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String NONE_WITH_ID_7 = "The schema registry has no schema with id 7."
            + " Was the message written with another registry, or another context of it?";

    private final ScriptedRegistry server = new ScriptedRegistry();
    private final List<Duration> pauses = new ArrayList<>();
    private long now;

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void an_id_is_requested_once() throws UnknownSchema {
        server.on("GET /schemas/ids/7", 200, RIDE_BODY);
        SchemaRegistry registry = connected(server.access());

        assertThat(registry.schemaOf(7)).isEqualTo(RIDE);
        assertThat(registry.schemaOf(7)).isEqualTo(RIDE);
        assertThat(server.asked()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void a_schema_is_registered_once_for_each_subject() {
        server.on("POST /subjects/a%2Fb%20c-value/versions", 200, "{\"id\": 12}")
                .on("POST /subjects/d-value/versions", 200, "{\"id\": 12}");
        SchemaRegistry registry = connected(server.access());

        assertThat(registry.idOf("a/b c-value", RIDE)).isEqualTo(12);
        assertThat(registry.idOf("a/b c-value", RIDE)).isEqualTo(12);
        assertThat(registry.idOf("d-value", RIDE)).isEqualTo(12);
        assertThat(server.asked())
                .containsExactly(
                        "POST /subjects/a%2Fb%20c-value/versions " + RIDE_BODY,
                        "POST /subjects/d-value/versions " + RIDE_BODY);
    }

    @Test
    void a_subject_is_held_to_all_its_versions() {
        server.on("PUT /config/a-value", 200, "{\"compatibility\": \"FULL_TRANSITIVE\"}");

        connected(server.access()).holdToAllVersions("a-value");

        assertThat(server.asked()).containsExactly("PUT /config/a-value {\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @Test
    void a_subject_without_a_rule_of_its_own_accepts_anything_where_the_general_rule_is_none() {
        server.on("GET /config", 200, "{\"compatibilityLevel\":\"NONE\"}")
                .on("GET /config/free-value?defaultToGlobal=true", 200, "{\"compatibilityLevel\":\"NONE\"}")
                .on("GET /config/new-value?defaultToGlobal=true", 404, "{\"error_code\":40408,\"message\":\"none\"}")
                .on("GET /config/held-value?defaultToGlobal=true", 200, "{\"compatibilityLevel\":\"FULL\"}");
        SchemaRegistry registry = connected(server.access());

        assertThat(registry.acceptsAnything("free-value")).isTrue();
        assertThat(registry.acceptsAnything("new-value")).isTrue();
        assertThat(registry.acceptsAnything("held-value")).isFalse();
    }

    @Test
    void a_general_rule_or_none_that_may_be_seen_is_not_held_against_a_subject() {
        server.on("GET /config", 200, "{\"compatibilityLevel\":\"BACKWARD\"}")
                .on("GET /config", 403, "{\"error_code\":40301,\"message\":\"forbidden\"}");
        SchemaRegistry registry = connected(server.access());

        assertThat(registry.acceptsAnything("a-value")).isFalse();
        assertThat(registry.acceptsAnything("a-value")).isFalse();
    }

    @Test
    void an_unknown_id_is_requested_again_after_a_while() throws UnknownSchema {
        server.on("GET /schemas/ids/7", 404, NO_SUCH_SCHEMA).on("GET /schemas/ids/7", 200, RIDE_BODY);
        SchemaRegistry registry = connected(server.access());

        assertUnknown(registry, 7, NONE_WITH_ID_7);
        now += ConfluentRegistry.MEMORY_FOR_UNKNOWN.toNanos() - 1;
        assertUnknown(registry, 7, NONE_WITH_ID_7);
        assertThat(server.asked()).hasSize(1);
        now += 1;
        assertThat(registry.schemaOf(7)).isEqualTo(RIDE);
    }

    @Test
    void schemas_that_are_no_avro_are_unknown() {
        server.on("GET /schemas/ids/1", 200, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message A {}\"}")
                .on("GET /schemas/ids/2", 200, "{\"schema\": \"{\\\"type\\\": \\\"nonsense\\\"}\"}");
        SchemaRegistry registry = connected(server.access());

        assertUnknown(
                registry,
                1,
                "The schema with id 1 is PROTOBUF, not AVRO."
                        + " The producer must use an Avro serializer for this topic.");
        assertThatThrownBy(() -> registry.schemaOf(2))
                .isInstanceOf(UnknownSchema.class)
                .hasMessageStartingWith("The schema with id 2 is not valid Avro: ");
    }

    @Test
    void types_of_other_subjects_are_fetched_first() throws UnknownSchema {
        String toC = "{\"name\": \"C\", \"subject\": \"c\", \"version\": 1}";
        String toB = "{\"name\": \"B\", \"subject\": \"b\", \"version\": 2}";
        server.on(
                        "GET /schemas/ids/3",
                        200,
                        splitSchema(
                                "{'type':'record','name':'A','fields':["
                                        + "{'name':'b','type':'B'},{'name':'c','type':'C'}]}",
                                toB + "," + toC))
                .on(
                        "GET /subjects/b/versions/2?deleted=true",
                        200,
                        splitSchema("{'type':'record','name':'B','fields':[{'name':'c','type':'C'}]}", toC))
                .on(
                        "GET /subjects/c/versions/1?deleted=true",
                        200,
                        splitSchema("{'type':'enum','name':'C','symbols':['X']}", ""));

        Schema schema = connected(server.access()).schemaOf(3);

        assertThat(schema.getField("b").schema().getField("c").schema().getEnumSymbols())
                .containsExactly("X");
        assertThat(server.asked())
                .containsExactly(
                        "GET /schemas/ids/3",
                        "GET /subjects/b/versions/2?deleted=true",
                        "GET /subjects/c/versions/1?deleted=true");
    }

    @Test
    void a_type_that_was_deleted_for_good_makes_the_schema_unknown() {
        String toC = "{\"name\": \"C\", \"subject\": \"c\", \"version\": 1}";
        server.on("GET /schemas/ids/3", 200, splitSchema("{'type':'array','items':'C'}", toC));
        for (int code : List.of(40401, 40402, 40403, 40404, 40406)) {
            server.on("GET /subjects/c/versions/1?deleted=true", 404, "{\"error_code\": " + code + "}");

            assertUnknown(
                    connected(server.access()),
                    3,
                    "The schema with id 3 refers to version 1 of c, which the schema registry does not have."
                            + " Was it deleted?");
        }
    }

    @Test
    void an_id_that_no_registry_gives_is_unknown_without_a_question() {
        assertUnknown(
                connected(server.access()),
                -1,
                "No registry assigns the id -1 to a schema. The message begins with 0 by chance, and was written"
                        + " without a registry.");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void the_url_of_a_context_is_a_url_like_any_other() throws UnknownSchema {
        server.on("GET /contexts/.team/schemas/ids/7", 200, RIDE_BODY)
                .on("POST /contexts/.team/subjects/a-value/versions", 200, "{\"id\": 12}");
        SchemaRegistry registry = connected(RegistryAccess.at(server.url() + "/contexts/.team"));

        assertThat(registry.schemaOf(7)).isEqualTo(RIDE);
        assertThat(registry.idOf("a-value", RIDE)).isEqualTo(12);
    }

    @Test
    void a_registry_is_there_when_it_says_that_it_has_no_such_schema_as_well_as_when_it_has() {
        server.on("GET /schemas/ids/2147483647", 404, NO_SUCH_SCHEMA).on("GET /schemas/ids/2147483647", 200, RIDE_BODY);
        SchemaRegistry registry = connected(server.access());

        registry.requireAnswer();
        registry.requireAnswer();

        assertThat(server.asked()).containsExactly("GET /schemas/ids/2147483647", "GET /schemas/ids/2147483647");
    }

    @Test
    void a_registry_that_is_not_there_is_named_without_the_question() throws IOException {
        String nowhere = "http://127.0.0.1:" + freePort();

        assertFailure(
                () -> connected(RegistryAccess.at(nowhere).withPatience(Duration.ZERO))
                        .requireAnswer(),
                "The schema registry does not answer: nothing listens at " + nowhere
                        + ". Is it running, and is its URL right?");
    }

    @Test
    void a_host_that_nobody_knows_is_said() {
        assertFailure(
                () -> connected(RegistryAccess.at("http://registry.invalid:8081")
                                .withPatience(Duration.ZERO))
                        .schemaOf(7),
                "The schema registry does not answer: there is no host registry.invalid. Is it running, and is its URL"
                        + " right?");
    }

    @Test
    void an_answer_that_does_not_end_is_none() {
        server.onWithoutEnd("GET /schemas/ids/7");
        SchemaRegistry registry = new ConfluentRegistry(
                new RegistryRequests(server.access().withPatience(Duration.ZERO), pauses::add, Duration.ofMillis(250)),
                true,
                () -> now);

        assertFailure(
                () -> registry.schemaOf(7),
                "The schema registry does not answer: " + server.url()
                        + " does not answer within 250 ms. Is it running, and is its URL right?");
    }

    @Test
    void an_answer_that_would_fill_the_memory_is_none() {
        server.on("GET /schemas/ids/7", 200, "x".repeat(BoundedBody.LONGEST + 1));
        SchemaRegistry registry = connected(server.access().withPatience(Duration.ZERO));

        assertFailure(
                () -> registry.schemaOf(7),
                "The schema registry does not answer: no answer from " + server.url()
                        + " (the response is longer than 16777216 bytes). Is it running, and is its URL right?");
    }

    @Test
    void references_without_end_end_with_a_sentence() {
        server.on("GET /schemas/ids/7", 200, splitSchema("'a.B'", reference(0))).otherwise(question -> {
            int version = Integer.parseInt(question.replaceAll(".*/versions/(\\d+).*", "$1"));
            return splitSchema("'int'", reference(version + 1));
        });

        assertUnknown(connected(server.access()), 7, "The schema with id 7 refers to more than 100 others.");
    }

    @Test
    void a_user_who_may_not_ask_is_said() {
        server.on("GET /schemas/ids/7", 403, "{\"error_code\": 40301, \"message\": \"User is denied operation Read\"}");

        assertFailure(
                () -> connected(server.access()).schemaOf(7),
                "The schema registry refused the request: " + server.url()
                        + "/schemas/ids/7 answered 403: User is denied operation Read. Are user and password, or the"
                        + " token, right, and may this user do that?");
    }

    @Test
    void a_redirection_is_not_followed_and_says_where_to() {
        server.onRedirecting("GET /schemas/ids/7", 302, "https://login.example/");

        assertFailure(
                () -> connected(server.access()).schemaOf(7),
                "The schema registry refused the request: " + server.url()
                        + "/schemas/ids/7 answered 302. That is a redirect to https://login.example/,"
                        + " which is not followed: set the URL to the registry's own address");
    }

    @Test
    void a_page_where_a_schema_should_be_is_a_proxys() {
        server.on("GET /schemas/ids/7", 200, "<html>Please log in</html>");

        assertFailure(
                () -> connected(server.access()).schemaOf(7),
                "The schema registry returned no schema: " + server.url()
                        + "/schemas/ids/7 answered 200. That is not JSON:"
                        + " does the URL point to the registry, or to a proxy in front of it?");
    }

    @Test
    void a_schema_that_does_not_fit_is_refused_with_the_reason() {
        server.on("POST /subjects/a-value/versions", 409, "{\"error_code\": 409, \"message\": \"field at was LONG\"}");

        assertFailure(
                () -> connected(server.access()).idOf("a-value", RIDE),
                "The schema registry does not accept our schema for a-value, because it is not compatible with the"
                        + " registered versions: " + server.url()
                        + "/subjects/a-value/versions answered 409: field at was LONG");
    }

    @Test
    void a_missing_page_is_not_a_missing_schema() {
        server.on("GET /schemas/ids/7", 404, "<html>Not found</html>");

        assertFailure(
                () -> connected(server.access()).schemaOf(7),
                "The schema registry refused the request: " + server.url()
                        + "/schemas/ids/7 answered 404. Is the path in the registry's URL right? Apicurio's ends in"
                        + " /apis/ccompat/v7");
    }

    @Test
    void a_wrong_login_is_reported_without_the_password() {
        server.on("GET /schemas/ids/7", 401, "");
        RegistryAccess access = server.access().as(new RegistryLogin.Basic("job", new Secret("secret")));

        assertFailure(
                () -> connected(access).schemaOf(7),
                "The schema registry refused the request: " + server.url()
                        + "/schemas/ids/7 answered 401. Are user and password, or the token, right?");
        assertThat(server.logins()).containsExactly("Basic am9iOnNlY3JldA==");
        assertThat(access.toString())
                .isEqualTo("RegistryAccess[urls=[" + server.url() + "], login=Basic[user=job, password=***], tls=[],"
                        + " registers=true, patience=PT1M]");
    }

    @Test
    void a_token_is_sent_and_never_shown() throws UnknownSchema {
        server.on("GET /schemas/ids/7", 200, RIDE_BODY).on("GET /schemas/ids/8", 401, "");
        RegistryAccess access = server.access().as(new RegistryLogin.Bearer(new Secret("a.token")));
        SchemaRegistry registry = connected(access);

        registry.schemaOf(7);
        assertThatThrownBy(() -> registry.schemaOf(8))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageEndingWith("Are user and password, or the token, right?")
                .hasMessageNotContaining("a.token");

        assertThat(server.logins()).containsExactly("Bearer a.token", "Bearer a.token");
        assertThat(access.toString()).contains("login=Bearer[token=***]").doesNotContain("a.token");
    }

    @Test
    void a_token_in_a_file_is_read_with_each_request(@TempDir Path folder) throws Exception {
        server.on("GET /schemas/ids/7", 200, RIDE_BODY).on("GET /schemas/ids/8", 200, RIDE_BODY);
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        SchemaRegistry registry =
                connected(server.access().as(new RegistryLogin.Bearer(new Secret("${FILE:" + file + "}"))));

        registry.schemaOf(7);
        Files.writeString(file, "second\n");
        registry.schemaOf(8);

        assertThat(server.logins()).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void a_secret_that_is_not_there_is_named() {
        RegistryAccess access = server.access().as(new RegistryLogin.Bearer(new Secret("${ENV:NO_SUCH_TOKEN}")));

        assertFailure(
                () -> connected(access).schemaOf(7),
                "The configuration refers to the environment variable NO_SUCH_TOKEN, which is not set for this process."
                        + " Provide it everywhere: where the job is started, on every job manager and on every task"
                        + " manager.");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_schema_is_looked_up_where_we_must_not_register() {
        server.on("POST /subjects/a-value", 200, "{\"subject\": \"a-value\", \"id\": 12, \"version\": 1}");
        SchemaRegistry registry = connected(server.access().registering(false));

        assertThat(registry.idOf("a-value", RIDE)).isEqualTo(12);
        assertThat(registry.idOf("a-value", RIDE)).isEqualTo(12);
        assertThat(server.asked()).containsExactly("POST /subjects/a-value " + RIDE_BODY);
    }

    @Test
    void a_schema_that_is_missing_where_we_must_not_register_is_named_with_the_way_out() {
        for (int code : List.of(40401, 40403)) {
            server.on("POST /subjects/a-value", 404, "{\"error_code\": " + code + "}");

            assertFailure(
                    () -> connected(server.access().registering(false)).idOf("a-value", RIDE),
                    "The schema registry does not have our schema Ride under a-value, and registry.auto-register is"
                            + " false. Register it with segue run JOB --register-schemas, as a user who may write to"
                            + " the registry, or set registry.auto-register: true.");
        }
        assertThat(server.asked()).allSatisfy(asked -> assertThat(asked).startsWith("POST /subjects/a-value {"));
    }

    @Test
    void without_a_login_none_is_sent() throws UnknownSchema {
        server.on("GET /schemas/ids/7", 200, RIDE_BODY);

        connected(server.access()).schemaOf(7);

        assertThat(server.logins()).containsExactly("null");
    }

    @Test
    void an_answer_without_schema_or_id_is_a_failure() {
        server.on("GET /schemas/ids/7", 200, "{}").on("POST /subjects/a-value/versions", 200, "{\"id\": \"x\"}");

        assertFailure(
                () -> connected(server.access()).schemaOf(7),
                "The schema registry returned no schema: " + server.url() + "/schemas/ids/7 answered 200");
        assertFailure(
                () -> connected(server.access()).idOf("a-value", RIDE),
                "The schema registry returned no id: " + server.url() + "/subjects/a-value/versions answered 200");
    }

    @Test
    void an_outage_is_waited_out_ever_more_slowly() throws UnknownSchema {
        for (int i = 0; i < 8; i++) {
            server.on("GET /schemas/ids/7", i == 3 ? 429 : 503, "");
        }
        server.on("GET /schemas/ids/7", 200, RIDE_BODY);

        assertThat(connected(server.access()).schemaOf(7)).isEqualTo(RIDE);
        assertThat(pauses.stream().map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void an_outage_that_outlasts_our_patience_is_a_failure_and_nothing_is_said_of_the_record() {
        server.on("GET /schemas/ids/7", 503, "{\"error_code\": 50302, \"message\": \"no leader\"}");

        assertFailure(
                () -> connected(server.access().withPatience(Duration.ofSeconds(1)))
                        .schemaOf(7),
                "The schema registry is unavailable: " + server.url()
                        + "/schemas/ids/7 answered 503: no leader. Tried 5 times in 1 s.");
        assertThat(pauses.stream().map(Duration::toMillis)).containsExactly(100L, 200L, 400L, 300L);
    }

    @Test
    void a_registry_that_is_not_there_is_a_failure() throws IOException {
        String nowhere = "http://127.0.0.1:" + freePort();

        assertFailure(
                () -> connected(RegistryAccess.at(nowhere).withPatience(Duration.ZERO))
                        .schemaOf(7),
                "The schema registry does not answer: nothing listens at " + nowhere
                        + ". Is it running, and is its URL right?");
    }

    @Test
    void the_next_address_is_tried_when_one_does_not_answer() throws Exception {
        server.on("GET /schemas/ids/7", 200, RIDE_BODY);
        RegistryAccess two = RegistryAccess.at(
                        List.of(URI.create("http://127.0.0.1:" + freePort()), URI.create(server.url() + "/")))
                .withPatience(Duration.ofSeconds(1));

        assertThat(connected(two).schemaOf(7)).isEqualTo(RIDE);
        assertThat(pauses).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void an_interruption_ends_the_waiting_and_is_passed_on() {
        server.on("GET /schemas/ids/7", 503, "");
        SchemaRegistry registry = new ConfluentRegistry(
                new RegistryRequests(
                        server.access(),
                        length -> {
                            throw new InterruptedException();
                        },
                        TEN_SECONDS),
                true,
                () -> now);

        assertFailure(
                () -> registry.schemaOf(7),
                "Interrupted while asking the schema registry at " + server.url() + "/schemas/ids/7");
        assertThat(Thread.interrupted()).isTrue();
    }

    private SchemaRegistry connected(RegistryAccess access) {
        return new ConfluentRegistry(
                new RegistryRequests(access, pauses::add, TEN_SECONDS), access.registers(), () -> now);
    }

    private static String reference(int version) {
        return "{\"name\": \"a.B\", \"subject\": \"b\", \"version\": " + version + "}";
    }

    private static String splitSchema(String schema, String references) {
        return "{\"schema\": \"" + schema.replace("'", "\\\"") + "\", \"references\": [" + references + "]}";
    }

    private static void assertUnknown(SchemaRegistry registry, int id, String message) {
        assertThatThrownBy(() -> registry.schemaOf(id))
                .isInstanceOf(UnknownSchema.class)
                .hasMessage(message);
    }

    private static void assertFailure(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(RegistryFailure.class).hasMessage(message);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
