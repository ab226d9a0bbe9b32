package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.HISTORY_JSON;
import static dev.segue.adapters.files.format.HistoryRows.A_ROW;
import static dev.segue.adapters.files.format.HistoryRows.ENDED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.history.TrackName;
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

/** Which event a row of an extended streaming history in JSON becomes. */
class HistoryJsonTest {

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
                        null,
                        event.detail().trackId(),
                        Content.TRACK,
                        event.occurredAt(),
                        0,
                        EndReason.UNKNOWN,
                        null,
                        null,
                        null));
    }

    @Test
    void a_track_without_a_uri_is_identified_by_its_titles() {
        String one =
                trackIdOf("\"master_metadata_track_name\":\"Blue\",\"master_metadata_album_artist_name\":\"Them\"");

        assertThat(one)
                .startsWith("titles:")
                .isEqualTo(trackIdOf(
                        "\"master_metadata_album_artist_name\":\"Them\",\"master_metadata_track_name\":\"Blue\""))
                .isNotEqualTo(trackIdOf("\"master_metadata_track_name\":\"Blue\""));
    }

    private static String trackIdOf(String titles) {
        return Read.play(HISTORY_JSON, "{\"ts\":\"2012-01-01T00:00:00Z\",\"ms_played\":1," + titles + "}")
                .trackId();
    }

    @Test
    void a_row_names_its_track_artist_and_album() {
        assertThat(nameIn(A_ROW)).isEqualTo(new TrackName("Blue", "Them", "Colours"));
    }

    @Test
    void an_album_that_is_not_text_is_not_read() {
        assertThat(nameIn(A_ROW.replace("\"Colours\"", "{\"name\":\"Colours\"}")))
                .isEqualTo(new TrackName("Blue", "Them", null));
        assertThat(nameIn(A_ROW.replace("\"Colours\"", "[7]"))).isEqualTo(new TrackName("Blue", "Them", null));
    }

    @Test
    void an_album_called_na_says_nothing_about_the_country() {
        String row = A_ROW.replace("\"Colours\"", "\"NA\"").replace("\"DE\"", "\"NA\"");

        assertThat(Read.event(HISTORY_JSON, row).country()).isEqualTo("NA");
        assertThat(nameIn(row).album()).isEqualTo("NA");
    }

    private static TrackName nameIn(String row) {
        return ((Row.Read) Read.all(HISTORY_JSON, row).get(0)).name();
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

    private static String idOf(String row) {
        return Read.event(HISTORY_JSON, row).eventId();
    }
}
