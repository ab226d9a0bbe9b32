package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Tests for all commands with a configuration: they report what is wrong with it before anything else. */
public final class ConfiguredCommand {

    private final String command;
    private final Path folder;

    /**
     * A command by name, such as {@code webhook}.
     *
     * @param folder for its configurations
     */
    public ConfiguredCommand(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /**
     * A configuration with addresses for Kafka and the registry, in two lines, where nothing listens; plus
     * {@code more}.
     */
    public Path configuration(String... more) throws IOException {
        Path file = folder.resolve(command + ".yaml");
        Files.write(file, List.of("kafka.bootstrap-servers: 127.0.0.1:1", "registry.url: http://127.0.0.1:1"));
        return Files.write(file, List.of(more), StandardOpenOption.APPEND);
    }

    /** With {@code more}, the command reports exactly these problems, and does nothing. */
    public void refuses(List<String> more, String... problems) throws IOException {
        Path file = configuration(more.toArray(String[]::new));
        refuses(file, problems);
    }

    /** With a configuration file that does not exist, the command names it. */
    public void namesAConfigurationThatIsNotThere() {
        refuses(Path.of("nowhere.yaml"), "There is no such file.");
    }

    private void refuses(Path file, String... problems) {
        SegueCall segue = SegueCall.of(command, "--config", file.toString());

        List<String> emitted = new ArrayList<>();
        emitted.add("segue: The configuration in " + file + " has "
                + (problems.length == 1 ? "one problem:" : problems.length + " problems:"));
        for (String problem : problems) {
            emitted.add("  " + problem);
        }
        emitted.add("docs/configuration.md explains every key.");
        assertThat(segue.err().lines()).containsExactlyElementsOf(emitted);
        assertThat(segue.out()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
