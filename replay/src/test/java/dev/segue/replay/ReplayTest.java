package dev.segue.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.domain.session.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue replay} finds, from files to sessions and to the report. */
class ReplayTest {

    private static final String HISTORY =
            """
            [
            {"ts":"2023-12-31T23:10:00Z","username":"anna","platform":"ios","ms_played":600000,"conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent","master_metadata_track_name":"Blue","spotify_track_uri":"spotify:track:1","reason_end":"trackdone","shuffle":false,"skipped":null,"offline":false},
            {"ts":"2023-12-31T23:10:02Z","username":"anna","platform":"ios","ms_played":2000,"conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent","master_metadata_track_name":"Red","spotify_track_uri":"spotify:track:2","reason_end":"fwdbtn","shuffle":false,"skipped":true,"offline":false},
            {"ts":"2024-01-01T00:10:02Z","username":"anna","platform":"ios","ms_played":3600000,"conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent","episode_name":"On bees","spotify_episode_uri":"spotify:episode:1","reason_end":"endplay","shuffle":false,"skipped":false,"offline":false},
            {"ts":"2024-01-01T00:10:03Z","username":"anna","platform":"ios","ms_played":5,"conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent","reason_end":"endplay","shuffle":false,"skipped":false,"offline":false}
            ]
            """;

    private static final String HISTORY_AS_CSV =
            """
            ts,username,platform,ms_played,conn_country,ip_addr,master_metadata_track_name,spotify_track_uri,episode_name,spotify_episode_uri,reason_end,shuffle,skipped,offline
            2023-12-31T23:10:00Z,anna,ios,600000,DE,198.51.100.9,Blue,spotify:track:1,,,trackdone,False,,False
            2023-12-31T23:10:02Z,anna,ios,2000,DE,198.51.100.9,Red,spotify:track:2,,,fwdbtn,False,True,False
            2024-01-01T00:10:02Z,anna,ios,3600000,DE,198.51.100.9,,,On bees,spotify:episode:1,endplay,False,False,False
            """;

    private static final String SESSION_OF_THE_HISTORY =
            """
            {"session_id":"SESSION","user_id":"anna","started_at":"2023-12-31T23:00:00.000Z","ended_at":"2024-01-01T00:10:02.000Z","status":"FINAL","revision":1,"plays":2,"counted_plays":1,"skips":{"quick":1,"early":0,"late":0},"listened_ms":602000,"interruptions":0,"devices":1,"runs":[],"longest_run":0,"mood":"UNKNOWN"}
            """
                    .replace(
                            "SESSION",
                            dev.segue.domain.session.SessionId.of("anna", 1704063600000L)
                                    .value());

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void chooseOut() {
        out = folder.resolve("sessions.out");
    }

    @Test
    void a_known_log_gives_known_sessions_and_a_known_report() throws IOException {
        Path log = file("events.jsonl", KnownLog.EVENTS + "garbage\n");

        Replayed replayed = Replayed.with(log, "--out", out, "--time-zone", "Europe/Berlin");

        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(out).hasContent(KnownLog.SESSIONS);
        assertThat(replayed.out()).isEqualToNormalizingNewlines(KnownLog.REPORT.replace("LOG", log.toString()));
    }

    @Test
    void the_order_of_lines_their_repetition_and_their_spread_over_files_change_nothing() throws IOException {
        List<String> lines = new ArrayList<>(KnownLog.EVENTS.lines().toList());
        Collections.reverse(lines);
        Path reversed = file("reversed.jsonl", String.join("\n", lines));
        List<String> twice = new ArrayList<>(lines);
        twice.addAll(lines);
        Collections.shuffle(twice, new Random(7));
        Path one = file("one.jsonl", String.join("\n", twice.subList(0, 5)));
        Path other = file("other.jsonl", String.join("\n", twice.subList(5, twice.size())));

        Replayed.with(reversed, "--out", out);
        assertThat(out).hasContent(KnownLog.SESSIONS);

        Replayed replayed = Replayed.with(other, one, reversed, "--out", out);
        assertThat(out).hasContent(KnownLog.SESSIONS);
        assertThat(replayed.ledger())
                .isEqualTo("3 files, 18 rows read = 6 accepted + 12 duplicate + 0 late + 0 rejected");
    }

