package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.merge.Song;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the histories of services other than Spotify, one form after the other. */
class ServiceHistoriesTest {

    /** 2024-05-01T10:00:00Z. */
    private static final long TEN = 1_714_557_600_000L;

    private static final String APPLE_COLUMNS =
            "\"Album Name\",\"Client Platform\",\"Container Artist Name\",\"Device Identifier\",\"End Reason Type\","
                    + "\"Event End Timestamp\",\"Event Start Timestamp\",\"Event Type\",\"Media Duration In Milliseconds\","
                    + "\"Media Type\",\"Play Duration Milliseconds\",\"Song Name\",\"UTC Offset In Seconds\"\n";

    private static final String DEEZER_COLUMNS =
            "Song Title,Artist,ISRC,Album Title,IP Address,Listening Time,Platform Name,Platform Model,Date\n";

    @Test
    void a_listen_of_listenbrainz_proves_presence_when_it_began() {
        String listens =
                """
                {"listened_at":1714557600,"inserted_at":1714557999.5,"track_metadata":{"artist_name":"Them","track_name":"Blue","release_name":"Colours","additional_info":{"duration_ms":200000,"music_service":"example.org","media_player":"Player","submission_client":"Client","artist_mbids":["m"]}}}
                """;

        assertThat(formatOf(listens)).isSameAs(Formats.LISTENBRAINZ);
        assertIsInstant(Read.event(Formats.LISTENBRAINZ, listens), TEN);
        assertThat(song(Formats.LISTENBRAINZ, listens)).isEqualTo(Song.of("Them", "Blue"));
    }

    @Test
    void listenbrainz_wrote_arrays_before_and_pages_of_its_api_hold_them_too() {
        String listen =
                "{\"track_metadata\":{\"artist_name\":\"Them\",\"track_name\":\"Blue\"},\"listened_at\":1714557600}";
        for (String text : List.of(
                "[" + listen + "]", "{\"payload\":{\"count\":1,\"user_id\":\"anna\",\"listens\":[" + listen + "]}}")) {
            assertThat(formatOf(text)).isSameAs(Formats.LISTENBRAINZ);
            assertThat(Read.inShort(Formats.LISTENBRAINZ, text)).containsExactly("1: " + TEN);
        }
    }

    @Test
    void a_broken_listen_affects_no_other() {
        assertThat(
                        Read.inShort(
                                Formats.LISTENBRAINZ,
                                """
                        {"listened_at":"yesterday","track_metadata":{"track_name":"Blue"}}
                        {"listened_at":1714557600000,"track_metadata":{"track_name":"Blue"}}
                        {"listened_at":1,"track_metadata":{"track_name":"Blue"}}
                        {"track_metadata":{"track_name":"Blue"}}
                        {"listened_at":1714557600,"track_metadata":{"artist_name":"Them"}}
                        {"listened_at":1714557600,"track_metadata":{"track_name":{"a":1}}}
                        {"listened_at":1714557600,"track_metadata":{"track_na
                        {"listened_at":1714557600,"track_metadata":{"track_name":"Blue"}}
                        """))
                .containsExactly(
                        "1: NO_TIME: The field listened_at is not a number of seconds since the epoch such as 1714557780.",
                        "2: NO_TIME: The field listened_at is not a number of seconds since the epoch such as 1714557780.",
                        "3: NO_TIME: The field listened_at is before 2000, too early for streaming.",
                        "4: NO_TIME: The field listened_at is missing.",
                        "5: NO_DETAIL: The row names no song.",
                        "6: UNREADABLE: The field track_metadata.track_name is not a plain value.",
                        "7: UNREADABLE: Row 7 is not a whole JSON object.",
                        "8: " + TEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "LAST_FM_CSV | uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid/'1714557600','01 May 2024, 10:00','Them','','Colours','','Blue',''",
                "LAST_FM_STATS | Artist;Album;AlbumId;Track;Date#anna/'Them';'Colours';'';'Blue';'1714557600000'",
                "LAST_FM_STATS | {'username':'anna','scrobbles':[{'track':'Blue','artist':'Them','album':'Colours','albumId':'','date':1714557600000}]}",
                "LAST_FM_MINUTES | Them,Colours,Blue,01 May 2024 10:00",
                "LAST_FM_MINUTES | 'Them','Colours','Blue','01 May 2024, 10:00'",
                "LAST_FM_API | {'recenttracks':{'@attr':{'user':'anna'},'track':[{'artist':{'mbid':'','#text':'Them'},'name':'Blue','date':{'uts':'1714557600','#text':'01 May 2024, 10:00'}}]}}",
                "LAST_FM_API | [{'artist':{'name':'Them'},'name':'Blue','date':{'uts':'1714557600'}}]"
            })
    void one_scrobble_of_last_fm_is_the_same_event_in_every_form(String format, String text) {
        String written = text.replace('/', '\n').replace('\'', '"') + "\n";

        assertThat(formatOf(written)).isSameAs(Formats.named(format));
        PlaybackEvent scrobble = Read.event(Formats.named(format), written);
        assertIsInstant(scrobble, TEN);
        assertThat(scrobble.eventId())
                .isEqualTo(Read.event(Formats.LAST_FM_MINUTES, "Them,Any,Blue,1 May 2024 10:00\n")
                        .eventId());
        assertThat(song(Formats.named(format), written)).isEqualTo(Song.of("Them", "Blue"));
    }

