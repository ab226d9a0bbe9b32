package dev.segue.adapters.files.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.format.Row;
import dev.segue.adapters.files.format.Rows;
import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.history.Survey;
import dev.segue.adapters.files.history.TrackNames;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Search;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.fixture.Fuzz;
import dev.segue.domain.fixture.Mutator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, each row is an event or rejected, and a file that cannot be read says why. */
class HostileFilesTest {

    private static final long NOW = 1_714_557_780_000L;

    private static final String PLAY =
            """
            {"ts":"2021-03-04T20:15:30Z","username":"anna","platform":"iOS 14.4 (iPhone10,4)","ms_played":183000,
             "conn_country":"DE","master_metadata_track_name":"Blue, \\"or\\" not","master_metadata_album_artist_name":null,
             "spotify_track_uri":"spotify:track:1","reason_start":"clickrow","reason_end":"fwdbtn","shuffle":true,
             "skipped":null,"offline":false,"offline_timestamp":1614888947,"incognito_mode":false}""";

    private static final String EVENT =
            """
            {"event_id":"e1","user_id":"anna","device_id":"d1","device_type":"PHONE",\
            "occurred_at":"2024-05-01T12:03:00.250+02:00","sent_at":1714557781000,"country":"DE",\
            "time_zone":"Europe/Berlin","offline":true,"type":"TRACK_ENDED","play_id":"p1","track_id":"t1",\
            "started_at":"1714557600000","played_ms":170000,"end_reason":"FORWARD","shuffle":false,\
            "context_type":"PLAYLIST","context_id":"c1","context_edition":"2024-18","nested":{"user_id":["x"]}}""";

    private static final String ACCOUNT_PLAY =
            "{\"endTime\":\"2021-03-04 20:15\",\"artistName\":\"Them\",\"trackName\":\"Blue\",\"msPlayed\":183000}";

    private static final Map<Format, List<byte[]>> SAMPLES = Map.ofEntries(
            Map.entry(
                    Formats.HISTORY_JSON,
                    texts("[" + PLAY + "," + PLAY.replace("anna", "bo") + "]", "{\"data\":[" + PLAY + "]}")),
            Map.entry(
                    Formats.HISTORY_CSV,
                    texts(
                            """
                            ts,username,platform,ms_played,conn_country,spotify_track_uri,shuffle,offline
                            2021-03-04T20:15:30Z,anna,ios,183000,DE,spotify:track:1,true,false
                            2021-03-04 20:15:30 UTC,bo,"a ""b"", c",1.83E5,DE,,1,0
                            """,
                            "sep=;\r\nts;ms_played;spotify_track_uri\r\n\"2021-03-04T20:00:01Z\";5;a\r\n")),
            Map.entry(Formats.ACCOUNT_JSON, texts("[" + ACCOUNT_PLAY + ",\n" + ACCOUNT_PLAY + "]")),
            Map.entry(
                    Formats.ACCOUNT_CSV,
                    texts("endTime,artistName,trackName,msPlayed\n2021-03-04 20:15,Them,Blue,183000\n")),
            Map.entry(
                    Formats.EVENT_LINES,
                    texts((EVENT + "\n").repeat(2), EVENT.replace("TRACK_ENDED", "SEARCH_PERFORMED") + "\r\n")),
            Map.entry(Formats.EVENTS_JSON, texts("[" + EVENT + "," + EVENT + "]")),
            Map.entry(Formats.EMPTY, texts(" ")),
            Map.entry(
                    Formats.LISTENBRAINZ,
                    texts(
                            """
                            {"listened_at":1714557600,"track_metadata":{"artist_name":"Them","track_name":"Blue","additional_info":{"duration_ms":1}}}
                            {"listened_at":1714557900,"track_metadata":{"artist_name":"Them","track_name":"Red"}}
                            """)),
            Map.entry(
                    Formats.MALOJA,
                    texts(
                            "{\"maloja\":{\"export_time\":1},\"scrobbles\":[{\"time\":1714557600,\"track\":{\"artists\":[\"Them\"],"
                                    + "\"title\":\"Blue\",\"length\":200},\"duration\":180}]}")),
            Map.entry(
                    Formats.LAST_FM_CSV,
                    texts(
                            """
                            uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid
                            "1714557600","01 May 2024, 10:00","Them","","Colours","","Blue",""
                            """)),
            Map.entry(
                    Formats.LAST_FM_MINUTES,
                    texts("Them,Colours,Blue,01 May 2024 10:00\nThem,,\"Red\",01 May 2024 10:04\n")),
            Map.entry(
                    Formats.LAST_FM_STATS,
                    texts(
                            "Artist;Album;AlbumId;Track;Date#anna\n\"Them\";\"Colours\";\"\";\"Blue\";\"1714557600000\"\n",
                            "{\"username\":\"anna\",\"scrobbles\":[{\"track\":\"Blue\",\"artist\":\"Them\",\"date\":1714557600000}]}")),
            Map.entry(
                    Formats.LAST_FM_API,
                    texts("{\"recenttracks\":{\"track\":[{\"artist\":{\"#text\":\"Them\"},\"name\":\"Blue\","
                            + "\"date\":{\"uts\":\"1714557600\"}}]}}")),
            Map.entry(
                    Formats.YOUTUBE_MUSIC,
                    texts(
                            "[{\"header\":\"YouTube Music\",\"title\":\"Watched Blue\",\"titleUrl\":\"https://music.youtube.com/watch?v=x\","
                                    + "\"subtitles\":[{\"name\":\"Them - Topic\"}],\"time\":\"2024-05-01T10:00:00.123Z\"}]")),
            Map.entry(
                    Formats.APPLE_MUSIC,
                    texts(
                            """
                            Song Name,Event Start Timestamp,Event End Timestamp,Play Duration Milliseconds,End Reason Type
                            "Blue",2024-05-01T10:00:00Z,2024-05-01T10:03:00.5Z,180000,TRACK_SKIPPED_FORWARDS
                            """)),
            Map.entry(
                    Formats.DEEZER,
                    texts(
                            "Song Title,Artist,ISRC,Listening Time,Platform Model,Date\nBlue,Them,X,180,phone,2024-05-01 10:00:00\n")));

