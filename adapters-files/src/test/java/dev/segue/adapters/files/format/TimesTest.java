package dev.segue.adapters.files.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.playback.RejectionReason;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The supported ways to write a time, and the errors for others. */
class TimesTest {

    @Test
    void a_number_of_seconds_is_never_expanded_to_all_its_digits() {
        assertThat(Times.millis("1e300000000")).isNull();
        assertThat(Times.millis("1e-300000000")).isNull();
        assertThat(Times.millis("180.5")).isEqualTo(180_500);
        assertThat(Times.millis("1.8e2")).isEqualTo(180_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-01T10:03:00Z                       | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03Z                          | 2024-05-01T10:03:00Z",
                "2024-05-01t10:03:00z                       | 2024-05-01T10:03:00Z",
                "2024-05-01 10:03:00Z                       | 2024-05-01T10:03:00Z",
                "2024-05-01 10:03:00 UTC                    | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03:00 GMT                    | 2024-05-01T10:03:00Z",
                "2024-05-01T12:03:00+02:00                  | 2024-05-01T10:03:00Z",
                "2024-05-01T12:03:00+0200                   | 2024-05-01T10:03:00Z",
                "2024-05-01T12:03:00+02                     | 2024-05-01T10:03:00Z",
                "2024-05-01 12:03:00 +0200                  | 2024-05-01T10:03:00Z",
                "2024-05-01T04:33:00-05:30                  | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03:00-00:00                  | 2024-05-01T10:03:00Z",
                "2024-05-01T12:03:00+02:00[Europe/Berlin]   | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03:00Z[Europe/Berlin]        | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03:00Z[UTC]                  | 2024-05-01T10:03:00Z",
                "2024-05-01T10:03:00.5Z                     | 2024-05-01T10:03:00.500Z",
                "2024-05-01T10:03:00,5Z                     | 2024-05-01T10:03:00.500Z",
                "2024-05-01T10:03:00.123456Z                | 2024-05-01T10:03:00.123Z",
                "2024-05-01T10:03:00.999999999Z             | 2024-05-01T10:03:00.999Z",
                "2024-05-01T10:03:00.99999999999999Z        | 2024-05-01T10:03:00.999Z",
                "20240501T100300Z                           | 2024-05-01T10:03:00Z",
                "20240501T1003Z                             | 2024-05-01T10:03:00Z",
                "20240501T120300.25+0200                    | 2024-05-01T10:03:00.250Z",
                "2024-W18-3T10:03:00Z                       | 2024-05-01T10:03:00Z",
                "2024-122T10:03:00Z                         | 2024-05-01T10:03:00Z",
                "2024-05-01T24:00:00Z                       | 2024-05-02T00:00:00Z",
                "2024-12-31T24:00Z                          | 2025-01-01T00:00:00Z",
                "2016-12-31T23:59:60Z                       | 2016-12-31T23:59:59Z",
                "2017-01-01T01:59:60.25+02:00               | 2016-12-31T23:59:59.250Z",
                "2024-02-29T10:03:00Z                       | 2024-02-29T10:03:00Z",
                "Wed, 01 May 2024 10:03:00 GMT              | 2024-05-01T10:03:00Z",
                "Wed, 1 May 2024 12:03:00 +0200             | 2024-05-01T10:03:00Z",
                "1714557780000                              | 2024-05-01T10:03:00Z",
                "1714557780000.0                            | 2024-05-01T10:03:00Z",
                "1714557780000.75                           | 2024-05-01T10:03:00Z",
                "1.71455778E12                              | 2024-05-01T10:03:00Z",
                "0                                          | 1970-01-01T00:00:00Z",
                "60000                                      | 1970-01-01T00:01:00Z",
            })
    void what_has_one_meaning_only_is_read(String written, Instant expected) throws Unusable {
        assertThat(Instant.ofEpochMilli(Times.of("at", written, null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-05-01",
                "2024-05-01Z",
                "10:03:00Z",
                "2024-05-01T10Z",
                "2024-05-01T1003:00Z",
                "2024-5-1T10:03:00Z",
                "01.05.2024 10:03:00 UTC",
                "05/01/2024 10:03:00 UTC",
                "2021-02-29T10:03:00Z",
                "2021-02-30T10:03:00Z",
                "20210230T100300Z",
                "2021-366T10:03:00Z",
                "2021-W53-1T10:03:00Z",
                "2024-05-01T25:00:00Z",
                "2024-05-01T24:00:01Z",
                "2024-05-01T10:60:00Z",
                "2024-05-01T23:59:60Z",
                "2024-06-30T23:59:60+02:00",
                "2024-06-30T23:59:61Z",
                "2024-05-01T10:03:00+19:00",
                "2024-05-01T10:03:00 CEST",
                "2024-05-01T12:03:00+05:00[Europe/Berlin]",
                "2024-05-01T12:03:00+02:00[Mars/Olympus]",
                "2024-05-01T12:03:00[Europe/Berlin]",
                "0000-05-01T10:03:00Z",
                "+12024-05-01T10:03:00Z",
                "Tue, 01 May 2024 10:03:00 GMT",
                "Thu, 30 Feb 2023 10:03:00 GMT",
                "Wed May 01 2024 12:03:00 GMT+0200",
                "20240501",
                "20240501.0",
                "1e400",
                "1e-400",
                "999999999999999999999999",
                "NaN",
                "-",
                " ",
            })
    void what_is_no_time_or_could_mean_another_is_refused_by_example(String written) {
        assertThatThrownBy(() -> Times.of("at", written, null))
                .isInstanceOf(Unusable.class)
                .hasMessage("The field at is not a time that Segue reads; write 2024-05-01T10:03:00Z, or milliseconds"
                        + " since the epoch such as 1714557780000.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-01T10:03:00",
                "2024-05-01 10:03",
                "20240501T100300",
                "2024-W18-3T10:03:00",
            })
    void without_an_offset_a_time_has_one_meaning_only_where_one_is_assumed(String written) throws Unusable {
        assertThat(Times.of("at", written, ZoneOffset.UTC) / 60_000 * 60_000).isEqualTo(1714557780000L);
        assertThatThrownBy(() -> Times.of("at", written, null))
                .hasMessage("The field at does not say its offset from UTC; write 2024-05-01T10:03:00Z or"
                        + " 2024-05-01T12:03:00+02:00.");
    }

    @ParameterizedTest
    @CsvSource({
        "1714557780, seconds, multiply it by 1000",
        "1714557780.0, seconds, multiply it by 1000",
        "1714557780.521, seconds, multiply it by 1000",
        "1.71455778e9, seconds, multiply it by 1000",
        "631152000, seconds, multiply it by 1000",
        "4102444799, seconds, multiply it by 1000",
        "1714557780000000, microseconds, divide it by 1000",
        "1714557780000000000, nanoseconds, divide it by 1000000",
    })
    void a_count_of_another_unit_is_not_taken_for_milliseconds(String written, String unit, String remedy) {
        for (ZoneOffset assumed : new ZoneOffset[] {null, ZoneOffset.UTC}) {
            assertThatThrownBy(() -> Times.of("at", written, assumed))
                    .isInstanceOf(Unusable.class)
                    .hasMessage("The field at seems to count " + unit + ", but must be milliseconds since the epoch; "
                            + remedy + ".");
        }
    }

    @Test
    void a_refused_time_has_a_reason_of_its_own() {
        assertThat(Times.notReadable("at").at(7))
                .isInstanceOfSatisfying(
                        Row.Broken.class, row -> assertThat(row.reason()).isEqualTo(RejectionReason.NO_TIME));
    }

    @Test
    void one_time_has_one_plain_form_and_no_time_stays_as_it_is() {
        assertThat(Times.plain("2024-05-01 10:03:00 UTC", ZoneOffset.UTC)).isEqualTo("2024-05-01T10:03:00Z");
        assertThat(Times.plain("1714557780000", ZoneOffset.UTC)).isEqualTo("2024-05-01T10:03:00Z");
        assertThat(Times.plain("1714557780", ZoneOffset.UTC)).isEqualTo("1714557780");
        assertThat(Times.plain("soon", ZoneOffset.UTC)).isEqualTo("soon");
    }

    @ParameterizedTest
    @CsvSource({"180000, 180000", "180000.0, 180000", "1.8e5, 180000", "-5, -5", "1.5,", "NaN,", "'',", "1e400,"})
    void lengths_are_whole_numbers(String written, Long expected) {
        assertThat(Times.ofLength(written)).isEqualTo(expected);
    }
}
