package dev.segue.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of several services, each by itself and one person's together. */
class ServicesTest {

    private static final String SPOTIFY =
            """
            [{"ts":"2024-05-01T10:03:02Z","username":"anna","platform":"ios","ms_played":180000,"master_metadata_track_name":"Blue - Remastered","master_metadata_album_artist_name":"Them","spotify_track_uri":"spotify:track:1","reason_end":"trackdone"},
             {"ts":"2024-05-01T10:04:00Z","username":"anna","platform":"ios","ms_played":58000,"master_metadata_track_name":"Red","master_metadata_album_artist_name":"Them","spotify_track_uri":"spotify:track:2","reason_end":"fwdbtn"}]
            """;

    /** The first song of Spotify, and one that was played elsewhere. */
    private static final String LAST_FM =
            """
            uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid
            1714557600,"01 May 2024, 10:00","Them","","","","Blue",""
            1714558200,"01 May 2024, 10:10","Her","","","","Green",""
            """;

    private static final String LISTEN =
            "{\"listened_at\":1714557601,\"track_metadata\":{\"artist_name\":\"Them\",\"track_name\":\"Blue\"}}\n";

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void chooseOut() {
        out = folder.resolve("sessions.out");
    }

    @Test
    void plays_without_a_played_time_make_sessions_but_no_listened_time_and_no_skips() throws IOException {
        Replayed replayed = Replayed.with(file("scrobbles.csv", LAST_FM), "--out", out);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(out).lines().toList())
                .singleElement()
                .satisfies(
                        session -> assertThat(session)
                                .contains(
                                        "\"user_id\":\"me\",\"started_at\":\"2024-05-01T10:00:00.000Z\",\"ended_at\":\"2024-05-01T10:10:00.000Z\"",
                                        "\"plays\":2,\"counted_plays\":0,\"skips\":{\"quick\":0,\"early\":0,\"late\":0},\"listened_ms\":0"));
        assertThat(replayed.out())
                .contains(
                        String.join(
                                System.lineSeparator(),
                                "  1 file, 2 rows read = 2 accepted + 0 duplicate + 0 late + 0 rejected",
                                "",
                                "  Last.fm: 1 file, with the start of each play only",
                                "    Nothing says for how long a play sounded: plays have no listened time, and none is a skip."));
    }

    @Test
    void an_archive_of_listenbrainz_is_read_and_what_else_is_in_it_is_skipped() throws IOException {
        Path archive = folder.resolve("listenbrainz_anna.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (List<String> entry : List.of(
                    List.of("user.json", "{\"user_id\":1,\"username\":\"anna\"}"),
                    List.of("feedback.jsonl", "{\"recording_msid\":\"m\",\"score\":1}\n"),
                    List.of("listens/2024/5.jsonl", LISTEN))) {
                zip.putNextEntry(new ZipEntry(entry.get(0)));
                zip.write(entry.get(1).getBytes(UTF_8));
            }
        }

        Replayed replayed = Replayed.with(archive);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replayed.ledger()).isEqualTo("1 file, 1 row read = 1 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(replayed.out()).contains("    " + archive + "!/user.json: not a listening history");
    }

    @Test
    void each_service_reports_its_own_play_unless_they_are_merged() throws IOException {
        Replayed replayed = Replayed.with(files(), "--out", out);

        assertThat(replayed.ledger())
                .isEqualTo("3 files, 5 rows read = 5 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(Files.readString(out)).contains("\"plays\":5").contains("\"user_id\":\"anna\"");
    }

    @Test
    void merged_the_play_with_a_played_time_counts_and_the_others_are_duplicates() throws IOException {
        Replayed replayed = Replayed.with(files(), "--merge-services", "--out", out);

        assertThat(replayed.ledger())
                .isEqualTo("3 files, 5 rows read = 3 accepted + 2 duplicate + 0 late + 0 rejected");
        assertThat(Files.readString(out).lines().toList()).singleElement().satisfies(session -> assertThat(session)
                .contains("\"plays\":3", "\"listened_ms\":238000", "\"late\":1", "\"user_id\":\"anna\""));
    }

    @Test
    void merged_any_order_of_files_gives_the_same_sessions() throws IOException {
        Path spotify = file("a.json", SPOTIFY);
        Path lastFm = file("b.csv", LAST_FM);
        Path listens = file("c.jsonl", LISTEN);

        Replayed one = Replayed.with(spotify, lastFm, listens, "--merge-services", "--out", out);
        String sessions = Files.readString(out);
        Replayed other = Replayed.with(listens, lastFm, spotify, "--merge-services", "--out", out);

        assertThat(Files.readString(out)).isEqualTo(sessions);
        assertThat(other.ledger()).isEqualTo(one.ledger());
    }

    @Test
    void merged_as_a_stream_the_accounting_adds_up() throws IOException {
        Replayed replayed = Replayed.with(
                file("c.jsonl", LISTEN),
                file("a.json", SPOTIFY),
                file("b.csv", LAST_FM),
                "--merge-services",
                "--as-stream",
                "--out",
                out);

        assertThat(replayed.ledger())
                .isEqualTo("3 files, 5 rows read = 3 accepted + 2 duplicate + 0 late + 0 rejected");
    }

    @Test
    void two_people_are_never_merged() throws IOException {
        Replayed replayed = Replayed.with(
                file("a.json", SPOTIFY), file("b.csv", LAST_FM), "--merge-services", "--listener", "bo", "--out", out);

        assertThat(replayed.ledger())
                .isEqualTo("2 files, 4 rows read = 4 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(Files.readString(out)).contains("\"user_id\":\"anna\"").contains("\"user_id\":\"bo\"");
    }

    @Test
    void scrobbles_timed_to_the_minute_are_skipped_next_to_exact_ones() throws IOException {
        Path exact = file("exact.csv", LAST_FM);
        Path minutes = file("minutes.csv", "Them,,Blue,01 May 2024 10:00\nHer,,Green,01 May 2024 10:10\n");

        Replayed replayed = Replayed.with(minutes, exact);

        assertThat(replayed.ledger()).isEqualTo("1 file, 2 rows read = 2 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(replayed.out())
                .contains(
                        "    " + minutes + ": Last.fm scrobbles timed to the minute, next to an export with seconds; to"
                                + " read it, replay it alone");
        assertThat(Replayed.with(minutes).ledger())
                .isEqualTo("1 file, 2 rows read = 2 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @Test
    void rows_without_listening_are_counted_beside_the_accounting() throws IOException {
        String video =
                "{\"header\":\"YouTube\",\"title\":\"Watched a video\",\"titleUrl\":\"https://www.youtube.com/watch?v=x\","
                        + "\"time\":\"2024-05-01T10:05:00Z\",\"products\":[\"YouTube\"]}";
        Path mixed = file("mixed.json", "[" + video + "," + video.replace("\"YouTube\",", "\"YouTube Music\",") + "]");
        Path videos = file("videos.json", "[" + video + "]");

        Replayed replayed = Replayed.with(mixed);
        assertThat(replayed.ledger()).isEqualTo("1 file, 1 row read = 1 accepted + 0 duplicate + 0 late + 0 rejected");
        assertThat(replayed.out()).contains("  Without listening: 1 row, such as videos or lyrics, which do not count");

        Replayed none = Replayed.with(videos);
        assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(none.err().lines())
                .containsExactly(
                        "segue: Nothing was accepted: the input holds no plays, only rows without listening, such as"
                                + " videos or lyrics.");
    }

    /** In a folder, the three files of one person. */
    private Path files() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("a.json"), SPOTIFY);
        Files.writeString(data.resolve("b.csv"), LAST_FM);
        Files.writeString(data.resolve("c.jsonl"), LISTEN);
        return data;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
