package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code flink run}, the web UI and an operator see when a command fails in their process. */
class UnderFlinkRunTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void flinkOwnsTheProcess() {
        StreamContextEnvironment.setAsContext(
                new DefaultExecutorServiceLoader(),
                new Configuration(),
                getClass().getClassLoader(),
                true,
                false);
    }

    @AfterEach
    void theProcessIsOursAgain() {
        StreamContextEnvironment.unsetAsContext();
    }

    @Test
    void a_failure_carries_the_whole_reason() throws Exception {
        Path config = Files.writeString(folder.resolve("bad.yaml"), "registry: {url: nowhere}\n");

        assertThatThrownBy(() -> Segue.main(new String[] {"run", "sessions", "--config", config.toString()}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("segue: The configuration in " + config + " has ")
                .hasMessageContaining("kafka.bootstrap-servers is missing");
    }

    @Test
    void wrong_usage_carries_the_whole_reason() {
        assertThatThrownBy(() -> Segue.main(new String[] {"run", "--versoin"}))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("segue: Unknown option '--versoin'. Did you mean --version?" + System.lineSeparator()
                        + "Try 'segue run --help'.");
    }

    @Test
    void a_command_that_does_what_was_asked_leaves_the_process_to_flink() {
        assertThatCode(() -> Segue.main(new String[] {"--version"})).doesNotThrowAnyException();
    }
}