    @Test
    void the_song_that_is_playing_now_is_no_scrobble_yet() {
        assertThat(Read.inShort(
                        Formats.LAST_FM_API,
                        "{\"recenttracks\":{\"track\":[{\"artist\":{\"#text\":\"Them\"},\"name\":\"Blue\","
                                + "\"@attr\":{\"nowplaying\":\"true\"}}]}}"))
                .containsExactly("1: no listening");
    }

    @Test
    void broken_scrobbles_say_what_is_wrong() {
        assertThat(
                        Read.inShort(
                                Formats.LAST_FM_MINUTES,
                                """
                        Them,Colours,Blue,01 May 2024 10:00
                        Them,Colours,Blue,01 Jan 1970 00:00
                        Them,Colours,Blue,01 Mai 2024 10:00
                        Them,Colours,Blue,31 Feb 2024 10:00
                        Them,Colours,Blue,
                        Them,Colours,,01 May 2024 10:00
                        Them,Blue,01 May 2024 10:00
                        Them,"Colours,Blue,01 May 2024 10:00
                        ,"Col;ours","Bl|ue, or not",01 May 2024 10:04
                        """))
                .containsExactly(
                        "1: " + TEN,
                        "2: NO_TIME: The field date is before 2000, too early for streaming.",
                        "3: NO_TIME: The last column is not a time; write 31 Dec 2023 22:10, in English and UTC.",
                        "4: NO_TIME: The last column is not a time; write 31 Dec 2023 22:10, in English and UTC.",
                        "5: NO_TIME: The last column is not a time; write 31 Dec 2023 22:10, in English and UTC.",
                        "6: NO_DETAIL: The row names no song.",
                        "7: UNREADABLE: The number of columns is 3, but must be 4.",
                        "8: UNREADABLE: A quotation mark is missing or in the wrong place.",
                        "9: " + (TEN + 240_000));
    }

    @Test
    void a_huge_cell_and_another_encoding_cost_their_own_rows() {
        byte[] text = ("uts,artist,track\n1714557600,Them," + "x".repeat(2_000_000) + "\n1714557600,Th\u00e9m,Blue\n"
                        + "1714557600,Them,Blue\n")
                .getBytes(ISO_8859_1);

        assertThat(Read.inShort(Formats.LAST_FM_CSV, text))
                .containsExactly(
                        "2: UNREADABLE: The line is longer than 1048576 bytes.",
                        "3: UNREADABLE: It is not UTF-8; convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8.",
                        "4: " + TEN);
    }

    @Test
    void only_entries_of_youtube_music_are_plays() {
        String history =
                """
                [{"header":"YouTube Music","title":"Watched Blue","titleUrl":"https://music.youtube.com/watch?v\\u003dx","subtitles":[{"name":"Them - Topic","url":"https://www.youtube.com/channel/y"}],"time":"2024-05-01T10:00:00.000Z","products":["YouTube"],"activityControls":["YouTube watch history"]},
                {"header":"YouTube","title":"Watched a video","titleUrl":"https://www.youtube.com/watch?v\\u003dz","time":"2024-05-01T10:05:00.000Z","products":["YouTube"]},
                {"header":"YouTube Music","title":"Watched Red","time":"long ago","products":["YouTube"]},
                {"header":"YouTube Music","title":"Rot angesehen","time":"2024-05-01T10:10:00Z","products":["YouTube"]}]
                """;

        assertThat(formatOf(history)).isSameAs(Formats.YOUTUBE_MUSIC);
        List<Row> rows = Read.all(Formats.YOUTUBE_MUSIC, history);
        assertThat(Read.inShort(Formats.YOUTUBE_MUSIC, history))
                .containsExactly(
                        "1: " + TEN,
                        "2: no listening",
                        "3: NO_TIME: The field time is not a time that Segue reads; write 2024-05-01T10:03:00Z, or"
                                + " milliseconds since the epoch such as 1714557780000.",
                        "4: " + (TEN + 600_000));
        assertIsInstant(((Row.Read) rows.get(0)).event(), TEN);
        assertThat(song(rows.get(0))).isEqualTo(Song.of("Them", "Blue"));
    }

