package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Format.HISTORY_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.text.JsonObjects;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading an extended streaming history from JSON. */
class HistoryJsonTest {

    /** As in the exports of 2020 to 2022. */
    private static final String A_ROW =
            """
            {"ts":"2021-03-04T20:15:30Z","username":"anna","platform":"iOS 14.4 (iPhone10,4)","ms_played":183000,
             "conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent/1.0",
             "master_metadata_track_name":"Blue","master_metadata_album_artist_name":"Them",
             "master_metadata_album_album_name":"Colours","spotify_track_uri":"spotify:track:1",
             "episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,
             "reason_start":"clickrow","reason_end":"fwdbtn","shuffle":true,"skipped":null,"offline":false,
             "offline_timestamp":1614888947000,"incognito_mode":false}""";

    private static final String NOT_READABLE = "is not a time that Segue reads; write 2024-05-01T10:03:00Z, or"
            + " milliseconds since the epoch such as 1714557780000.";

    private static final long ENDED_AT = Instant.parse("2021-03-04T20:15:30Z").toEpochMilli();

    @Test
    void a_row_is_a_play_that_ended_at_ts() {
        PlaybackEvent event = Read.event(HISTORY_JSON, "[" + A_ROW + "]");

        assertThat(event)
                .isEqualTo(new PlaybackEvent(
                        "anna",
                        event.eventId(),
                        new Device("iOS 14.4 (iPhone10,4)", Device.Type.UNKNOWN),
                        ENDED_AT,
                        null,
                        null,
                        0,
                        "DE",
                        null,
                        false,
                        new TrackEnded(
                                null,
                                "spotify:track:1",
                                Content.TRACK,
                                ENDED_AT - 183_000,
                                183_000,
                                EndReason.FORWARD,
                                "clickrow",
                                null,
                                true),
                        TrackFacts.UNKNOWN));
    }

    @Test
    void address_and_user_agent_are_read_into_nothing() {
        String changed = A_ROW.replace("203.0.113.77", "198.51.100.1").replace("secret-agent", "other");

        assertThat(Read.all(HISTORY_JSON, A_ROW)).isEqualTo(Read.all(HISTORY_JSON, changed));
        assertThat(Read.all(HISTORY_JSON, A_ROW).toString()).doesNotContain("203.0.113.77", "secret-agent");
    }

