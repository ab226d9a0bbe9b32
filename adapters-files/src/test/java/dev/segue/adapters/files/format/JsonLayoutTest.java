package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.Formats.EVENTS_JSON;
import static dev.segue.adapters.files.format.Formats.EVENT_LINES;
import static dev.segue.adapters.files.format.Formats.HISTORY_JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows are found in JSON whatever its layout. */
class JsonLayoutTest {

    private static final String FIRST = "{\"ts\":\"2021-03-04T20:00:01Z\",\"ms_played\":0,\"spotify_track_uri\":\"a\"}";

    private static final String SECOND = FIRST.replace(":01Z", ":02Z");

    private static final String EVENT = "{\"user_id\":\"anna\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1}";

    private static final String OTHER_EVENT = EVENT.replace(":1}", ":2}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A,B]",
                "[A,B",
                "[[A],[B]]",
                "A B",
                "A\nB\n",
                "A,\r\nB,\r\n",
                "{\"data\":[A,B]}",
                "{\"data\":[A,B",
                "{\"version\":1,\"data\":[A,B],\"count\":2}",
                "{\"title\":\"a, \\\"b\\\" {c\",\"ok\":true,\"none\":null,\"tags\":[1.5,\"x\"],\"data\":[A,B]}",
                "{\"schema\":{\"fields\":[{\"name\":\"ts\",\"type\":\"string\"}]},\"data\":[A,B]}",
                "{\"2020\":[A],\"2021\":[B]}",
                "{\"me\":{\"plays\":[A,B]}}",
                "{\"0\":A,\"1\":B}",
                "{\"page\":1,\"items\":[A]}\n{\"page\":2,\"items\":[B]}",
                "[{\"items\":[A]},{\"items\":[B]}]",
                "{\"value\":A}\n{\"value\":B}",
            })
    void rows_are_found_whatever_is_around_them(String layout) {
        String history = withRows(layout, FIRST, SECOND);
        String events = withRows(layout, EVENT, OTHER_EVENT);

        assertThat(times(HISTORY_JSON, history)).containsExactly("1614888001000", "1614888002000");
        assertThat(times(EVENTS_JSON, events)).containsExactly("1", "2");
        assertThat(Formats.of(history.getBytes(UTF_8))).isEqualTo(HISTORY_JSON);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 600, 30_000})
    void how_many_rows_a_wrapper_holds_makes_no_difference(int rows) {
        String text = IntStream.range(0, rows).mapToObj(i -> FIRST).collect(Collectors.joining(",", "{\"a\":[", "]}"));

        assertThat(Read.all(HISTORY_JSON, text)).hasSize(rows).hasOnlyElementsOfType(Row.Read.class);
    }

    @Test
    void a_row_with_objects_in_it_is_a_row() {
        String row = "{\"more\":{\"ts\":[{\"ms_played\":1}]}," + FIRST.substring(1);

        assertThat(times(HISTORY_JSON, "[" + row + "," + row + "]")).containsExactly("1614888001000", "1614888001000");
    }

    @Test
    void what_is_in_the_place_of_a_row_costs_itself_in_every_layout() {
        String[] broken = {"7", "\"x\"", "null", "{}", "{\"a\":{\"b\":1}}"};

        for (String each : broken) {
            String inArray = "[" + FIRST + "," + each + "," + SECOND + "]";
            List<String> expected = Read.inShort(HISTORY_JSON, inArray);

            assertThat(expected).hasSize(3);
            assertThat(Read.inShort(HISTORY_JSON, "{\"data\":" + inArray + "}")).isEqualTo(expected);
            assertThat(Read.inShort(HISTORY_JSON, inArray.substring(1, inArray.length() - 1)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_row_out_of_which_its_keys_are_gone_is_not_taken_for_a_wrapper() {
        assertThat(Read.inShort(HISTORY_JSON, "[{\"platform\":\"ios\"," + FIRST + "," + SECOND + "]"))
                .containsExactly(
                        "1: UNREADABLE: Row 1 is not a whole JSON object.", "1: 1614888001000", "1: 1614888002000");
    }

    @Test
    void a_broken_row_in_a_wrapper_costs_itself_and_no_other() {
        String broken = SECOND.replace("\"ms_played\":0", "\"ms_played\" 0");

        assertThat(Read.inShort(HISTORY_JSON, "{\"data\":[\n" + FIRST + ",\n" + broken + ",\n" + SECOND + "\n]}"))
                .containsExactly("2: 1614888001000", "3: UNREADABLE: It is not valid JSON.", "4: 1614888002000");
    }

    @Test
    void lines_are_counted_whatever_ends_them() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(Read.inShort(HISTORY_JSON, "[" + end + FIRST + "," + end + end + SECOND + end + "]"))
                    .containsExactly("2: 1614888001000", "4: 1614888002000");
        }
    }

    @Test
    void the_byte_order_marks_of_files_put_together_are_passed_over() {
        assertThat(times(HISTORY_JSON, "[" + FIRST + "]\n\uFEFF[" + SECOND + "]"))
                .containsExactly("1614888001000", "1614888002000");
    }

    @Test
    void a_row_that_nests_too_deep_costs_itself() {
        String deep = "{\"x\":".repeat(50_000) + "1" + "}".repeat(50_000);

        assertThat(Read.inShort(HISTORY_JSON, "[{\"ts\":" + deep + "}," + FIRST + "]"))
                .containsExactly(
                        "1: UNREADABLE: It is nested too deeply, or holds a number or a name that is too long.",
                        "1: 1614888001000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ts\":", "[", "{\"a\":["})
    void endless_nesting_ends_the_reading_with_a_sentence(String opening) {
        assertThatThrownBy(() -> Read.all(HISTORY_JSON, opening.repeat(1_000_000)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it is nested more than 1000 levels deep");
    }

    @Test
    void what_python_writes_for_missing_is_missing() {
        String row = FIRST.replace("}", ",\"episode_name\":NaN,\"conn_country\":Infinity,\"shuffle\":-Infinity}");

        assertThat(Read.all(HISTORY_JSON, row)).isEqualTo(Read.all(HISTORY_JSON, FIRST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A                                              | EVENT_LINES",
                "A\\nB                                          | EVENT_LINES",
                "garbage\\nA\\nB                                | EVENT_LINES",
                "[INFO] begins\\nA\\nB                          | EVENT_LINES",
                "[]\\nA                                         | EVENT_LINES",
                "{\"version\":1}\\nA\\nB                        | EVENT_LINES",
                "{\"user_id\":\"anna\",\"occurred_at\":\\nA\\nB | EVENT_LINES",
                "{\"user_id\":\"anna\",\"occurred_at\":         | EVENT_LINES",
                "[A,B]                                          | EVENTS_JSON",
                "[\\nA,\\nB\\n]                                 | EVENTS_JSON",
                "[\\nA,\\n{\"user_id\" 7},\\nB\\n]              | EVENTS_JSON",
                "[A]\\n[B]                                      | EVENTS_JSON",
                "A,\\nB,\\n                                     | EVENTS_JSON",
                "A B                                            | EVENTS_JSON",
                "{\"events\":[A,B]}                             | EVENTS_JSON",
                "{\"events\":[\\nA,\\nB\\n]}                    | EVENTS_JSON",
                "{\"events\":[\\nA\\n]}                         | EVENTS_JSON",
                "{\"value\":A}\\n{\"value\":B}                  | EVENTS_JSON",
                "{\\n\"user_id\":\"anna\",\\n\"occurred_at\":1} | EVENTS_JSON",
            })
    void events_are_lines_where_lines_are_events(String layout, String expected) {
        String text = withRows(layout, EVENT, OTHER_EVENT).replace("\\n", "\n");

        assertThat(Formats.of(text.getBytes(UTF_8))).isSameAs(Formats.named(expected));
    }

    @Test
    void a_line_longer_than_what_is_looked_at_is_still_a_line_and_a_long_wrapper_a_wrapper() {
        String longEvent = EVENT.replace("}", ",\"x\":\"" + "y".repeat(Head.ENOUGH));
        String wrapper = "{\"events\":[" + (EVENT + ",").repeat(Head.ENOUGH / EVENT.length());

        assertThat(Formats.of(longEvent.substring(0, Head.ENOUGH).getBytes(UTF_8)))
                .isEqualTo(EVENT_LINES);
        assertThat(Formats.of(wrapper.substring(0, Head.ENOUGH).getBytes(UTF_8)))
                .isEqualTo(EVENTS_JSON);
    }

    /** Replaces A and B by rows. */
    private static String withRows(String layout, String first, String second) {
        return layout.replace("A", first).replace("B", second);
    }

    private static List<String> times(Format format, String text) {
        return Read.inShort(format, text).stream()
                .map(row -> row.substring(row.indexOf(' ') + 1))
                .toList();
    }
}
