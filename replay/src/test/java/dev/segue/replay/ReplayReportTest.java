package dev.segue.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code segue replay --report}: the web page, and where it is written. */
class ReplayReportTest {

    private static final String BLUE =
            row("2024-01-01T10:03:00Z", 180_000, "ios", "Blue", "Them", "\"Colours\"", "trackdone");

    /** Two sessions: three minutes and four seconds on a Monday, ten minutes on the Tuesday after. */
    private static final List<String> ROWS = List.of(
            BLUE,
            row("2024-01-01T10:03:04Z", 4_000, "ios", "Red", "Them", "\"Colours\"", "fwdbtn"),
            row("2024-01-02T20:10:00Z", 600_000, "web", "Waltz", "Others", "null", "trackdone"),
            BLUE,
            "{\"ts\":\"2024-01-02T20:10:00Z\",\"spotify_track_uri\":\"spotify:track:x\"}");

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void a_small_history_gives_known_figures() throws IOException {
        Path page = folder.resolve("page.html");

        Replayed replayed = Replayed.with(history("history.json", ROWS), "--report", page, "--time-zone", "UTC");

        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replayed.out())
                .endsWith(System.lineSeparator() + "The web page is " + page + System.lineSeparator());
        assertThat(rowsOf(page))
                .contains(
                        // Over the years
                        "2024 | 0.2 | 2 | 3 | 33 % | 2 | 2",
                        // Artists, tracks, albums, devices
                        "1 | Others | 0.2 | 1 | 0 %",
                        "2 | Them | 0.1 | 2 | 50 %",
                        "1 | Waltz Others | 0.2 | 1 | 0 %",
                        "2 | Blue Them | 0.1 | 1 | 0 %",
                        "3 | Red Them | <0.1 | 1 | 100 %",
                        "1 | Colours Them | 0.1 | 2 | 50 %",
                        "web | 0.2 | 1 | 0 %",
                        "ios | 0.1 | 2 | 50 %",
                        // Longest sessions, most songs without a skip
                        "Tue 2 Jan 2024 20:00 | 10 min 00 s | 10 min 00 s | 1 | 0",
                        "Mon 1 Jan 2024 10:00 | 3 min 04 s | 3 min 04 s | 2 | 1",
                        "Mon 1 Jan 2024 10:00 | 1 | 3 min 00 s",
                        "Tue 2 Jan 2024 20:00 | 1 | 10 min 00 s",
                        // Day by day
                        "Jan | 3 | 10 |" + " |".repeat(28).stripTrailing(),
                        // Input
                        "Rows read | 5",
                        "Accepted | 3",
                        "Duplicates | 1",
                        "Rejected | 1");
        assertThat(page)
                .content()
                .contains("<title>Monday 1 January 2024: 3 min 04 s</title>")
                .contains("title=\"Tuesday 20:00 to 20:59: 10 min 00 s, 1 session began\"")
                .contains("0.2 h</dd><dd class=\"what\">on 2 of 2 days")
                .contains("1 play of which the input does not name the album are not counted here.")
                .contains("history.json:5: NO_DETAIL: The field ms_played is missing.")
                .doesNotContain("Longest runs in one playlist");
    }

    @Test
    void the_order_of_rows_and_files_changes_nothing() throws IOException {
        Path one = folder.resolve("one.html");
        Path other = folder.resolve("other.html");
        Path first = history("a.json", ROWS.subList(0, 2));
        Path second = history("b.json", ROWS.subList(2, 4));

        Replayed.with(first, second, "--report", one);
        Replayed.with(second, first, "--report", other);

        assertThat(one).hasSameTextualContentAs(other);
    }

    @Test
    void a_stream_gives_the_same_page() throws IOException {
        Path log = Files.writeString(folder.resolve("events.jsonl"), KnownLog.EVENTS);
        Path sorted = folder.resolve("sorted.html");
        Path streamed = folder.resolve("streamed.html");

        Replayed.with(log, "--report", sorted, "--time-zone", "UTC");
        Replayed.with(log, "--report", streamed, "--time-zone", "UTC", "--as-stream", "--allowed-lateness", "30d");

        assertThat(streamed).hasSameTextualContentAs(sorted);
        assertThat(rowsOf(sorted)).contains("pl 2024-18 | Wed 1 May 2024 10:00 | 3 | 4 min 04 s | 2");
        assertThat(sorted).content().contains("The input does not say which artist a play is of.");
    }

    @Test
    void account_data_has_names_but_no_skips() throws IOException {
        Path page = folder.resolve("page.html");
        Path data = Files.writeString(
                folder.resolve("StreamingHistory_music_0.json"),
                """
                [{"endTime":"2024-01-01 10:03","artistName":"Them","trackName":"Blue","msPlayed":180000},
                 {"endTime":"2024-01-01 10:06","artistName":"Them","trackName":"Blue","msPlayed":180000}]
                """);

        Replayed.with(data, "--report", page, "--time-zone", "UTC");

        assertThat(rowsOf(page)).contains("1 | Blue Them | 0.1 | 2 | –", "1 | Them | 0.1 | 2 | –");
        assertThat(page)
                .content()
                .contains("The input does not say why plays ended, so it is not known which were skipped.")
                .contains("Account data: 1 file, with minutes only and without skips");
    }

    @Test
    void of_many_listeners_those_who_listened_most_are_shown() throws IOException {
        Path page = folder.resolve("page.html");
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            log.append("{\"user_id\":\"u").append(i);
            log.append("\",\"occurred_at\":\"2024-05-01T10:00:00Z\",\"type\":\"TRACK_ENDED\",\"played_ms\":");
            log.append(i * 60_000).append("}\n");
        }

        Replayed.with(Files.writeString(folder.resolve("log.jsonl"), log), "--report", page);

        assertThat(page)
                .content()
                .contains("<h2 id=\"listener-1\"><bdi>u12</bdi></h2>", "<h2 id=\"listener-10\"><bdi>u3</bdi></h2>")
                .contains("2 more listeners with 2 sessions and 3 min 00 s listened are not shown.")
                .doesNotContain("listener-11");
    }

    @Test
    void a_page_of_nothing_has_the_accounting() throws IOException {
        Path page = folder.resolve("page.html");

        Replayed replayed =
                Replayed.with(history("history.json", List.of(BLUE.replace(":180000,", ":-1,"))), "--report", page);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(rowsOf(page)).contains("Rows read | 1", "Accepted | 0", "Rejected | 1");
    }

    @Test
    void an_existing_file_is_replaced_and_nothing_else_is_left() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Path page = Files.writeString(pages.resolve("page.html"), "old");

        Replayed.with(history("history.json", ROWS), "--report", page);

        assertThat(page).content().startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(pages).isDirectoryContaining(each -> each.equals(page));
        try (var all = Files.list(pages)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void a_page_is_not_written_where_it_cannot_or_must_not_be() throws IOException {
        Path history = history("history.json", ROWS);
        Path nowhere = folder.resolve("none").resolve("page.html");

        assertThat(complaint(history, "--report", nowhere))
                .isEqualTo("The web page cannot be written to '" + nowhere + "': there is no folder "
                        + folder.resolve("none") + ". Create it first, or choose another.");
        assertThat(complaint(history, "--report", folder))
                .isEqualTo("The web page cannot be written to '" + folder + "': it is a folder. Name a file in it, such"
                        + " as '" + folder.resolve("history.html") + "'.");
        assertThat(complaint(history, "--report", "-"))
                .isEqualTo("--report needs the name of a file, such as --report history.html.");
        assertThat(complaint(history, "--report", "x.html", "--out", "./x.html"))
                .isEqualTo("--out and --report must not name the same file.");
        assertThat(complaint(folder, "--report", history))
                .isEqualTo("The web page must not overwrite the input '" + history + "'.");
        assertThat(complaint(folder, "--out", history))
                .isEqualTo("The sessions must not overwrite the input '" + history + "'.");
        assertThat(history).content().startsWith("[{");
    }

    private static String complaint(Object... arguments) {
        Replayed replayed = Replayed.with(arguments);
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        return replayed.err().lines().findFirst().orElseThrow().substring("segue: ".length());
    }

    /** The rows of all tables: the text of their cells. */
    private static List<String> rowsOf(Path page) throws IOException {
        Matcher rows = ROW.matcher(Files.readString(page));
        return rows.results()
                .map(row -> row.group(1)
                        .replaceAll("<span class=\"by\">", " ")
                        .replaceAll("</t[hd]>(?=<)", " | ")
                        .replaceAll("(?s)<[^>]*>", "")
                        .replaceAll("\\s+", " ")
                        .replace("&lt;", "<")
                        .replaceAll("\\| $", "|")
                        .strip())
                .toList();
    }

    private Path history(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",\n", rows) + "]\n");
    }

    private static String row(
            String ts, long playedMs, String platform, String track, String artist, String album, String reasonEnd) {
        return "{\"ts\":\"%s\",\"username\":\"anna\",\"platform\":\"%s\",\"ms_played\":%d,"
                        .formatted(ts, platform, playedMs)
                + "\"master_metadata_track_name\":\"%s\",\"master_metadata_album_artist_name\":\"%s\","
                        .formatted(track, artist)
                + "\"master_metadata_album_album_name\":%s,\"spotify_track_uri\":\"spotify:track:%s\",\"reason_end\":\"%s\"}"
                        .formatted(album, track, reasonEnd);
    }
}
