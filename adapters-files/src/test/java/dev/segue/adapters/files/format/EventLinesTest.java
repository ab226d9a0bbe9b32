package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.EVENT_LINES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.text.Lines;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading playback events from JSON Lines. */
class EventLinesTest {

    private static final String NOT_READABLE = "NO_TIME: The field occurred_at is not a time that Segue reads; write"
            + " 2024-05-01T10:03:00Z, or milliseconds since the epoch such as 1714557780000.";

    @Test
    void a_line_with_every_field_is_that_event() {
        String line =
                """
                {"event_id":"e1","user_id":"anna","device_id":"d1","device_type":"PHONE",\
                "occurred_at":"2024-05-01T12:03:00.250+02:00","sent_at":1714557781000,"received_at":"2024-05-01T10:03:02Z",\
                "country":"DE","time_zone":"Europe/Berlin","offline":true,"type":"TRACK_ENDED","play_id":"p1",\
                "track_id":"t1","started_at":"1714557600000","played_ms":170000,"end_reason":"FORWARD",\
                "start_reason":"clickrow","shuffle":false,"context_type":"PLAYLIST","context_id":"c1",\
                "context_edition":"2024-18","ip_addr":"203.0.113.77","nested":{"user_id":["x"]}}""";

        assertThat(Read.event(EVENT_LINES, line))
                .isEqualTo(new PlaybackEvent(
                        "anna",
                        "e1",
                        new Device("d1", Device.Type.PHONE),
                        1714557780250L,
                        1714557781000L,
                        1714557782000L,
                        0,
                        "DE",
                        "Europe/Berlin",
                        true,
                        new Detail.TrackEnded(
                                "p1",
                                "t1",
                                Content.TRACK,
                                1714557600000L,
                                170_000,
                                EndReason.FORWARD,
                                "clickrow",
                                new PlayContext(PlayContext.Type.PLAYLIST, "c1", "2024-18"),
                                false),
                        TrackFacts.UNKNOWN));
    }

    @Test
    void every_type_is_understood_from_its_required_fields_alone() {
        assertThat(detail("TRACK_STARTED", "")).isEqualTo(new Detail.TrackStarted(null, null, null, null));
        assertThat(detail("PLAYBACK_PAUSED", "")).isEqualTo(new Detail.PlaybackPaused(null, PauseCause.UNKNOWN));
        assertThat(detail("PLAYBACK_RESUMED", "")).isEqualTo(new Detail.PlaybackResumed(null));
        assertThat(detail("SEARCH_PERFORMED", "")).isEqualTo(new Detail.SearchPerformed(null));
        assertThat(detail("AD_ENDED", "")).isEqualTo(new Detail.AdEnded(null, null));
        assertThat(detail("TRACK_ENDED", "")).isEqualTo(ended(1000, 0));
    }

    @Test
    void details_take_their_own_fields() {
        assertThat(detail("TRACK_STARTED", ",\"play_id\":\"p\",\"track_id\":\"t\",\"start_reason\":\"s\""))
                .isEqualTo(new Detail.TrackStarted("p", "t", "s", null));
        assertThat(detail("PLAYBACK_PAUSED", ",\"play_id\":\"p\",\"cause\":\"stall\""))
                .isEqualTo(new Detail.PlaybackPaused("p", PauseCause.STALL));
        assertThat(detail("PLAYBACK_RESUMED", ",\"play_id\":\"p\"")).isEqualTo(new Detail.PlaybackResumed("p"));
        assertThat(detail("SEARCH_PERFORMED", ",\"search_id\":\"s\"")).isEqualTo(new Detail.SearchPerformed("s"));
        assertThat(detail("AD_ENDED", ",\"ad_id\":\"a\",\"played_ms\":30000"))
                .isEqualTo(new Detail.AdEnded("a", 30_000L));
    }

    @Test
    void an_end_without_a_start_started_as_long_ago_as_it_played() {
        assertThat(detail("TRACK_ENDED", ",\"played_ms\":400")).isEqualTo(ended(600, 400));
    }

