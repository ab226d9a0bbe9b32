package dev.segue.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue replay --as-stream} accepts, corrects and counts as late. */
class ReplayAsStreamTest {

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void chooseOut() {
        out = folder.resolve("sessions.out");
    }

    @Test
    void a_history_may_hold_more_of_a_listener_than_a_service_keeps() throws IOException {
        Path log = file(
                "events.jsonl",
                IntStream.range(0, 65)
                        .mapToObj(minute ->
                                """
                                {"type": "TRACK_ENDED", "event_id": "%d", "user_id": "anna", "occurred_at": "2026-03-02T11:%02d:00Z", \
                                "track_id": "song", "started_at": "2026-03-02T10:%02d:00Z", "played_ms": 180000}"""
                                        .formatted(minute, minute % 60, minute % 30))
                        .toArray(String[]::new));

        assertThat(Replayed.with(log, "--as-stream", "--out", out).ledger())
                .isEqualTo("1 file, 65 rows read = 65 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(Replayed.with(log, "--out", out).ledger())
                .isEqualTo("1 file, 65 rows read = 65 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @Test
    void the_order_of_lines_decides_to_the_millisecond_what_is_late() throws IOException {
        Path log = file(
                "events.jsonl",
                search("first", "anna", "10:00:00.000"),
                search("early", "anna", "11:00:00.000"),
                search("on the allowed lateness", "anna", "10:00:00.000"),
                "garbage",
                search("beyond it", "anna", "09:59:59.999"),
                search("accepted", "anna", "10:30:00.000"),
                search("on time", "anna", "12:00:00.000"),
                search("first", "anna", "10:00:00.000"),
                search("of another listener", "bob", "10:59:59.999"),
                search("beyond it", "anna", "09:59:59.999"),
                search("accepted", "anna", "10:30:00.000"),
                search("on time", "anna", "12:00:00.000"),
                search("on the allowed lateness, too", "bob", "11:00:00.000"));

        Replayed replayed = Replayed.with(log, "--as-stream", "--allowed-lateness", "1h", "--out", out);

        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replayed.ledger())
                .isEqualTo("1 file, 13 rows read = 6 accepted + 1 duplicate + 5 late + 1 rejected");
        assertThat(replayed.out())
                .endsWith(lines(
                                "",
                                "  Late: 5 lines more than 1 h behind the clock",
                                "    LOG:5: occurred 2024-05-01T09:59:59.999Z, 1 h 0.001 s behind",
                                "    LOG:8: occurred 2024-05-01T10:00:00.000Z, 2 h behind",
                                "    LOG:9: occurred 2024-05-01T10:59:59.999Z, 1 h 0.001 s behind",
                                "    LOG:10: occurred 2024-05-01T09:59:59.999Z, 2 h 0.001 s behind",
                                "    LOG:11: occurred 2024-05-01T10:30:00.000Z, 1 h 30 min behind",
                                "",
                                "  Rejected: 1 UNREADABLE",
                                "    LOG:4: UNREADABLE: It is not valid JSON.")
                        .replace("LOG", log.toString()));
        assertThat(bounds())
                .containsExactly(
                        "anna 10:00:00.000 10:00:00.000",
                        "anna 10:30:00.000 10:30:00.000",
                        "anna 11:00:00.000 11:00:00.000",
                        "anna 12:00:00.000 12:00:00.000",
                        "bob 11:00:00.000 11:00:00.000");
    }

    @Test
    void a_late_line_lies_behind_the_clock_of_the_files_before_it_too() throws IOException {
        Path morning = file("morning.jsonl", search("1", "anna", "08:00:00.000"), search("2", "anna", "08:10:00.000"));
        Path noon = file("noon.jsonl", search("3", "anna", "12:00:00.000"), search("4", "anna", "12:10:00.000"));

        Replayed inOrder = Replayed.with(morning, noon, "--as-stream", "--allowed-lateness=3h", "--out", out);
        assertThat(inOrder.ledger()).isEqualTo("2 files, 4 rows read = 4 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(bounds()).containsExactly("anna 08:00:00.000 08:10:00.000", "anna 12:00:00.000 12:10:00.000");

        Replayed backwards = Replayed.with(noon, morning, "--as-stream", "--allowed-lateness=3h", "--out", out);
        assertThat(backwards.ledger())
                .isEqualTo("2 files, 4 rows read = 2 accepted + 0 duplicate + 2 late + 0 rejected");
        assertThat(backwards.out())
                .contains(lines(
                        "    " + morning + ":1: occurred 2024-05-01T08:00:00.000Z, 4 h 10 min behind",
                        "    " + morning + ":2: occurred 2024-05-01T08:10:00.000Z, 4 h behind"));
        assertThat(bounds()).containsExactly("anna 12:00:00.000 12:10:00.000");
    }

    @Test
    void files_in_folders_and_archives_come_by_name() throws IOException {
        file("in/2.jsonl", search("2", "anna", "12:00:00.000"));
        file("in/1.jsonl", search("1", "anna", "11:00:00.000"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("in/3.zip")))) {
            for (String name : List.of("b.jsonl", "a.jsonl")) {
                zip.putNextEntry(new ZipEntry(name));
                String time = name.equals("a.jsonl") ? "13:00:00.000" : "14:00:00.000";
                zip.write((search(name, "anna", time) + "\n").getBytes(UTF_8));
                zip.closeEntry();
            }
        }

        Replayed replayed = Replayed.with(folder.resolve("in"), "--as-stream", "--allowed-lateness=0");

        assertThat(replayed.ledger())
                .isEqualTo("4 files, 4 rows read = 4 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @Test
    void without_allowed_lateness_only_what_ties_with_the_newest_is_accepted() throws IOException {
        Path log = file(
                "events.jsonl",
                search("1", "anna", "10:00:00.000"),
                search("2", "bob", "10:00:00.000"),
                search("3", "anna", "09:59:59.999"));

        Replayed replayed = Replayed.with(log, "--as-stream", "--allowed-lateness", "0");

        assertThat(replayed.ledger()).isEqualTo("1 file, 3 rows read = 2 accepted + 0 duplicate + 1 late + 0 rejected");
        assertThat(replayed.out())
                .endsWith(lines(
                        "  Late: 1 line more than 0 s behind the clock",
                        "    " + log + ":3: occurred 2024-05-01T09:59:59.999Z, 0.001 s behind"));
    }

    @Test
    void allowed_lateness_is_a_day_by_default_and_may_be_a_month() throws IOException {
        Path log = file(
                "events.jsonl",
                "{\"user_id\":\"anna\",\"occurred_at\":\"2024-05-31T10:00:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                "{\"user_id\":\"anna\",\"occurred_at\":\"2024-05-30T10:00:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                "{\"user_id\":\"anna\",\"occurred_at\":\"2024-05-01T10:00:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                "{\"user_id\":\"anna\",\"occurred_at\":\"2024-05-01T09:59:59.999Z\",\"type\":\"SEARCH_PERFORMED\"}");

        assertThat(Replayed.with(log, "--as-stream").ledger())
                .isEqualTo("1 file, 4 rows read = 2 accepted + 0 duplicate + 2 late + 0 rejected");
        assertThat(Replayed.with(log, "--as-stream", "--allowed-lateness=30d").ledger())
                .isEqualTo("1 file, 4 rows read = 3 accepted + 0 duplicate + 1 late + 0 rejected");
    }

    @Test
    void what_is_rejected_moves_no_clock_and_a_corrected_time_does() throws IOException {
        Path log = file(
                "events.jsonl",
                search("1", "anna", "10:00:00.000"),
                "{\"event_id\":\"2\",\"user_id\":\"anna\",\"occurred_at\":\"2999-01-01T00:00:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                "{\"event_id\":\"3\",\"user_id\":\"\",\"occurred_at\":\"2024-05-01T20:00:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                search("4", "anna", "09:00:00.000"),
                "{\"event_id\":\"5\",\"user_id\":\"anna\",\"occurred_at\":\"2024-05-01T13:00:00Z\",\"sent_at\":\"2024-05-01T13:00:00Z\",\"received_at\":\"2024-05-01T10:30:00Z\",\"type\":\"SEARCH_PERFORMED\"}",
                search("6", "anna", "09:30:00.000"),
                search("7", "anna", "09:29:59.999"),
                "{\"event_id\":\"8\",\"user_id\":\"anna\",\"occurred_at\":\"2024-05-01T01:00:00Z\",\"sent_at\":\"2024-05-01T01:00:00Z\",\"received_at\":\"2024-05-01T10:30:00Z\",\"type\":\"SEARCH_PERFORMED\"}");

        Replayed replayed = Replayed.with(log, "--as-stream", "--allowed-lateness", "1h", "--out", out);

        assertThat(replayed.ledger()).isEqualTo("1 file, 8 rows read = 5 accepted + 0 duplicate + 1 late + 2 rejected");
        assertThat(replayed.out()).contains(log + ":7: occurred 2024-05-01T09:29:59.999Z, 1 h 0.001 s behind");
        assertThat(bounds())
                .containsExactly(
                        "anna 09:00:00.000 09:00:00.000",
                        "anna 09:30:00.000 09:30:00.000",
                        "anna 10:00:00.000 10:00:00.000",
                        "anna 10:30:00.000 10:30:00.000");
    }

    @Test
    void a_late_event_moves_the_start_of_a_closed_session_while_it_is_accepted() throws IOException {
        Path log = file(
                "events.jsonl",
                search("1", "anna", "10:00:00.000"),
                search("2", "anna", "11:00:00.000"),
                search("3", "anna", "09:50:00.000"),
                search("4", "anna", "12:00:00.000"));

        Replayed.with(log, "--as-stream", "--allowed-lateness", "2h", "--out", out);

        assertThat(Files.readAllLines(out).get(0))
                .contains("\"started_at\":\"2024-05-01T09:50:00.000Z\",\"ended_at\":\"2024-05-01T10:00:00.000Z\","
                        + "\"status\":\"CORRECTED\",\"revision\":1");
        assertThat(bounds())
                .containsExactly(
                        "anna 09:50:00.000 10:00:00.000",
                        "anna 11:00:00.000 11:00:00.000",
                        "anna 12:00:00.000 12:00:00.000");
    }

    @Test
    void more_late_lines_than_can_be_shown_are_counted() throws IOException {
        String[] lines = new String[13];
        Arrays.setAll(lines, i -> search("e" + i, "anna", String.format(Locale.ROOT, "10:%02d:00.000", 59 - i)));

        Replayed replayed = Replayed.with(file("events.jsonl", lines), "--as-stream", "--allowed-lateness", "0");

        assertThat(replayed.out())
                .contains("  Late: 12 lines more than 0 s behind the clock")
                .contains(":11: occurred 2024-05-01T10:49:00.000Z, 10 min behind")
                .doesNotContain(":12: ")
                .endsWith(lines("    and 2 more"));
    }

    @Test
    void an_empty_file_and_one_that_breaks_off_stop_nothing() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(whole)) {
            zipped.write((search("1", "anna", "10:00:00.000") + "\n").getBytes(UTF_8));
        }
        Path empty = file("empty.jsonl");
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole.toByteArray(), whole.size() - 4));
        Path log = file("events.jsonl", search("2", "anna", "08:00:00.000"), search("3", "anna", "09:00:00.000"));

        Replayed replayed = Replayed.with(empty, cut, empty, log, "--as-stream", "--allowed-lateness", "1h");

        assertThat(replayed.ledger())
                .isEqualTo("4 files, 4 rows read = 2 accepted + 0 duplicate + 1 late + 1 rejected");
        assertThat(replayed.out())
                .contains(log + ":1: occurred 2024-05-01T08:00:00.000Z, 2 h behind")
                .contains("cut.gz:2: UNREADABLE: The file cannot be read any further: ");
    }

    @Test
    void without_it_order_means_nothing() throws IOException {
        Path log = file("events.jsonl", search("1", "anna", "20:00:00.000"), search("2", "anna", "02:00:00.000"));

        assertThat(Replayed.with(log).ledger())
                .isEqualTo("1 file, 2 rows read = 2 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    /** Listener, start and end of each session written. */
    private List<String> bounds() throws IOException {
        return Files.readAllLines(out).stream()
                .map(line -> line.replaceAll(
                        ".*\"user_id\":\"(\\w+)\",\"started_at\":\"[^\"]*T([^\"]*)Z\",\"ended_at\":\"[^\"]*T([^\"]*)Z\".*",
                        "$1 $2 $3"))
                .toList();
    }

    private Path file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines));
    }

    private static String search(String id, String listener, String time) {
        return "{\"event_id\":\"" + id + "\",\"user_id\":\"" + listener + "\",\"occurred_at\":\"2024-05-01T" + time
                + "Z\",\"type\":\"SEARCH_PERFORMED\"}";
    }

    private static String lines(String... lines) {
        return Stream.of(lines).map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }
}