    @Test
    void a_history_in_json_and_in_csv_is_one_history_across_midnight_and_new_year() throws IOException {
        Replayed json = Replayed.with(file("endsong_0.json", HISTORY), "--out", out);
        assertThat(out).hasContent(SESSION_OF_THE_HISTORY);
        assertThat(json.ledger()).isEqualTo("1 file, 4 rows read = 3 accepted + 0 duplicate + 0 late + 1 rejected");

        Replayed both = Replayed.with(folder, "--out", out, file("history.txt", HISTORY_AS_CSV));
        assertThat(out).hasContent(SESSION_OF_THE_HISTORY);
        assertThat(both.ledger()).isEqualTo("3 files, 10 rows read = 3 accepted + 6 duplicate + 0 late + 1 rejected");
    }

    @Test
    void what_is_private_appears_nowhere() throws IOException {
        Path history = file("endsong_0.json", HISTORY + "{\"ip_addr\":\"203.0.113.77\"");

        Replayed replayed = Replayed.with(history, file("a.csv", HISTORY_AS_CSV), "--out", out);

        assertThat(replayed + Files.readString(out))
                .doesNotContain("203.0.113", "198.51.100", "secret-agent")
                .contains("rejected");
    }

    @Test
    void an_archive_is_read_where_it_lies_and_what_is_something_else_is_skipped() throws IOException {
        Path archive = folder.resolve("my_data.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            entry(zip, "MyData/", "");
            entry(zip, "MyData/Streaming_History_Audio_2023_0.json", HISTORY);
            entry(zip, "MyData/Streaming_History_Video_2023.json", HISTORY);
            entry(zip, "MyData/ReadMeFirst.pdf", "%PDF-1.4\n%\u00e2\u00e3");
            entry(zip, "MyData/deep/er/Playlist1.json", "{\"playlists\":[{\"name\":\"ts\"}]}");
            entry(zip, "MyData/deep/er/empty.json", "[]");
        }

        Replayed replayed = Replayed.with(archive, "--out", out);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(out).hasContent(SESSION_OF_THE_HISTORY);
        assertThat(replayed.out())
                .endsWith(String.join(
                                System.lineSeparator(),
                                "  Rejected: 1 NO_DETAIL",
                                "    ZIP!/MyData/Streaming_History_Audio_2023_0.json:5: NO_DETAIL: The row names no"
                                        + " track, episode or audiobook chapter.",
                                "",
                                "  Skipped: 4 files",
                                "    ZIP!/MyData/ReadMeFirst.pdf: not a listening history",
                                "    ZIP!/MyData/Streaming_History_Video_2023.json: video; to include it, unpack the"
                                        + " archive and name the file itself",
                                "    ZIP!/MyData/deep/er/Playlist1.json: not a listening history",
                                "    ZIP!/MyData/deep/er/empty.json: empty",
                                "")
                        .replace("ZIP", archive.toString()));
    }

    @Test
    void gzip_and_byte_order_marks_are_taken_off() throws IOException {
        Path gzip = folder.resolve("events.gz");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            zipped.write(("\uFEFF" + KnownLog.EVENTS).getBytes(UTF_8));
        }

        Replayed.with(gzip, "--out", out);

