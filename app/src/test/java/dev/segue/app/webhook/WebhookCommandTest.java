package dev.segue.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import dev.segue.app.cli.SegueProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone sees who types {@code segue webhook}, before anything is posted. */
class WebhookCommandTest {

    @TempDir
    private Path folder;

    @Test
    void needsAnAddressToPostTo() throws IOException {
        Path file = written();

        SegueProcess segue = SegueProcess.run("webhook", "--config", file.toString());

        assertThat(segue.err().lines())
                .containsExactly("segue: webhook.url is missing in " + file + "; expected the address to post to.");
        assertThat(segue.out()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestThatExists() throws IOException {
        Path file = written("webhook.ulr: https://example.org/");

        SegueCall segue = SegueCall.of("webhook", "--config", file.toString());

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in " + file + " has one problem:",
                        "  line 3: webhook.ulr is no key of this job. Did you mean webhook.url?",
                        "Every key is explained in docs/configuration.md.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void helpSaysWhatItDoesAndWhatItIsGiven() {
        SegueCall segue = SegueCall.of("webhook", "--help");

        assertThat(segue.out()).startsWith("Usage: segue webhook").contains("Posts incidents as JSON", "--config=FILE");
        assertThat(segue.err()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    private Path written(String... more) throws IOException {
        Path file = folder.resolve("alerts.yaml");
        Files.write(file, List.of("kafka.bootstrap-servers: 127.0.0.1:1", "registry.url: http://127.0.0.1:1"));
        return Files.write(file, List.of(more), StandardOpenOption.APPEND);
    }
}
