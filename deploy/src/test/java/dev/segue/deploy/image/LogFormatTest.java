package dev.segue.deploy.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flink's processes print in our image, with the image's own Log4j configuration. */
class LogFormatTest {

    private static final Path CONFIGURATION = Path.of("image", "log4j-console.properties");

    @TempDir
    Path temporary;

    @Test
    void every_event_is_one_line_of_json_whatever_is_in_it() throws Exception {
        List<String> lines = logged("json");

        List<JsonNode> events = new ArrayList<>();
        for (String line : lines) {
            events.add(new ObjectMapper().readTree(line));
        }
        assertThat(events).hasSize(3);
        assertThat(events.get(0).get("message").asText()).isEqualTo(Events.MESSAGE);
        assertThat(events.get(0).get("exception").asText()).isEmpty();
        assertThat(events.get(0).get("level").asText()).isEqualTo("INFO");
        assertThat(events.get(0).get("logger").asText()).isEqualTo(Events.class.getCanonicalName());
        assertThat(events.get(0).get("thread").asText()).isEqualTo("Sink: plays (2/4)#10");
        assertThat(events.get(0).get("job_id").asText()).isEqualTo("0123");
        assertThat(events.get(0).get("subtask").asText()).isEqualTo("2");
        assertThat(events.get(0).get("attempt").asText()).isEqualTo("10");
        assertThat(events.get(0).get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(events.get(1).get("exception").asText())
                .startsWith("java.lang.IllegalStateException: \"no\"\n")
                .contains("\tat ");
        assertThat(events.get(2).get("thread").asText()).isEqualTo("main");
        assertThat(events.get(2).get("job_id").asText()).isEmpty();
        assertThat(events.get(2).get("subtask").asText()).isEmpty();
        assertThat(events.get(2).get("attempt").asText()).isEmpty();
    }

    @Test
    void text_is_for_people_and_shows_what_a_terminal_would_obey() throws Exception {
        List<String> lines = logged("text");

        assertThat(lines.get(0)).contains("INFO", "Sink: plays (2/4)#10", "a \"quoted\" \\ path¿[31m");
        assertThat(lines).anyMatch(line -> line.contains("IllegalStateException"));
    }

    private List<String> logged(String format) throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dlog4j2.configurationFile=" + CONFIGURATION.toUri(),
                "-cp",
                System.getProperty("java.class.path"),
                Events.class.getName());
        builder.environment().put("SEGUE_LOG_FORMAT", format);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(out, UTF_8);
    }

    /** Logs in a process of its own, as Log4j reads its configuration once. */
    static final class Events {

        static final String MESSAGE = "a \"quoted\" \\ path\u001b[31m\nand a second line";

        private static final Logger LOG = LogManager.getLogger(Events.class);

        private Events() {}

        public static void main(String[] arguments) {
            Thread.currentThread().setName("Sink: plays (2/4)#10");
            try (CloseableThreadContext.Instance context = CloseableThreadContext.put("flink-job-id", "0123")) {
                LOG.info(MESSAGE);
                LOG.error("It failed.", new IllegalStateException("\"no\""));
            }
            Thread.currentThread().setName("main");
            LOG.info("Of no task.");
        }
    }
}
