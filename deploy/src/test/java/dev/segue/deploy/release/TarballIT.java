package dev.segue.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.deploy.release.Release.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tarball of a release works where it is unpacked, and holds what its README speaks of. */
class TarballIT {

    @TempDir
    static Path temporary;

    private static Release release;

    @BeforeAll
    static void unpack() throws Exception {
        release = Release.unpackedIn(temporary.toRealPath());
    }

    @Test
    void has_the_commands_for_users_and_not_the_demo() throws Exception {
        Outcome help = release.segue("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: segue")
                .contains("\n  run ", "\n  dashboard ", "\n  webhook ", "\n  simulate ", "\n  replay ")
                .doesNotContain("\n  demo ");
    }

    @Test
    void says_its_version() throws Exception {
        assertThat(release.segue("--version").out()).isEqualTo("segue " + Release.version() + "\n");
    }

    @Test
    void explains_the_page() throws Exception {
        Outcome help = release.segue("dashboard", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: segue dashboard ").contains("--config=FILE");
    }

    @Test
    void says_what_a_sample_configuration_lacks_where_nothing_runs() throws Exception {
        Path sample = release.home().resolve("config/sessions.yaml");
        Path nothingThere = temporary.resolve("sessions.yaml");
        Files.writeString(
                nothingThere,
                Files.readString(sample)
                        .replace("localhost:9092", "127.0.0.1:1")
                        .replace("localhost:8081", "127.0.0.1:1"));

        Outcome check = release.segue("run", "sessions", "--config", nothingThere.toString(), "--check");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).startsWith("segue: ").contains("127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void replays_a_history_as_everything_it_needs_is_in_it() throws Exception {
        Path history = Files.writeString(
                temporary.resolve("history.json"),
                """
                [{"ts": "2024-01-01T10:03:00Z", "ms_played": 180000, "master_metadata_track_name": "A Song"}]
                """);

        Outcome replay = release.segue("replay", history.toString());

        assertThat(replay.err()).isEmpty();
        assertThat(replay.out()).contains("1 session from 2024-01-01", "1 row read = 1 accepted");
    }

    @Test
    void keeps_the_log_of_each_run_beside_it() throws Exception {
        release.segue("replay", "nothing-there.json");

        try (Stream<Path> logs = Files.list(release.home().resolve("logs"))) {
            assertThat(logs.map(log -> log.getFileName().toString())).anyMatch(name -> name.matches("segue-.*\\.log"));
        }
    }

    @Test
    void has_documentation_licence_and_every_page_that_its_readme_names() throws IOException {
        assertThat(release.home().resolve("LICENSE")).isNotEmptyFile();
        assertThat(release.home().resolve("docs/configuration.md")).isNotEmptyFile();
        assertThat(namedIn(release.home().resolve("README.md")))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(release.home().resolve(page)).exists());
    }

    private static List<String> namedIn(Path page) throws IOException {
        return Pattern.compile("]\\(((?!http)[^)#]+)")
                .matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
