package dev.segue.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written atomically. */
class OutFileTest {

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("sessions.jsonl");
    }

    @Test
    void it_replaces_the_one_before() throws IOException {
        Files.writeString(target, "old");

        new OutFile(target).write(out -> out.write("new".getBytes(UTF_8)));

        assertThat(folder).isDirectoryContaining(target::equals);
        assertThat(target).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("sessions.jsonl");
    }

    @Test
    void when_writing_fails_everything_is_as_before() throws IOException {
        Files.writeString(target, "old");

        assertThatThrownBy(() -> new OutFile(target).write(out -> {
                    out.write("half".getBytes(UTF_8));
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("sessions.jsonl");
    }

    @Test
    void until_it_is_complete_nothing_is_seen_under_its_name() throws IOException {
        new OutFile(target).write(out -> {
            out.write("half".getBytes(UTF_8));
            out.flush();
            assertThat(target).doesNotExist();
        });

        assertThat(target).hasContent("half");
    }
}
