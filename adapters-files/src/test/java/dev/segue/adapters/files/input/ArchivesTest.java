package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.files.input.Found.PassedOver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in archives from various writers, and the messages for the rest. */
class ArchivesTest {

    /** The offset of an entry's flags in a zip's central directory. */
    private static final int FLAGS_IN_DIRECTORY = 8;

    private static final int METHOD_IN_DIRECTORY = 10;

    @TempDir
    private Path folder;

    @Test
    void two_entries_of_one_name_are_two_files() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            entry(zip, "b.jsonl", event(3));
            entry(zip, "a.jsonl", event(1));
            entry(zip, "a.jsonl", event(2));
        }

        assertThat(Opened.rows(archive))
                .containsExactly(archive + "!/a.jsonl: 1", archive + "!/a.jsonl (2): 2", archive + "!/b.jsonl: 3");
    }

    @Test
    void names_that_are_not_utf_8_are_read_as_windows_writes_them() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setEncoding("IBM437");
            zip.setUseLanguageEncodingFlag(false);
            entry(zip, "Historique \u00e9tendu/a.jsonl", event(1));
        }

        assertThat(Opened.rows(archive)).containsExactly(archive + "!/Historique \u00e9tendu/a.jsonl: 1");
    }

    @Test
    void names_in_utf_8_are_read_whether_marked_so_or_not() throws IOException {
        for (boolean marked : new boolean[] {true, false}) {
            Path archive = folder.resolve(marked + ".zip");
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
                zip.setUseLanguageEncodingFlag(marked);
                entry(zip, "H\u00f6rverlauf.jsonl", event(1));
            }

            assertThat(Opened.rows(archive)).containsExactly(archive + "!/H\u00f6rverlauf.jsonl: 1");
        }
    }

    @Test
    void names_that_are_given_in_unicode_too_are_read() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setEncoding("IBM437");
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
            entry(zip, "\u97f3\u697d.jsonl", event(1));
        }

        assertThat(Opened.rows(archive)).containsExactly(archive + "!/\u97f3\u697d.jsonl: 1");
    }

    @Test
    void an_entry_that_cannot_be_unpacked_costs_itself_and_only_matters_if_it_could_be_ours() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            entry(zip, "a.jsonl", event(1));
            entry(zip, "b.jsonl", event(2));
            entry(zip, "c.jsonl", event(3));
            entry(zip, "read me.pdf", "%PDF");
        }
        byte[] bytes = Files.readAllBytes(archive);
        patch(bytes, "b.jsonl", METHOD_IN_DIRECTORY, 98);
        patch(bytes, "c.jsonl", FLAGS_IN_DIRECTORY, 1);
        patch(bytes, "read me.pdf", METHOD_IN_DIRECTORY, 98);
        Files.write(archive, bytes);

        Found found = Search.in(List.of(archive));

        assertThat(found.files()).extracting(InputFile::name).containsExactly(archive + "!/a.jsonl");
        assertThat(found.refused())
                .containsExactly(
                        new PassedOver(
                                archive + "!/b.jsonl",
                                "cannot be read: it is compressed with method 98 (PPMD), which is not supported; unpack"
                                        + " the archive first"),
                        new PassedOver(
                                archive + "!/c.jsonl",
                                "cannot be read: it is encrypted; unpack the archive with its password first"));
        assertThat(found.skipped())
                .containsExactly(new PassedOver(
                        archive + "!/read me.pdf",
                        "cannot be read: it is compressed with method 98 (PPMD), which is not supported; unpack the"
                                + " archive first"));
    }

    @Test
    void an_archive_whose_only_entry_cannot_be_unpacked_is_refused_for_that_alone() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            entry(zip, "a.jsonl", event(1));
        }
        byte[] bytes = Files.readAllBytes(archive);
        patch(bytes, "a.jsonl", FLAGS_IN_DIRECTORY, 1);
        Files.write(archive, bytes);

        assertThat(Search.in(List.of(archive)).refused())
                .extracting(PassedOver::name)
                .containsExactly(archive + "!/a.jsonl");
    }

    @Test
    void large_archives_are_archives() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setUseZip64(Zip64Mode.Always);
            entry(zip, "a.jsonl", event(1));
        }

        assertThat(Opened.rows(archive)).containsExactly(archive + "!/a.jsonl: 1");
    }

    @Test
    void an_archive_that_was_not_copied_whole_is_refused() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            entry(zip, "a.jsonl", event(1));
        }
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));

        assertThat(Search.in(List.of(archive)).refused())
                .containsExactly(new PassedOver(
                        archive.toString(),
                        "cannot be read: its list of contents is missing or damaged; copy or download it again"));
    }

    @Test
    void damage_is_noticed_at_the_end_of_an_entry() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setMethod(ZipArchiveOutputStream.STORED);
            entry(zip, "a.jsonl", event(1));
        }
        byte[] bytes = Files.readAllBytes(archive);
        int time = new String(bytes, ISO_8859_1).indexOf("\"occurred_at\":1") + "\"occurred_at\":".length();
        bytes[time] = '2';
        Files.write(archive, bytes);

        assertThatThrownBy(() -> Opened.rows(archive))
                .hasMessageContaining("its checksum is wrong, so part of it is damaged");
    }

    @Test
    void archives_of_other_kinds_are_called_by_their_name() throws IOException {
        Path inner = folder.resolve("inner.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(inner)) {
            entry(zip, "a.jsonl", event(1));
        }
        Path outer = folder.resolve("outer.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(outer)) {
            zip.putArchiveEntry(new ZipArchiveEntry("inner.zip"));
            zip.write(Files.readAllBytes(inner));
            zip.closeArchiveEntry();
        }
        Files.delete(inner);
        Path tar = Files.write(folder.resolve("b.tar"), tar(event(1)));
        Path zippedTar = Files.write(folder.resolve("c.tgz"), gzip(tar(event(1))));
        Path sevenZip =
                Files.write(folder.resolve("d.7z"), new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C});

        Found inFolder = Search.in(List.of(folder));

        assertThat(inFolder.files()).isEmpty();
        assertThat(inFolder.refused()).isEmpty();
        assertThat(inFolder.skipped())
                .containsExactly(
                        new PassedOver(tar.toString(), "a tar archive; unpack it first"),
                        new PassedOver(zippedTar.toString(), "a tar archive; unpack it first"),
                        new PassedOver(sevenZip.toString(), "a 7-Zip archive; unpack it first"),
                        new PassedOver(outer + "!/inner.zip", "a zip archive; unpack it first"));
        assertThat(Search.in(List.of(tar)).refused())
                .containsExactly(new PassedOver(tar.toString(), "a tar archive; unpack it first"));
    }

    @Test
    void all_members_of_a_gzip_file_are_read_in_a_folder_and_in_an_archive() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip((event(1) + "\n").getBytes(UTF_8)));
        members.write(gzip((event(2) + "\n").getBytes(UTF_8)));
        Path gzip = Files.write(folder.resolve("a.gz"), members.toByteArray());
        Path archive = folder.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.putArchiveEntry(new ZipArchiveEntry("a.gz"));
            zip.write(members.toByteArray());
            zip.closeArchiveEntry();
        }

        assertThat(Opened.rows(gzip)).containsExactly(gzip + ": 1", gzip + ": 2");
        assertThat(Opened.rows(archive)).containsExactly(archive + "!/a.gz: 1", archive + "!/a.gz: 2");
    }

    private static String event(long occurredAt) {
        return "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":" + occurredAt + "}";
    }

    private static void entry(ZipArchiveOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    /**
     * Changes a byte of an entry's record in a zip's directory; the name comes 46 bytes after the start of the record.
     */
    private static void patch(byte[] zip, String name, int where, int value) {
        int start = new String(zip, ISO_8859_1).lastIndexOf(name) - 46;
        zip[start + where] = (byte) value;
    }

    private static byte[] tar(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("a.jsonl");
            entry.setSize(content.length());
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
