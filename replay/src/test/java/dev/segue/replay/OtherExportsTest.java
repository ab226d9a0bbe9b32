package dev.segue.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to files next to an extended history, or mistaken for one. */
class OtherExportsTest {

    private static final String EXPECTED =
            "expected a listening history exported from Spotify, ListenBrainz, Last.fm, YouTube Music, Apple Music, Deezer or"
                    + " Maloja, playback events as JSON Lines or JSON, or a zip or gzip of these";

    private static final String EXTENDED =
            """
            [{"ts":"2024-05-01T10:03:12Z","platform":"ios","ms_played":180000,"master_metadata_track_name":"Song","master_metadata_album_artist_name":"Them","spotify_track_uri":"spotify:track:1","reason_end":"fwdbtn"}]
            """;

    private static final String MUSIC =
            """
            [
              {"endTime" : "2024-05-01 10:03", "artistName" : "Them", "trackName" : "Song", "msPlayed" : 180000},
              {"endTime" : "2024-05-01 10:06", "artistName" : "Them", "trackName" : "Other", "msPlayed" : 2000}
            ]
            """;

    private static final String PODCAST =
            """
            [{"endTime" : "2024-05-01 10:16", "podcastName" : "Show", "episodeName" : "On bees", "msPlayed" : 600000}]
            """;