        assertThat(out).hasContent(KnownLog.SESSIONS);
    }

    @Test
    void a_file_that_breaks_off_in_the_middle_keeps_what_came_before() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(whole)) {
            zipped.write(KnownLog.EVENTS.getBytes(UTF_8));
        }
        byte[] bytes = whole.toByteArray();
        Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 4));

        Replayed replayed = Replayed.with(cut, "--out", out);

        assertThat(out).hasContent(KnownLog.SESSIONS);
        assertThat(replayed.ledger()).isEqualTo("1 file, 7 rows read = 6 accepted + 0 duplicate + 0 late + 1 rejected");
        assertThat(replayed.out()).contains("cut.gz:7: UNREADABLE: The file cannot be read any further: ");
    }

    @Test
    void the_session_gap_decides_what_belongs_together() throws IOException {
        Path log = file("events.jsonl", KnownLog.EVENTS);

        Replayed.with(log, "--out", out, "--session-gap", "900001ms");
        assertThat(Files.readAllLines(out)).hasSize(2);

        Replayed.with(log, "--out", out, "--session-gap", "899999 ms");
        assertThat(Files.readAllLines(out)).hasSize(4);
    }

    @Test
    void a_play_paused_over_night_is_no_session_in_the_middle_of_the_night() throws IOException {
        Path log = file(
                "night.jsonl",
                """
                {"user_id":"anna","device_id":"tv","occurred_at":"2024-05-02T08:03:00Z","type":"TRACK_ENDED","started_at":"2024-05-01T22:00:00Z","played_ms":180000}
                """);

        Replayed replayed = Replayed.with(log, "--out", out);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(out).hasContent(session("2024-05-02T08:00:00.000Z", "2024-05-02T08:03:00.000Z", 1, 180_000));
    }

    @Test
    void a_play_paused_over_night_is_one_session_in_the_evening_and_one_in_the_morning() throws IOException {
        Path log = file(
                "night.jsonl",
                """
                {"occurred_at":"2024-05-01T22:00:00Z","type":"TRACK_STARTED","user_id":"anna","device_id":"tv","play_id":"p1"}
                {"occurred_at":"2024-05-01T22:02:00Z","type":"PLAYBACK_PAUSED","user_id":"anna","device_id":"tv","play_id":"p1"}
                {"occurred_at":"2024-05-02T08:02:00Z","type":"PLAYBACK_RESUMED","user_id":"anna","device_id":"tv","play_id":"p1"}
                {"occurred_at":"2024-05-02T08:03:00Z","type":"TRACK_ENDED","started_at":"2024-05-01T22:00:00Z","played_ms":180000,"user_id":"anna","device_id":"tv","play_id":"p1"}
                """);

        Replayed replayed = Replayed.with(log, "--out", out);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(out)
                .hasContent(session("2024-05-01T22:00:00.000Z", "2024-05-01T22:02:00.000Z", 0, 0)
                        + session("2024-05-02T08:02:00.000Z", "2024-05-02T08:03:00.000Z", 1, 180_000));
    }

    @Test
    void listening_goes_by_the_clocks_of_the_time_zone_also_when_they_change() throws IOException {
        Path log = file(
                "dst.jsonl",
                """
                {"user_id":"anna","occurred_at":"2024-03-31T01:30:00Z","type":"TRACK_ENDED","played_ms":3600000}
                """);

        String berlin = Replayed.with(log, "--time-zone", "Europe/Berlin").out();
        String kolkata = Replayed.with(log, "--time-zone", "Asia/Kolkata").out();

        assertThat(berlin).contains("    01   ########################################  30 min 00 s");
        assertThat(berlin)
                .containsPattern("    02\\R    03   ########################################  30 min 00 s\\R");
        assertThat(kolkata).contains("    06   ########################################  1 h 00 min");
    }

    @Test
    void a_file_of_garbage_is_refused_and_the_others_are_read() throws IOException {
        Path garbage = file("garbage.bin", "\u0000\u0001 nothing that anyone understands");
        Path log = file("events.jsonl", KnownLog.EVENTS);

        Replayed alone = Replayed.with(garbage, "--out", out);
        assertThat(alone.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(alone.err().lines())
                .containsExactly(
                        "segue: There is nothing to replay.",
                        "  " + garbage + ": not in a supported format: expected a listening history exported"
                                + " from Spotify, ListenBrainz, Last.fm, YouTube Music, Apple Music, Deezer or Maloja,"
                                + " playback events as JSON Lines or JSON, or a zip or gzip of these");
        assertThat(out).doesNotExist();

        Replayed withOthers = Replayed.with(garbage, log, "--out", out);
        assertThat(withOthers.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(withOthers.err())
                .startsWith("segue: Not everything could be read:")
                .contains(garbage.toString());
        assertThat(out).hasContent(KnownLog.SESSIONS);
    }

    /** One of Anna's sessions, on one device, without skips, runs or known music; with what was played. */
    private static String session(String from, String to, int plays, long listenedMs) {
        long startedAt = Instant.parse(from).toEpochMilli();
        return ("{'session_id':'" + SessionId.of("anna", startedAt).value() + "','user_id':'anna','started_at':'" + from
                        + "','ended_at':'" + to + "','status':'FINAL','revision':1,'plays':" + plays
                        + ",'counted_plays':" + plays + ",'skips':{'quick':0,'early':0,'late':0},'listened_ms':"
                        + listenedMs + ",'interruptions':" + (plays == 0 ? 1 : 0)
                        + ",'devices':1,'runs':[],'longest_run':0,'mood':'UNKNOWN'}\n")
                .replace('\'', '"');
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