    @ParameterizedTest
    @CsvSource({
        "trackdone, COMPLETED",
        "fwdbtn, FORWARD",
        "backbtn, BACK",
        "endplay, PICKED_OTHER",
        "logout, LOGOUT",
        "trackerror, ERROR",
        "unexpected-exit, APP_CLOSED",
        "unexpected-exit-while-paused, APP_CLOSED",
        "remote, UNKNOWN",
        "clickrow, UNKNOWN",
        "skip, UNKNOWN",
        "'', UNKNOWN"
    })
    void the_end_reason_is_what_the_service_means_by_its_word(String word, EndReason expected) {
        assertThat(Read.play(HISTORY_JSON, A_ROW.replace("\"fwdbtn\"", '"' + word + '"'))
                        .endReason())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "1614888947", "1614888947000", "-5", "\"garbage\"", "\"\"", "1e400"})
    void the_offline_timestamp_moves_nothing(String value) {
        PlaybackEvent event = Read.event(HISTORY_JSON, A_ROW.replace("1614888947000", value));

        assertThat(event.occurredAt()).isEqualTo(ENDED_AT);
    }

    @Test
    void what_old_exports_leave_out_is_unknown() {
        PlaybackEvent event = Read.event(
                HISTORY_JSON,
                """
                [{"ts": "2012-01-01 00:00:00 UTC", "ms_played": 0, "master_metadata_track_name": "Blue",
                  "conn_country": "ZZ", "reason_end": null, "platform": "", "username": ""}]""");

        assertThat(event.listener()).isEmpty();
        assertThat(event.device()).isEqualTo(Device.UNKNOWN);
        assertThat(event.country()).isNull();
        assertThat(event.occurredAt())
                .isEqualTo(Instant.parse("2012-01-01T00:00:00Z").toEpochMilli());
        assertThat(event.detail())
                .isEqualTo(new TrackEnded(
                        null, null, Content.TRACK, event.occurredAt(), 0, EndReason.UNKNOWN, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"episode_name\":\"One\"",
                "\"spotify_episode_uri\":\"spotify:episode:1\"",
                "\"audiobook_title\":\"One\"",
                "\"audiobook_uri\":\"spotify:show:1\"",
                "\"audiobook_chapter_title\":\"One\"",
                "\"audiobook_chapter_uri\":\"spotify:episode:2\""
            })
    void podcasts_and_audiobooks_are_played_without_a_track(String field) {
        TrackEnded recognised = Read.play(
                HISTORY_JSON,
                "{\"ts\":\"2021-03-04T20:15:30Z\",\"ms_played\":1000,\"spotify_track_uri\":null," + field + "}");

        assertThat(recognised.content()).isEqualTo(Content.SPOKEN);
        assertThat(recognised.trackId()).isNull();
        assertThat(recognised.startedAt()).isEqualTo(ENDED_AT - 1000);
    }

    @Test
    void the_id_of_a_play_is_made_of_its_end_its_length_and_what_was_played() {
        String id = idOf(A_ROW);

        assertThat(idOf(A_ROW.replaceAll("\\s+", " "))).isEqualTo(id);
        assertThat(idOf(A_ROW.replace("Blue", "Red")
                        .replace("anna", "bob")
                        .replace("iOS 14.4 (iPhone10,4)", "ios")
                        .replace("\"skipped\":null", "\"skipped\":false")
                        .replace("1614888947000", "1614888947")
                        .replace("\"shuffle\":true", "\"shuffle\":null")
                        .replace("fwdbtn", "unknown")
                        .replace("clickrow", "unknown")
                        .replace("\"DE\"", "null")))
                .isEqualTo(id);
        assertThat(idOf(A_ROW.replace("183000", "183001"))).isNotEqualTo(id);
        assertThat(idOf(A_ROW.replace("20:15:30", "20:15:31"))).isNotEqualTo(id);
        assertThat(idOf(A_ROW.replace("spotify:track:1", "spotify:track:2"))).isNotEqualTo(id);
    }

    @Test
    void without_a_uri_the_titles_say_what_was_played() {
        String row = A_ROW.replace("\"spotify:track:1\"", "null");

        assertThat(idOf(row.replace("Colours", "Others"))).isEqualTo(idOf(row));
        assertThat(idOf(row.replace("Blue", "Red"))).isNotEqualTo(idOf(row));
        assertThat(idOf(row.replace("Them", "Others"))).isNotEqualTo(idOf(row));
        assertThat(idOf(row.replace("master_metadata_track_name", "episode_name")))
                .isNotEqualTo(idOf(row));
    }

    /** Before the export had audiobooks, their chapters were episodes. */
    @Test
    void a_chapter_of_an_audiobook_is_the_episode_that_it_was_before() {
        String before = A_ROW.replace("spotify_track_uri", "spotify_episode_uri")
                .replace("spotify_episode_uri\":null", "x\":0");
        String since = A_ROW.replace("spotify_track_uri", "audiobook_chapter_uri");

        assertThat(idOf(since)).isEqualTo(idOf(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1614888930000",
                "1614888930000.0",
                "\"1614888930000\"",
                "1.61488893e12",
                "\"2021-03-04 20:15:30+00:00\"",
                "\"2021-03-04 20:15:30\"",
                "\"2021-03-04T20:15:30.000Z\"",
                "\"2021-03-04T21:15:30+01:00\""
            })
    void the_time_is_read_in_all_the_forms_that_programs_make_of_it(String ts) {
        PlaybackEvent event = Read.event(HISTORY_JSON, A_ROW.replace("\"2021-03-04T20:15:30Z\"", ts));

        assertThat(event).isEqualTo(Read.event(HISTORY_JSON, A_ROW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "44259.84",
                "-1614888930",
                "161488893000",
                "1614888930",
                "1614888930000000",
                "1614888930000000000",
                "\"04/03/2021 20:15\"",
                "true",
                "1e99999"
            })
    void a_time_that_could_be_anything_is_refused(String ts) {
        assertThat(Read.inShort(HISTORY_JSON, A_ROW.replace("\"2021-03-04T20:15:30Z\"", ts)))
                .singleElement()
                .asString()
                .startsWith("1: NO_TIME: The field ts ");
    }

    @Test
    void a_play_of_before_anybody_streamed_is_refused() {
        assertThat(Read.inShort(HISTORY_JSON, A_ROW.replace("2021-03-04", "1999-12-31")))
                .containsExactly("1: NO_TIME: The field ts is before 2000, too early for streaming;"
                        + " write 2024-05-01T10:03:00Z.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"183000", "183000.0", "\"183000\"", "\"183000.0\"", "1.83e5", "\" 183000 \""})
    void the_length_is_read_in_all_the_forms_that_programs_make_of_it(String length) {
        assertThat(Read.play(HISTORY_JSON, A_ROW.replace("183000", length)).playedMs())
                .isEqualTo(183_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"183000.5", "\"183,000\"", "\"3:03\"", "\"183000 ms\"", "true"})
    void a_length_that_is_no_number_of_milliseconds_is_refused(String length) {
        assertThat(Read.inShort(HISTORY_JSON, A_ROW.replace("183000", length)))
                .containsExactly(
                        "1: UNREADABLE: The field ms_played is not a whole number of milliseconds such as 180000.");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "1, true",
        "1.0, true",
        "'\"TRUE\"', true",
        "'\"True\"', true",
        "'\"T\"', true",
        "false, false",
        "0, false",
        "0.0, false",
        "'\"FALSE\"', false",
        "'\"f\"', false",
        "null,",
        "'\"\"',",
        "'\"NA\"',",
        "'\"NaN\"',"
    })
    void a_flag_is_read_in_all_the_forms_that_programs_make_of_it(String flag, Boolean expected) {
        assertThat(Read.play(HISTORY_JSON, A_ROW.replace("\"shuffle\":true", "\"shuffle\":" + flag))
                        .shuffle())
                .isEqualTo(expected);
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_refused() {
        assertThat(Read.inShort(HISTORY_JSON, A_ROW.replace("\"shuffle\":true", "\"shuffle\":\"maybe\"")))
                .containsExactly("1: UNREADABLE: The field shuffle is neither true nor false.");
    }

    @ParameterizedTest
    @CsvSource({
        "null, true, FORWARD",
        "'\"none\"', 1, FORWARD",
        "null, false, UNKNOWN",
        "null, null, UNKNOWN",
        "'\"trackdone\"', true, COMPLETED",
        "'\"remote\"', true, UNKNOWN"
    })
    void where_no_reason_is_given_skipped_says_whether_the_play_was(String reason, String skipped, EndReason expected) {
        String row = A_ROW.replace("\"fwdbtn\"", reason).replace("\"skipped\":null", "\"skipped\":" + skipped);

        assertThat(Read.play(HISTORY_JSON, row).endReason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"DE, DE", "NA, NA", "ZZ,", "'',", "null,"})
    void a_country_is_kept_unless_it_is_unknown(String country, String expected) {
        assertThat(Read.event(HISTORY_JSON, A_ROW.replace("\"DE\"", '"' + country + '"'))
                        .country())
                .isEqualTo(expected);
    }

    @Test
    void a_title_may_be_a_word_for_nothing_but_counts_after_all_that_is_plainly_one() {
        String row = "{\"ts\":\"2021-03-04T20:15:30Z\",\"ms_played\":0,\"master_metadata_track_name\":\"NA\",%s}";

        assertThat(Read.play(HISTORY_JSON, row.formatted("\"episode_name\":null"))
                        .content())
                .isEqualTo(Content.TRACK);
        assertThat(Read.play(HISTORY_JSON, row.formatted("\"episode_name\":\"On bees\""))
                        .content())
                .isEqualTo(Content.SPOKEN);
        assertThat(Read.play(HISTORY_JSON, row.formatted("\"spotify_episode_uri\":\"spotify:episode:1\""))
                        .content())
                .isEqualTo(Content.SPOKEN);
    }

    @Test
    void each_kind_of_broken_row_is_rejected_where_it_stands_and_the_rest_goes_on() {
        String rows =
                """
                [{"ts":"2021-03-04T20:00:01Z","ms_played":0,"spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-03-04T20:00:02Z","ms_played":0,"spotify_track_uri":null,"episode_name":""},
                {"ts":"yesterday","ms_played":0,"spotify_track_uri":"spotify:track:1"},
                {"ms_played":0,"spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-02-30T20:00:00Z","ms_played":0,"spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-03-04T20:00:03Z","ms_played":-1,"spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-03-04T20:00:04Z","ms_played":"long","spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-03-04T20:00:04Z","ms_played":null,"spotify_track_uri":"spotify:track:1"},
                {"ts":"2021-03-04T20:00:05Z","ms_played":{"a":1},"spotify_track_uri":"spotify:track:1"},
                null,
                "text, with a comma",
                {"ts":"2021-03-04T20:00:06Z","ms_played":0,"spotify_track_uri":"spotify:track:1"}]
                """;

        assertThat(Read.inShort(HISTORY_JSON, rows))
                .containsExactly(
                        "1: 1614888001000",
                        "2: NO_DETAIL: The row names no track, episode or audiobook chapter.",
                        "3: NO_TIME: The field ts " + NOT_READABLE,
                        "4: NO_TIME: The field ts is missing.",
                        "5: NO_TIME: The field ts " + NOT_READABLE,
                        "6: STARTS_AFTER_END: The field ms_played is negative, so the play would start after it ends.",
                        "7: UNREADABLE: The field ms_played is not a whole number of milliseconds such as 180000.",
                        "8: NO_DETAIL: The field ms_played is missing.",
                        "9: UNREADABLE: The field ms_played is not a plain value.",
                        "10: UNREADABLE: Row 10 is not a whole JSON object.",
                        "11: UNREADABLE: Row 11 is not a whole JSON object.",
                        "12: 1614888006000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a brace, a quotation mark, a comma, a colon is missing, or there is too much of something
                "\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"}",
                "{\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"",
                "{\"ts\":\"2021-03-04T20:00:02Z,\"ms_played\":0,\"spotify_track_uri\":\"a\"}",
                "{\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\":0,\"spotify_track_uri\":\"a}",
                "{\"ts\":\"2021-03-04T20:00:02Z\" \"ms_played\":0,\"spotify_track_uri\":\"a\"}",
                "{\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\" 0,\"spotify_track_uri\":\"a\"}",
                "{\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\":{0,\"spotify_track_uri\":\"a\"}",
                "{\"ts\":\"2021-03-04T20:00:02Z\",\"ms_played\":0x10,\"spotify_track_uri\":\"a\\q\"}",
                "{\"ts\":\"2021-03"
            })
    void a_row_that_is_no_json_costs_itself_and_no_other(String broken) {
        String before = "{\"ts\":\"2021-03-04T20:00:01Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"}";
        String after = "{\"ts\":\"2021-03-04T20:00:03Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"}";
        String last = "{\"ts\":\"2021-03-04T20:00:04Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"}";

        for (String between : new String[] {",", ",\n"}) {
            String text = "[" + String.join(between, before, broken, after, last) + "]";
            var rows = Read.all(HISTORY_JSON, text);

            assertThat(rows.stream()
                            .filter(Row.Read.class::isInstance)
                            .map(row -> ((Row.Read) row).event().occurredAt()))
                    .containsExactly(1614888001000L, 1614888003000L, 1614888004000L);
            assertThat(rows.stream().filter(Row.Broken.class::isInstance)).isNotEmpty();
        }
    }

    @Test
    void a_file_that_was_cut_off_keeps_what_came_before() {
        String text = "[" + A_ROW + "," + A_ROW.substring(0, 100);

        assertThat(Read.inShort(HISTORY_JSON, text))
                .containsExactly("1: " + ENDED_AT, "7: UNREADABLE: Row 2 is not a whole JSON object.");
    }

    @Test
    void rows_across_the_edges_of_every_buffer_are_whole() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 2_000; i++) {
            text.append(i == 0 ? "" : ",\n").append(A_ROW.replace("183000", Integer.toString(i)));
        }

        var rows = Read.all(HISTORY_JSON, text.append("]").toString());

        assertThat(rows).hasSize(2_000);
        assertThat(rows.stream().map(Row::line).toList().subList(0, 3)).containsExactly(1L, 8L, 15L);
        assertThat(rows.stream()
                        .mapToLong(row -> ((TrackEnded) ((Row.Read) row).event().detail()).playedMs()))
                .containsExactly(
                        java.util.stream.LongStream.range(0, 2_000).boxed().toArray(Long[]::new));
    }

    @Test
    void an_endless_row_is_not_held_in_memory() {
        String endless = "{\"ts\":\"" + "x".repeat(3 * JsonObjects.LONGEST);

        assertThat(Read.inShort(HISTORY_JSON, "[" + endless + "," + A_ROW + "]"))
                .containsExactly("1: UNREADABLE: Row 1 is not a whole JSON object.", "1: " + ENDED_AT);
    }

    private static String idOf(String row) {
        return Read.event(HISTORY_JSON, row).eventId();
    }
}