    @Test
    void a_play_of_apple_music_has_its_interval_its_played_time_its_end_reason_and_its_device() {
        String csv = APPLE_COLUMNS + applePlay("\"Blue, or; not\"", "PLAY_END", "TRACK_SKIPPED_FORWARDS", "20000");

        assertThat(formatOf(csv)).isSameAs(Formats.APPLE_MUSIC);
        PlaybackEvent event = Read.event(Formats.APPLE_MUSIC, csv);
        assertThat(event.occurredAt()).isEqualTo(TEN + 60_000);
        assertThat(event.device()).isEqualTo(new Device("phone-1", Device.Type.UNKNOWN));
        assertThat(event.detail())
                .isEqualTo(new TrackEnded(
                        null,
                        ContentId.ofTrack("Them", "Blue, or; not"),
                        Content.TRACK,
                        TEN,
                        20_000,
                        EndReason.FORWARD,
                        null,
                        null,
                        null));
        assertThat(song(Formats.APPLE_MUSIC, csv)).isEqualTo(Song.of("Them", "Blue, or; not"));
    }

    @ParameterizedTest
    @CsvSource({
        "NATURAL_END_OF_TRACK, COMPLETED",
        "TRACK_SKIPPED_BACKWARDS, BACK",
        "MANUALLY_SELECTED_PLAYBACK_OF_A_DIFF_ITEM, PICKED_OTHER",
        "FAILED_TO_LOAD, ERROR",
        "EXITED_APPLICATION, APP_CLOSED",
        "PLAYBACK_MANUALLY_PAUSED, UNKNOWN",
        "SCRUB_BEGIN, UNKNOWN",
        "'', UNKNOWN"
    })
    void apple_music_says_why_a_play_ended(String written, EndReason reason) {
        assertThat(Read.play(Formats.APPLE_MUSIC, APPLE_COLUMNS + applePlay("Blue", "PLAY_END", written, "20000"))
                        .endReason())
                .isEqualTo(reason);
    }

    @Test
    void rows_of_apple_music_about_something_else_are_no_plays() {
        assertThat(Read.inShort(
                        Formats.APPLE_MUSIC,
                        APPLE_COLUMNS
                                + applePlay("Blue", "LYRIC_DISPLAY", "", "")
                                + applePlay("Blue", "PLAY_START", "", "")
                                + applePlay("Blue", "PLAY_END", "", "180000").replace("AUDIO", "VIDEO")
                                + applePlay("Blue", "", "", "60000")))
                .containsExactly("2: no listening", "3: no listening", "4: no listening", "5: " + (TEN + 60_000));
    }

    @Test
    void a_play_of_apple_music_without_a_played_time_is_an_instant_and_never_a_skip() {
        assertIsInstant(
                Read.event(
                        Formats.APPLE_MUSIC,
                        APPLE_COLUMNS
                                + applePlay("Blue", "PLAY_END", "TRACK_SKIPPED_FORWARDS", "")
                                        .replace("phone-1", "")
                                        .replace("iOS", "")),
                TEN);
    }

    @Test
    void broken_plays_of_apple_music_say_what_is_wrong() {
        String play = applePlay("Blue", "PLAY_END", "", "180000");
        assertThat(Read.inShort(
                        Formats.APPLE_MUSIC,
                        APPLE_COLUMNS
                                + play.replace("180000", "-5")
                                + play.replace("2024-05-01T10:00:00Z", "").replace("2024-05-01T10:01:00Z", "")
                                + play.replace("Blue", "")
                                + play.replace("2024-05-01T10:00:00Z", "1970-01-01T00:00:00Z")))
                .containsExactly(
                        "2: UNREADABLE: The field Play Duration Milliseconds is not a whole number of milliseconds such as"
                                + " 180000.",
                        "3: NO_TIME: The row has no time.",
                        "4: NO_DETAIL: The row names no song.",
                        "5: NO_TIME: The field Event Start Timestamp is before 2000, too early for streaming.");
    }

