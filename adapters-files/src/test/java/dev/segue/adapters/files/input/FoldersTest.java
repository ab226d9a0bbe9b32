package dev.segue.adapters.files.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.input.Found.PassedOver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in folders, whatever their names are and wherever links lead. */
class FoldersTest {

    private static final String EVENT = "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1}";

    @TempDir
    private Path folder;

    @Test
    void a_link_to_a_folder_is_followed_when_named_and_when_found() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.jsonl"), EVENT);
        Path named = Files.createDirectories(folder.resolve("named"));
        Path link = Files.createSymbolicLink(named.resolve("link"), elsewhere);

        assertThat(Opened.rows(link)).containsExactly(link + "/a.jsonl: 1");
        assertThat(Opened.rows(named)).containsExactly(named + "/link/a.jsonl: 1");
    }

    @Test
    void links_that_lead_in_circles_end_and_each_file_is_there_once_by_its_own_name() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.writeString(real.resolve("a.jsonl"), EVENT);
        Files.createSymbolicLink(folder.resolve("again"), real);
        Files.createSymbolicLink(real.resolve("up"), folder);
        Files.createSymbolicLink(folder.resolve("0.jsonl"), real.resolve("a.jsonl"));
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("nothing"));

        assertThat(Opened.rows(folder)).containsExactly(real + "/a.jsonl: 1");
        assertThat(Search.in(List.of(folder)).refused()).isEmpty();
        assertThat(Search.in(List.of(folder)).skipped())
                .containsExactly(
                        new PassedOver(folder + "/nowhere", "a broken link"),
                        new PassedOver(folder + "/self", "a broken link"));
    }

    @Test
    void a_name_in_no_encoding_is_read_and_written_out_byte_by_byte() throws IOException {
        Path odd = Path.of(URI.create(folder.toUri() + "M%e4rz%ff.jsonl"));
        Files.writeString(odd, EVENT);

        assertThat(Opened.rows(folder)).containsExactly(folder + "/M\\xE4rz\\xFF.jsonl: 1");
    }

    @Test
    void a_name_that_is_utf_8_is_written_as_it_is() throws IOException {
        Path named = Path.of(URI.create(folder.toUri() + "M%c3%a4rz.jsonl"));
        Files.writeString(named, EVENT);

        assertThat(Opened.rows(folder)).containsExactly(folder + "/M\u00e4rz.jsonl: 1");
    }

    @Test
    void the_files_in_a_folder_come_by_name() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/z.jsonl"), EVENT);
        Files.writeString(folder.resolve("a-b.jsonl"), EVENT);
        Files.writeString(folder.resolve("B.jsonl"), EVENT);

        assertThat(Opened.rows(folder))
                .containsExactly(folder + "/B.jsonl: 1", folder + "/a-b.jsonl: 1", folder + "/a/z.jsonl: 1");
    }
}
