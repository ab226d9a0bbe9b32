package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.HISTORY_CSV;
import static dev.segue.adapters.files.format.Formats.HISTORY_JSON;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.text.Lines;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading an extended streaming history from CSV. */
class HistoryCsvTest {

    private static final String JSON =
            """
            [{"ts":"2021-03-04T20:15:30Z","username":"anna","platform":"ios","ms_played":183000,"conn_country":"DE",
            "ip_addr":"203.0.113.77","master_metadata_track_name":"Blue, \\"or\\" not","spotify_track_uri":"spotify:track:1",
            "episode_name":null,"reason_start":"clickrow","reason_end":"fwdbtn","shuffle":true,"skipped":null,
            "offline":false,"offline_timestamp":1614888947,"incognito_mode":false}]""";

    private static final String HEADER =
            "ts,username,platform,ms_played,conn_country,ip_addr,master_metadata_track_name,"
                    + "spotify_track_uri,episode_name,reason_start,reason_end,shuffle,skipped,offline,offline_timestamp,"
                    + "incognito_mode\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-03-04T20:15:30Z,anna,ios,183000,DE,203.0.113.77,\"Blue, \"\"or\"\" not\",spotify:track:1,,"
                        + "clickrow,fwdbtn,true,,false,1614888947,false",
                "2021-03-04T20:15:30Z,anna,ios,183000.0,DE,,\"Blue, \"\"or\"\" not\",spotify:track:1,,"
                        + "clickrow,fwdbtn,True,,False,1614888947.0,False",
                "2021-03-04 20:15:30+00:00,anna,ios,183000,DE,,\"Blue, \"\"or\"\" not\",\"spotify:track:1\",\"\","
                        + "clickrow,fwdbtn,1,NaN,0,1.614888947E9,0",
                "2021-03-04 20:15:30 UTC,anna,ios,183000,DE,,\"Blue, \"\"or\"\" not\",spotify:track:1,,"
                        + "clickrow,fwdbtn,TRUE,null,FALSE,1614888947,FALSE"
            })
    void a_row_is_the_same_event_as_in_json_however_the_writer_put_it(String row) {
        assertThat(Read.event(HISTORY_CSV, HEADER + row)).isEqualTo(Read.event(HISTORY_JSON, JSON));
    }

    @Test
    void semicolons_tabs_windows_line_ends_and_any_order_of_columns_are_understood() {
        String comma = "ts,ms_played,spotify_track_uri\n2021-03-04T20:00:01Z,5,a\n";
        String semicolon = "\"MS_PLAYED\";\"ts\";\"spotify_track_uri\"\r\n\"5\";\"2021-03-04T20:00:01Z\";\"a\"\r\n";
        String tab = "spotify_track_uri\tts\tms_played\na\t2021-03-04T20:00:01Z\t5";

        assertThat(Read.event(HISTORY_CSV, semicolon)).isEqualTo(Read.event(HISTORY_CSV, comma));
        assertThat(Read.event(HISTORY_CSV, tab)).isEqualTo(Read.event(HISTORY_CSV, comma));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ts|ms_played|spotify_track_uri\n2021-03-04T20:00:01Z|5|a\n",
                "sep=;\nts;ms_played;spotify_track_uri\n2021-03-04T20:00:01Z;5;a\n",
                "SEP=,\r\nts,ms_played,spotify_track_uri\r\n2021-03-04T20:00:01Z,5,a\r\n",
                "\"sep=#\"\n\nts#ms_played#spotify_track_uri\n2021-03-04T20:00:01Z#5#a\n",
                "ts,ms_played,spotify_track_uri\r2021-03-04T20:00:01Z,5,a\r",
                "ts,ms_played,spotify_track_uri\r2021-03-04T20:00:01Z,5,a",
            })
    void what_excel_and_old_macs_make_of_it_is_the_same(String text) {
        String comma = "ts,ms_played,spotify_track_uri\n2021-03-04T20:00:01Z,5,a\n";

        assertThat(Read.event(HISTORY_CSV, text)).isEqualTo(Read.event(HISTORY_CSV, comma));
        assertThat(Formats.of(text.getBytes(UTF_8))).isEqualTo(HISTORY_CSV);
    }

    @Test
    void a_line_in_another_encoding_is_called_so_and_costs_itself() {
        String text =
                """
                ts,ms_played,master_metadata_track_name
                2021-03-04T20:00:01Z,5,"Gr\u00fc\u00dfe
                an alle"
                2021-03-04T20:00:02Z,5,b
                """;

        assertThat(Read.inShort(HISTORY_CSV, text)).containsExactly("2: 1614888001000", "4: 1614888002000");
        assertThat(Read.inShort(HISTORY_CSV, text.getBytes(ISO_8859_1)))
                .containsExactly(
                        "2: UNREADABLE: It is not UTF-8; convert the file, for example with iconv -f WINDOWS-1252 -t"
                                + " UTF-8.",
                        "4: 1614888002000");
    }

    @Test
    void an_endless_line_is_rejected_as_too_long() {
        String text = "ts,ms_played,master_metadata_track_name\n" + "x".repeat(2 * Lines.LONGEST)
                + "\n2021-03-04T20:00:02Z,5,b\n";

        assertThat(Read.inShort(HISTORY_CSV, text))
                .containsExactly("2: UNREADABLE: The line is longer than 1048576 bytes.", "3: 1614888002000");
    }

    @Test
    void a_value_may_span_lines() {
        String text =
                """
                ts,ms_played,master_metadata_track_name
                2021-03-04T20:00:01Z,5,"a
                b"

                2021-03-04T20:00:02Z,5,c
                """;

        assertThat(Read.inShort(HISTORY_CSV, text)).containsExactly("2: 1614888001000", "5: 1614888002000");
    }

    @Test
    void a_broken_line_is_rejected_where_it_is_and_the_rest_goes_on() {
        String text =
                """
                ts,ms_played,master_metadata_track_name
                2021-03-04T20:00:01Z,5,"lost quotation mark
                2021-03-04T20:00:02Z,5,b
                2021-03-04T20:00:03Z,5
                2021-03-04T20:00:04Z,5,"ok"x
                2021-03-04T20:00:05Z,5,c,d
                garbage
                2021-03-04T20:00:06Z,,b
                2021-03-04T20:00:07Z,5,
                2021-03-04T20:00:08Z,5,b
                """;

        assertThat(Read.inShort(HISTORY_CSV, text))
                .containsExactly(
                        "2: UNREADABLE: A quotation mark is missing or in the wrong place.",
                        "3: 1614888002000",
                        "4: UNREADABLE: The number of columns is 2, but the first line names 3.",
                        "5: UNREADABLE: A quotation mark is missing or in the wrong place.",
                        "6: UNREADABLE: The number of columns is 4, but the first line names 3.",
                        "7: UNREADABLE: The number of columns is 1, but the first line names 3.",
                        "8: NO_DETAIL: The field ms_played is missing.",
                        "9: NO_DETAIL: The row names no track, episode or audiobook chapter.",
                        "10: 1614888008000");
    }

    @Test
    void two_lost_quotation_marks_cost_two_lines() {
        String text =
                """
                ts,ms_played,master_metadata_track_name
                2021-03-04T20:00:01Z,5,"a
                2021-03-04T20:00:02Z,5,b
                2021-03-04T20:00:03Z,5,"c
                2021-03-04T20:00:04Z,5,d
                """;

        assertThat(Read.inShort(HISTORY_CSV, text))
                .containsExactly(
                        "2: UNREADABLE: A quotation mark is missing or in the wrong place.",
                        "3: 1614888002000",
                        "4: UNREADABLE: A quotation mark is missing or in the wrong place.",
                        "5: 1614888004000");
    }

    /** As R's write.csv writes it: text in quotation marks, and NA without them for a missing value. */
    @Test
    void what_r_leaves_out_is_left_out() {
        String header =
                "\"\",\"ts\",\"ms_played\",\"conn_country\",\"master_metadata_track_name\",\"spotify_track_uri\",\"episode_name\","
                        + "\"spotify_episode_uri\",\"reason_end\",\"shuffle\",\"username\"\n";
        String track =
                "\"1\",\"2021-03-04T20:15:30Z\",183000,\"NA\",\"Blue\",\"spotify:track:1\",NA,NA,\"fwdbtn\",FALSE,NA\n";
        String episode =
                "\"2\",\"2021-03-04T20:35:30Z\",60000,NA,NA,NA,\"On bees\",\"spotify:episode:1\",NA,NA,\"anna\"\n";

        assertThat(Read.all(HISTORY_CSV, header + track + episode))
                .isEqualTo(
                        Read.all(
                                HISTORY_JSON,
                                """

                        {"ts":"2021-03-04T20:15:30Z","ms_played":183000,"conn_country":"NA","master_metadata_track_name":"Blue","spotify_track_uri":"spotify:track:1","reason_end":"fwdbtn","shuffle":false}
                        {"ts":"2021-03-04T20:35:30Z","ms_played":60000,"episode_name":"On bees","spotify_episode_uri":"spotify:episode:1","username":"anna"}
                        """));
    }

    /** Where texts have no quotation marks, only the row's other missing values can decide. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NA     | ,        | NA",
                "\"NA\" | ,        | NA",
                "\"NA\" | NA,NA    | NA",
                "NA     | NA,NA    |   ",
                "NA     | \"\",NA   |   ",
                "NaN    | ,        |   ",
                "SE     | NA,NA    | SE"
            })
    void na_is_namibia_unless_the_file_writes_it_where_there_is_nothing(String country, String rest, String expected) {
        String text = "ts,ms_played,spotify_track_uri,conn_country,username,episode_name\n2021-03-04T20:15:30Z,5,a,"
                + country + "," + rest;

        assertThat(Read.event(HISTORY_CSV, text).country()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "null", "NULL", "NaN", "nan", "None", "N/A", "<NA>", "#N/A", "\\N", ""})
    void a_word_for_nothing_makes_no_track_and_no_listener(String nothing) {
        String text = "ts,ms_played,master_metadata_track_name,spotify_track_uri,episode_name,username\n"
                + "2021-03-04T20:15:30Z,5,%1$s,%1$s,On bees,%1$s\n2021-03-04T20:15:31Z,5,%1$s,%1$s,%1$s,%1$s";

        assertThat(Read.all(HISTORY_CSV, text.formatted(nothing)).get(0))
                .isInstanceOfSatisfying(Row.Read.class, emitted -> {
                    assertThat(emitted.event().listener()).isEmpty();
                    assertThat(((TrackEnded) emitted.event().detail()).content())
                            .isEqualTo(Content.SPOKEN);
                });
        assertThat(Read.inShort(HISTORY_CSV, text.formatted(nothing)).get(1))
                .isEqualTo("3: NO_DETAIL: The row names no track, episode or audiobook chapter.");
    }

    @Test
    void a_title_in_quotation_marks_may_be_such_a_word() {
        String text = "ts,ms_played,master_metadata_track_name\n2021-03-04T20:15:30Z,5,\"None\"";

        assertThat(Read.play(HISTORY_CSV, text).content()).isEqualTo(Content.TRACK);
    }

    @Test
    void a_name_of_digits_that_went_through_a_column_of_numbers_is_the_same_name() {
        String text = "ts,ms_played,spotify_track_uri,username\n2021-03-04T20:15:30Z,5,a,1121234567.0";

        assertThat(Read.event(HISTORY_CSV, text).listener()).isEqualTo("1121234567");
    }
}
