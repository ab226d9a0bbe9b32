package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the log of a command goes, and in which format: a page is to be served at a port that is taken. */
class LogFormatTest {

    private static final String FAILURE = "dev.segue.app.cli.CommandFailure";

    @TempDir
    private Path folder;

    @Test
    void the_log_is_a_file_unless_asked_otherwise() throws Exception {
        SegueProcess segue = failing(Map.of());

        assertThat(segue.log()).contains(FAILURE);
        assertThat(segue.err()).doesNotContain(FAILURE);
    }

    @Test
    void as_text_it_is_on_standard_error() throws Exception {
        SegueProcess segue = failing(Map.of(LogFile.FORMAT, "text"));

        assertThat(segue.err()).contains(FAILURE);
        assertThat(segue.log()).isEmpty();
    }

    @Test
    void as_json_every_message_is_an_object_on_a_line_of_standard_error() throws Exception {
        SegueProcess segue = failing(Map.of(LogFile.FORMAT, "json"));

        List<JsonNode> messages = segue.err()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(LogFormatTest::read)
                .toList();
        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            assertThat(message.path("@timestamp").asText()).isNotEmpty();
            assertThat(message.path("log.level").asText()).isNotEmpty();
            assertThat(message.path("message").isTextual()).isTrue();
        });
        assertThat(messages)
                .anySatisfy(message ->
                        assertThat(message.path("error.stack_trace").asText()).contains(FAILURE));
        assertThat(segue.log()).isEmpty();
    }

    private SegueProcess failing(Map<String, String> environment) throws Exception {
        Path config = Files.writeString(
                folder.resolve("page.yaml"),
                "kafka.bootstrap-servers: 127.0.0.1:1\nregistry.url: http://127.0.0.1:1\n");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SegueProcess segue = SegueProcess.run(
                    environment,
                    "dashboard",
                    "--config",
                    config.toString(),
                    "--port",
                    String.valueOf(taken.getLocalPort()));
            assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
            return segue;
        }
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (Exception e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
