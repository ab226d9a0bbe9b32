package dev.segue.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose user may only read from the registry, and the command that registers its schemas as another user. */
class ReadOnlyRegistryTest {

    private static final String NO_SUCH_SCHEMA = "{\"error_code\": 40403}";

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private HttpServer registry;

    /** Only {@code writer} may register. */
    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            boolean writer = "Bearer writer".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!path.endsWith("/versions")) {
                answer(exchange, 404, NO_SUCH_SCHEMA);
            } else if (writer) {
                answer(exchange, 200, "{\"id\": 1}");
            } else {
                answer(exchange, 403, "{\"error_code\": 40301}");
            }
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void a_job_does_not_start_without_its_schemas_and_registers_none() throws Exception {
        SegueCall segue = run("--check", "registry.auto-register: false", "registry.token: reader");

        assertThat(segue.err())
                .startsWith("segue: sessions cannot start")
                .contains("The schema registry does not have our schema dev.segue.contracts.DeadLetter under"
                        + " listening.dead-letters-value, and registry.auto-register is false. Register it with segue"
                        + " run JOB --register-schemas");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(asked).isNotEmpty().noneMatch(request -> request.endsWith("/versions"));
    }

    @Test
    void a_command_registers_what_the_job_writes() throws Exception {
        SegueCall segue = run("--register-schemas", "registry.auto-register: false", "registry.token: writer");

        assertThat(segue.out())
                .isEqualTo("Registered: listening.dead-letters-value, listening.health-value, listening.late-value,"
                        + " listening.plays-value, listening.sessions-value.\n");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsExactly(
                        "POST /subjects/listening.dead-letters-value/versions",
                        "POST /subjects/listening.health-value/versions",
                        "POST /subjects/listening.late-value/versions",
                        "POST /subjects/listening.plays-value/versions",
                        "POST /subjects/listening.sessions-value/versions");
    }

    @Test
    void a_user_who_may_not_register_is_told_so() throws Exception {
        SegueCall segue = run("--register-schemas", "registry.token: reader");

        assertThat(segue.err())
                .startsWith("segue: The schema registry refused the request: ")
                .contains(" answered 403")
                .doesNotContain("This should not have happened");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private SegueCall run(String option, String... more) throws IOException {
        Path file = Files.write(
                folder.resolve("sessions.yaml"),
                List.of(
                        "kafka.bootstrap-servers: 127.0.0.1:1",
                        "registry.url: http://127.0.0.1:"
                                + registry.getAddress().getPort(),
                        String.join("\n", more)));
        return SegueCall.of("run", "sessions", option, "--config", file.toString());
    }
}