    private static final String BOOK =
            """
            [{"endTime":"2024-05-01 10:26","audiobookName":"Book","authorName":"Her","chapterName":"One","msPlayed":600000}]
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void chooseOut() {
        out = folder.resolve("sessions.out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endvideo_0.json",
                "endvideo.json",
                "Streaming_History_Video_2024.json",
                "Streaming_History_Video_2018-2024.csv",
                "StreamingHistory_video_0.json"
            })
    void video_is_skipped_beside_a_history_but_read_when_it_is_named(String name) throws IOException {
        Path data = Files.createDirectory(folder.resolve("MyData"));
        Files.writeString(data.resolve("endsong_0.json"), EXTENDED);
        Path video = Files.writeString(
                data.resolve(name),
                name.endsWith(".csv")
                        ? "ts,ms_played,master_metadata_track_name\n2024-05-01T10:33:00Z,1500000,Video\n"
                        : EXTENDED.replace("10:03", "10:33"));

        Replayed beside = Replayed.with(data);
        assertThat(beside.ledger()).isEqualTo("1 file, 1 row read = 1 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(beside.out()).contains("    " + video + ": video; to include it, name the file itself");

        assertThat(Replayed.with(video).ledger())
                .isEqualTo("1 file, 1 row read = 1 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @Test
    void account_data_is_read_with_its_minutes_and_the_report_says_what_to_ask_for() throws IOException {
        Path data = Files.createDirectory(folder.resolve("Spotify Account Data"));
        Files.writeString(data.resolve("StreamingHistory_music_0.json"), MUSIC);
        Files.writeString(data.resolve("StreamingHistory_podcast_0.json"), PODCAST);
        Files.writeString(data.resolve("StreamingHistory_audiobook_0.json"), BOOK);
        Files.writeString(data.resolve("Userdata.json"), "{\"username\":\"anna\"}");

        Replayed replayed = Replayed.with(data, "--out", out);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(out))
                .contains(
                        "\"user_id\":\"me\"",
                        "\"started_at\":\"2024-05-01T10:00:00.000Z\",\"ended_at\":\"2024-05-01T10:26:00.000Z\"",
                        "\"plays\":2,\"counted_plays\":1,\"skips\":{\"quick\":0,\"early\":0,\"late\":0},\"listened_ms\":182000");
        assertThat(replayed.out())
                .contains(String.join(
                        System.lineSeparator(),
                        "  3 files, 4 rows read = 4 accepted + 0 duplicate + 0 late + 0 rejected",
                        "",
                        "  Account data: 3 files, with minutes only and without skips",
                        "    Plays appear up to a minute too early, so sessions and listened time are not exact.",
                        "    For seconds and skips, request \"Extended streaming history\" instead of \"Account data\":",
                        "    https://www.spotify.com/account/privacy/",
                        ""));
    }

    @Test
    void account_data_in_csv_is_the_same() throws IOException {
        Path json = file("StreamingHistory0.json", MUSIC);
        Path csv = file(
                "history.csv",
                "endTime,artistName,trackName,msPlayed\n2024-05-01 10:03,Them,Song,180000\n2024-05-01 10:06,Them,Other,2000\n");

        assertThat(Replayed.with(json, csv).ledger())
                .isEqualTo("2 files, 4 rows read = 2 accepted + 2 duplicate + 0 late + 0 rejected");
    }

    @Test
    void broken_rows_of_account_data_are_named_as_it_names_them() throws IOException {
        Replayed replayed = Replayed.with(file(
                "StreamingHistory0.json",
                "[{\"endTime\":\"yesterday\",\"trackName\":\"Song\",\"msPlayed\":1},{\"trackName\":\"Song\",\"msPlayed\":1},"
                        + "{\"endTime\":\"2024-05-01 10:03\",\"trackName\":\"Song\"}]"));

        assertThat(replayed.out())
                .contains(
                        "NO_TIME: The field endTime is not a time that Segue reads; write 2024-05-01T10:03:00Z, or",
                        "NO_TIME: The field endTime is missing.",
                        "NO_DETAIL: The field msPlayed is missing.");
    }

    @Test
    void beside_an_extended_history_account_data_is_skipped_so_that_no_play_counts_twice() throws IOException {
        Path extended = file("Streaming_History_Audio_2024.json", EXTENDED);
        Path account = file("StreamingHistory_music_0.json", MUSIC);

        Replayed replayed = Replayed.with(account, extended);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replayed.ledger()).isEqualTo("1 file, 1 row read = 1 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(replayed.out())
                .contains("    " + account + ": account data, which has minutes only, next to an extended history; to"
                        + " read it, replay it alone")
                .doesNotContain("Account data:");
    }

    @Test
    void an_empty_history_does_not_make_account_data_superfluous() throws IOException {
        Path empty = file("Streaming_History_Audio_2024.json", "[]");
        Path account = file("StreamingHistory_music_0.json", MUSIC);

        assertThat(Replayed.with(account, empty).ledger())
                .isEqualTo("2 files, 2 rows read = 2 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ".scrobbler.log | #AUDIOSCROBBLER/1.1 | a scrobbler log of a portable player, which Segue cannot read yet",
                "history.csv | Country,Track Identifier,Media type,Date Played,Hours,Play Duration Milliseconds | a summary by Apple Music, without the time of each play; replay 'Apple Music Play Activity.csv'",
                "watch-history.html | <html><a href='https://www.youtube.com/watch?v=x'>Song</a></html> | a YouTube history as HTML; in Google Takeout, choose JSON as the format of the history",
                "my_tidal_streams.csv | artist_name,track_title,entry_date | a TIDAL export, which Segue cannot read yet",
                "soundcloud.json | {} | a SoundCloud export, which Segue cannot read yet",
                "Amazon-Music-listening.csv | timestamp,trackname | an Amazon Music export, which Segue cannot read yet"
            })
    void an_export_that_is_not_read_is_called_by_its_name(String name, String content, String written)
            throws IOException {
        String why = written.replace('\'', '"');
        Path export = file(name, content.replace('\'', '"') + "\n");

        Replayed alone = Replayed.with(export);
        assertThat(alone.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(alone.err().lines())
                .containsExactly("segue: There is nothing to replay.", "  " + export + ": " + why + "; " + EXPECTED);

        file("endsong_0.json", EXTENDED);
        Replayed beside = Replayed.with(folder);
        assertThat(beside.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(beside.out()).contains("    " + export + ": " + why);
    }

    @Test
    void files_of_nothing_make_no_history_of_an_archive() {
        Path archive = zip(
                "lb.zip",
                Map.of(
                        "user.json", "{\"user_id\":1,\"username\":\"anna\"}",
                        "feedback.jsonl", "",
                        "pins.json", "[]"));

        Replayed replayed = Replayed.with(archive);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(replayed.err().lines())
                .containsExactly(
                        "segue: There is nothing to replay.",
                        "  " + archive + ": an archive without a listening history",
                        "  " + archive + "!/feedback.jsonl: empty",
                        "  " + archive + "!/pins.json: empty",
                        "  " + archive + "!/user.json: not a listening history");
    }

    @Test
    void a_picture_in_a_folder_that_is_called_after_a_service_is_no_export_of_it() throws IOException {
        Path folderOfService = Files.createDirectory(folder.resolve("TIDAL"));
        Path picture = Files.writeString(folderOfService.resolve("cover.png"), "PNG");
        Path data = Files.writeString(folderOfService.resolve("playlists.csv"), "name,songs\n");

        assertThat(Replayed.with(folderOfService).err().lines())
                .containsExactly(
                        "segue: There is nothing to replay.",
                        "  " + picture + ": not a listening history",
                        "  " + data + ": a TIDAL export, which Segue cannot read yet");
    }

    @Test
    void a_workbook_is_no_archive() {
        Map<String, String> parts = Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");
        Path history = zip("history.xlsx", parts);

        assertThat(Replayed.with(history).err().lines())
                .containsExactly(
                        "segue: There is nothing to replay.",
                        "  " + history + ": an Excel workbook without a sheet that holds a listening history");
    }

    @Test
    void what_holds_no_rows_is_said_to_hold_none() throws IOException {
        for (Path nothing : new Path[] {
            file("empty.json", ""), file("none.json", "[ ]\n"), file("header.csv", "ts,ms_played,spotify_track_uri\n")
        }) {
            Replayed replayed = Replayed.with(nothing, "--out", out);

            assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(replayed.err().lines()).containsExactly("segue: Nothing was accepted: the input holds no rows.");
            assertThat(replayed.ledger())
                    .isEqualTo("1 file, 0 rows read = 0 accepted + 0 duplicate + 0 late + 0 rejected");
            assertThat(out).isEmptyFile();
        }
    }

    @Test
    void when_nothing_is_accepted_the_end_says_so_and_why() throws IOException {
        Path broken = file(
                "events.jsonl",
                "{\"user_id\":\"anna\",\"type\":\"TRACK_ENDED\"}\n{\"user_id\":\"anna\",\"type\":\"NONSENSE\",\"occurred_at\":0}\n");

        Replayed replayed = Replayed.with(broken);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(replayed.err().lines())
                .containsExactly("segue: Nothing was accepted: no row is usable. The first error is " + broken
                        + ":1: The field occurred_at is missing.");
        assertThat(replayed.ledger()).isEqualTo("1 file, 2 rows read = 0 accepted + 0 duplicate + 0 late + 2 rejected");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zip(String name, Map<String, String> entries) {
        Path archive = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> each : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }
}
