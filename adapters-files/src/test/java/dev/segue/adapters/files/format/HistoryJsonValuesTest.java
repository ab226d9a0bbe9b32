package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.HISTORY_JSON;
import static dev.segue.adapters.files.format.HistoryRows.A_ROW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which programs write the values of a history in JSON. */
class HistoryJsonValuesTest {

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
                .containsExactly("1: NO_TIME: The field ts is before 2000, too early for streaming.");
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
}
