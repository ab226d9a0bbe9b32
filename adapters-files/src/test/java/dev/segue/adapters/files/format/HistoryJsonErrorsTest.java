package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.HISTORY_JSON;
import static dev.segue.adapters.files.format.HistoryRows.A_ROW;
import static dev.segue.adapters.files.format.HistoryRows.ENDED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.text.JsonObjects;
import dev.segue.domain.playback.Detail.TrackEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken rows of a history in JSON are rejected one by one; the rows around them are read. */
class HistoryJsonErrorsTest {

    private static final String NOT_READABLE = "is not a time that Segue reads; write 2024-05-01T10:03:00Z, or"
            + " milliseconds since the epoch such as 1714557780000.";

    @Test
    void each_kind_of_broken_row_is_rejected_where_it_is_and_the_rest_goes_on() {
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
}