    @TempDir
    private Path folder;

    static Stream<Format> formatsWithRows() {
        return Formats.ALL.stream().filter(format -> format != Formats.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("formatsWithRows")
    void rows(Format format) {
        Fuzz.of(format.name(), 2_000, input -> {
            byte[] text = input.bytesLike(SAMPLES.get(format));
            Format recognised = Formats.of(text);
            boolean anyRead = false;
            try (Rows rows = (recognised == null ? format : recognised).rowsOf(new ByteArrayInputStream(text))) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    anyRead |= row instanceof Row.Read;
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            return anyRead;
        });
    }

    @Test
    void plain_files() {
        files("a.json", SAMPLES.values().stream().flatMap(List::stream).toList());
    }

    @Test
    void files_in_utf_16() {
        files(
                "a.csv",
                SAMPLES.values().stream()
                        .flatMap(List::stream)
                        .map(text -> ("\uFEFF" + new String(text, UTF_8)).getBytes(UTF_16LE))
                        .toList());
    }

    @Test
    void files_in_gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(SAMPLES.get(Formats.EVENT_LINES).get(0));
        }

        files("a.gz", List.of(bytes.toByteArray()));
    }

    @Test
    void archives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Format format : Formats.ALL) {
                zip.putNextEntry(new ZipEntry("my_data/" + format.name() + ".json"));
                zip.write(SAMPLES.get(format).get(0));
            }
        }

        files("a.zip", List.of(bytes.toByteArray()));
    }

    private void files(String name, List<byte[]> samples) {
        Path path = folder.resolve(name);
        Fuzz.of(name, 1_000, input -> anyMessage(path, input, samples));
    }

    /** As {@code segue replay} reads a file: found, surveyed, and read to its end. */
    private static boolean anyMessage(Path path, Mutator input, List<byte[]> samples) throws IOException {
        Files.write(path, input.bytesLike(samples));
        Found found = Search.in(List.of(path));
        Plays plays = Survey.of(found.files(), TrackNames.atMost(100), true, NOW, bytes -> {})
                .plays(Plays.THE_ONE_WHO_ASKED);
        boolean any = false;
        for (InputFile file : found.files()) {
            try (ReceivedEvents events = new ReceivedEvents(file, plays, NOW)) {
                while (events.hasNext()) {
                    any |= events.next() instanceof Received.Message<?>;
                }
            }
        }
        assertThat(found.files().size()
                        + found.refused().size()
                        + found.skipped().size())
                .isPositive();
        return any;
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }
}