    @Test
    void a_play_of_deezer_began_at_its_date_and_sounded_for_its_listening_time() {
        String csv =
                DEEZER_COLUMNS + "Blue,Them,XX0000000001,Colours,203.0.113.77,181,android,Pixel,2024-05-01 10:00:00\n";

        assertThat(formatOf(csv)).isSameAs(Formats.DEEZER);
        PlaybackEvent event = Read.event(Formats.DEEZER, csv);
        assertThat(event.occurredAt()).isEqualTo(TEN + 181_000);
        assertThat(event.device().id()).isEqualTo("Pixel");
        assertThat(event.detail())
                .isEqualTo(new TrackEnded(
                        null,
                        ContentId.ofTrack("Them", "Blue"),
                        Content.TRACK,
                        TEN,
                        181_000,
                        EndReason.UNKNOWN,
                        null,
                        null,
                        null));
        assertThat(event.toString()).doesNotContain("203.0.113.77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-01 10:00:00", "2024-05-01T10:00:00Z", "45413.416666666664"})
    void deezer_dates_may_be_text_or_what_excel_makes_of_them(String date) {
        assertThat(Read.play(Formats.DEEZER, DEEZER_COLUMNS + "Blue,Them,X,C,ip,181,android,," + date + "\n")
                        .startedAt())
                .isEqualTo(TEN);
    }

    @Test
    void a_listening_time_of_minus_one_is_unknown() {
        assertIsInstant(
                Read.event(Formats.DEEZER, DEEZER_COLUMNS + "Blue,Them,X,C,ip,-1,,,2024-05-01 10:00:00\n"), TEN);
    }

    @Test
    void broken_plays_of_deezer_say_what_is_wrong() {
        assertThat(Read.inShort(
                        Formats.DEEZER,
                        DEEZER_COLUMNS
                                + "Blue,Them,X,C,ip,long,,,2024-05-01 10:00:00\n"
                                + "Blue,Them,X,C,ip,1e999999999,,,2024-05-01 10:00:00\n"
                                + "Blue,Them,X,C,ip,180,,,\n"
                                + ",Them,X,C,ip,180,,,2024-05-01 10:00:00\n"))
                .containsExactly(
                        "2: UNREADABLE: The field Listening Time is not a number of seconds such as 180.",
                        "3: UNREADABLE: The field Listening Time is not a number of seconds such as 180.",
                        "4: NO_TIME: The field Date is missing.",
                        "5: NO_DETAIL: The row names no song.");
    }

    @Test
    void a_scrobble_of_maloja_has_a_played_time_where_its_client_sent_one() {
        String export =
                """
                {"maloja":{"export_time":1714600000},
                 "scrobbles":[
                  {"time":1714557600,"track":{"artists":["Them","Her"],"title":"Blue","album":{"albumtitle":"Colours","artists":["Them"]},"length":200},"duration":180,"origin":"client:x"},
                  {"time":1714557900,"track":{"artists":["Them"],"title":"Red","album":null,"length":200},"duration":null,"origin":"import:x"},
                  {"time":1714557900,"track":{"artists":[],"title":"Red","length":null},"duration":"long"}]}
                """;

        assertThat(formatOf(export)).isSameAs(Formats.MALOJA);
        List<Row> rows = Read.all(Formats.MALOJA, export);
        PlaybackEvent blue = ((Row.Read) rows.get(0)).event();
        assertThat(blue.occurredAt()).isEqualTo(TEN + 180_000);
        assertThat(((TrackEnded) blue.detail()).playedMs()).isEqualTo(180_000);
        assertThat(song(rows.get(0))).isEqualTo(Song.of("Them", "Blue"));
        assertIsInstant(((Row.Read) rows.get(1)).event(), TEN + 300_000);
        assertThat(Read.inShort(Formats.MALOJA, export))
                .last()
                .isEqualTo("5: UNREADABLE: The field duration is not a number of seconds such as 180.");
    }

    @Test
    void every_format_has_a_name_of_its_own() {
        assertThat(Formats.ALL).extracting(Format::name).doesNotHaveDuplicates();
        Formats.ALL.forEach(format -> assertThat(Formats.named(format.name())).isSameAs(format));
    }

    /** A play without length: it proves presence at that moment, on no known device, and is no skip. */
    private static void assertIsInstant(PlaybackEvent event, long at) {
        assertThat(event.listener()).isEmpty();
        assertThat(event.occurredAt()).as(Instant.ofEpochMilli(at).toString()).isEqualTo(at);
        assertThat(event.device()).isEqualTo(Device.UNKNOWN);
        assertThat(event.detail())
                .isEqualTo(new TrackEnded(
                        null, event.detail().trackId(), Content.TRACK, at, 0, EndReason.UNKNOWN, null, null, null));
    }

    private static String applePlay(String song, String type, String endReason, String played) {
        return "Colours,iOS,Them,phone-1," + endReason + ",2024-05-01T10:01:00Z,2024-05-01T10:00:00Z," + type
                + ",200000,AUDIO," + played + "," + song + ",7200\n";
    }

    private static Format formatOf(String text) {
        return Formats.of(text.getBytes(UTF_8));
    }

    private static Song song(Format format, String text) {
        return song(Read.all(format, text).get(0));
    }

    private static Song song(Row row) {
        return Song.of(((Row.Read) row).name().artist(), ((Row.Read) row).name().title());
    }
}