    @Test
    void an_end_without_a_played_time_is_an_instant() {
        assertThat(detail("TRACK_ENDED", ",\"started_at\":600")).isEqualTo(ended(1000, 0));
        assertThat(detail("TRACK_ENDED", ",\"started_at\":600,\"played_ms\":null"))
                .isEqualTo(ended(1000, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED",
        "trackdone, COMPLETED",
        "Forward, FORWARD",
        "fwdbtn, FORWARD",
        "BACK, BACK",
        "backbtn, BACK",
        "PICKED_OTHER, PICKED_OTHER",
        "endplay, PICKED_OTHER",
        "LOGOUT, LOGOUT",
        "trackerror, ERROR",
        "ERROR, ERROR",
        "APP_CLOSED, APP_CLOSED",
        "unexpected-exit-while-paused, APP_CLOSED",
        "UNKNOWN, UNKNOWN",
        "solar flare, UNKNOWN"
    })
    void reasons_are_understood_in_our_words_and_the_services(String word, EndReason expected) {
        Detail.TrackEnded ended = (Detail.TrackEnded) detail("TRACK_ENDED", ",\"end_reason\":\"" + word + "\"");

        assertThat(ended.endReason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"context_type\":\"PLAYLIST\",\"context_id\":\"x\"', PLAYLIST, x",
        "'\"context_type\":\"album\",\"context_id\":\"x\"', ALBUM, x",
        "'\"context_type\":\"daylist\",\"context_id\":\"x\"', UNKNOWN, x",
        "'\"context_id\":\"x\"', UNKNOWN, x",
        "'\"context_id\":\"spotify:playlist:37i\"', PLAYLIST, spotify:playlist:37i",
        "'\"context_id\":\"spotify:user:anna:playlist:37i\"', PLAYLIST, spotify:user:anna:playlist:37i",
        "'\"context_id\":\"spotify:album:1\"', ALBUM, spotify:album:1",
        "'\"context_type\":\"COLLECTION\"', COLLECTION, ''",
    })
    void the_kind_of_context_is_given_or_read_from_the_id(String fields, PlayContext.Type type, String id) {
        assertThat(detail("TRACK_ENDED", "," + fields).context()).isEqualTo(new PlayContext(type, id, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T10:03:00Z, 1714557780000",
        "2024-05-01T10:03Z, 1714557780000",
        "2024-05-01T10:03:00.123456Z, 1714557780123",
        "2024-05-01T05:03:00-0500, 1714557780000",
        "2024-05-01T10:03:00+00, 1714557780000",
        "2024-05-01 10:03:00Z, 1714557780000",
        "1714557780000, 1714557780000",
    })
    void times_are_iso_with_an_offset_or_epoch_milliseconds(String time, long expected) {
        String line = "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":\"" + time + "\"}";

        assertThat(Read.event(EVENT_LINES, line).occurredAt()).isEqualTo(expected);
    }

    @Test
    void seconds_are_no_session_of_january_1970() {
        assertThat(Read.inShort(
                        EVENT_LINES, "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1714557780}"))
                .containsExactly("1: NO_TIME: The field occurred_at seems to count seconds, but must be milliseconds"
                        + " since the epoch; multiply it by 1000.");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "7.0, 7", "7e0, 7", "700e-2, 7", "12345678901234567890, 12345678901234567890", "-1, -1"})
    void a_whole_number_names_a_listener_as_its_digits_do(String number, String expected) {
        String line = "{\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1,\"user_id\":";

        PlaybackEvent named = Read.event(EVENT_LINES, line + number + "}");

        assertThat(named).isEqualTo(Read.event(EVENT_LINES, line + '"' + expected + "\"}"));
        assertThat(named.listener()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "null"})
    void a_number_that_is_none_says_nothing(String value) {
        assertThat(detail("TRACK_ENDED", ",\"played_ms\":" + value + ",\"track_id\":" + value))
                .isEqualTo(ended(1000, 0));
    }

    @Test
    void what_is_not_utf_8_or_nests_too_deep_is_called_so() {
        String line = "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1,\"x\":";

        assertThat(Read.inShort(EVENT_LINES, (line + "\"J\u00f6rg\"}").getBytes(ISO_8859_1)))
                .containsExactly(
                        "1: UNREADABLE: It is not UTF-8; convert the file, for example with iconv -f WINDOWS-1252 -t"
                                + " UTF-8.");
        assertThat(Read.inShort(EVENT_LINES, line + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .containsExactly(
                        "1: UNREADABLE: It is nested too deeply, or holds a number or a name that is too long.");
        assertThat(Read.inShort(EVENT_LINES, line + "[".repeat(900) + "]".repeat(900) + "}"))
                .containsExactly("1: 1");
    }

    @Test
    void lines_may_end_with_a_carriage_return_alone() {
        String line = "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1}";

        assertThat(Read.inShort(EVENT_LINES, line + "\r\r" + line + "\rgarbage\n" + line + "\r\n" + line))
                .containsExactly("1: 1", "3: 1", "4: UNREADABLE: It is not valid JSON.", "5: 1", "6: 1");
        assertThat(Read.inShort(EVENT_LINES, line + "\r\n" + line.replace(",", ",\r") + "\n\n" + line))
                .containsExactly("1: 1", "2: 1", "4: 1");
    }

    @Test
    void an_absent_id_comes_from_the_content_and_not_from_the_delivery() {
        String line = "{\"user_id\":\"anna\",\"type\":\"TRACK_ENDED\",\"occurred_at\":1000,\"track_id\":\"a\"}";
        String delivered = line.replace("}", ",\"sent_at\":2000,\"received_at\":3000,\"event_id\":\"\"}");
        String other = line.replace("\"a\"", "\"b\"");

        String id = Read.event(EVENT_LINES, line).eventId();

        assertThat(id).isNotEmpty();
        assertThat(Read.event(EVENT_LINES, delivered).eventId()).isEqualTo(id);
        assertThat(Read.event(EVENT_LINES, other).eventId()).isNotEqualTo(id);
    }

    @Test
    void a_line_without_a_user_is_left_to_the_intake() {
        assertThat(Read.event(EVENT_LINES, "{\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1}")
                        .listener())
                .isEmpty();
    }

    @Test
    void each_kind_of_broken_line_is_rejected_where_it_is_and_the_rest_goes_on() {
        String text =
                """
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":1}

                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":
                garbage
                []
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":2} {}
                {"user_id":"anna","type":"SEARCH_PERFORMED"}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":"soon"}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":"2024-05-01T10:03:00"}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":true}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":9e99}
                {"user_id":"anna","type":"HUMMED","occurred_at":1}
                {"user_id":"anna","occurred_at":1}
                {"user_id":true,"type":"SEARCH_PERFORMED","occurred_at":1}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":1,"offline":"no"}
                {"user_id":"anna","type":"TRACK_ENDED","occurred_at":1,"played_ms":1.5}
                {"user_id":"anna","type":"TRACK_ENDED","occurred_at":1,"track_id":{"id":1}}
                {"user_id":"anna","type":"SEARCH_PERFORMED","occurred_at":3}""";

        assertThat(Read.inShort(EVENT_LINES, text))
                .containsExactly(
                        "1: 1",
                        "3: UNREADABLE: It is not valid JSON.",
                        "4: UNREADABLE: It is not valid JSON.",
                        "5: UNREADABLE: It is not a JSON object.",
                        "6: UNREADABLE: Something follows the JSON object on the same line.",
                        "7: NO_TIME: The field occurred_at is missing.",
                        "8: " + NOT_READABLE,
                        "9: NO_TIME: The field occurred_at does not say its offset from UTC; write"
                                + " 2024-05-01T10:03:00Z or 2024-05-01T12:03:00+02:00.",
                        "10: " + NOT_READABLE,
                        "11: " + NOT_READABLE,
                        "12: UNKNOWN_TYPE: The field type holds an unknown event type.",
                        "13: UNKNOWN_TYPE: The field type is missing.",
                        "14: UNREADABLE: The field user_id is not text or a whole number.",
                        "15: UNREADABLE: The field offline is not true or false.",
                        "16: UNREADABLE: The field played_ms is not a whole number of milliseconds.",
                        "17: UNREADABLE: The field track_id is not text or a whole number.",
                        "18: 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1 << 16, Lines.LONGEST - 100})
    void long_lines_are_read(int length) {
        String line =
                "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":7,\"x\":\"" + "y".repeat(length);

        assertThat(Read.inShort(EVENT_LINES, line.substring(0, Math.min(line.length(), Lines.LONGEST - 2)) + "\"}\n"))
                .containsExactly("1: 7");
    }

    @Test
    void an_endless_line_is_rejected_and_the_next_is_read() {
        String endless = "{\"user_id\":\"" + "y".repeat(3 * Lines.LONGEST);

        assertThat(Read.inShort(
                        EVENT_LINES,
                        endless + "\n{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":3}"))
                .containsExactly("1: UNREADABLE: The line is longer than 1048576 bytes.", "2: 3");
    }

    private static Detail.TrackEnded ended(long startedAt, long playedMs) {
        return new Detail.TrackEnded(
                null, null, Content.TRACK, startedAt, playedMs, EndReason.UNKNOWN, null, null, null);
    }

    private static Detail detail(String type, String more) {
        return Read.event(
                        EVENT_LINES,
                        "{\"user_id\":\"anna\",\"occurred_at\":1000,\"type\":\"" + type + "\"" + more + "}")
                .detail();
    }
}
