package dev.segue.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ConfiguredCommand;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue webhook} prints before anything is posted. */
class WebhookCommandTest {

    private static final String NO_ADDRESS =
            "webhook.url is missing; expected one address such as https://example.org/hook.";

    @TempDir
    private Path folder;

    private ConfiguredCommand webhook;

    @BeforeEach
    void begin() {
        webhook = new ConfiguredCommand("webhook", folder);
    }

    @Test
    void needs_an_address_to_post_to() throws IOException {
        webhook.refuses(List.of(), NO_ADDRESS);
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        webhook.namesAConfigurationThatIsNotThere();
    }

    @Test
    void all_that_is_wrong_is_reported_at_once() throws IOException {
        webhook.refuses(
                List.of("webhook.ulr: https://example.org/", "alerts.weeks: many", "kafka.group: a"),
                "line 3: webhook.ulr is not a key of segue webhook. Did you mean webhook.url?",
                "line 4: alerts.weeks: found 'many', expected a whole number from 2 to 52.",
                "line 5: kafka.group is not a key of segue webhook. Did you mean kafka.group-id?",
                NO_ADDRESS);
    }

    @Test
    void posts_to_one_address_only() throws IOException {
        webhook.refuses(
                List.of("webhook.url: https://example.org/a, https://example.org/b"),
                "line 3: webhook.url: expected one address such as https://example.org/hook.");
    }

    @Test
    void help_says_what_it_does_and_what_it_is_given() {
        SegueCall segue = SegueCall.of("webhook", "--help");

        assertThat(segue.out()).startsWith("Usage: segue webhook").contains("Posts incidents as JSON", "--config=FILE");
        assertThat(segue.err()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }
}
