package dev.segue.adapters.files.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnWiseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ts\":{\"0\":\"2021-03-04T20:00:01Z\"},\"ms_played\":{\"0\":5}} | true",
                "{\"ts\":[\"2021-03-04T20:00:01Z\"],\"ms_played\":[5]}             | true",
                "{\"columns\":[\"ts\",\"ms_played\"],\"index\":[0],\"data\":[[1]]} | true",
                "{\"user_id\":{\"0\":\"anna\"},\"occurred_at\":{\"0\":1}}          | true",
                "{\"ts\":\"2021-03-04T20:00:01Z\",\"ms_played\":5}                 | false",
                "{\"columns\":[\"a\"],\"data\":[{\"ts\":1,\"ms_played\":5}]}       | false",
                "[{\"ts\":[1]}]                                                    | false",
                "ts,ms_played                                                      | false",
            })
    void columns_are_distinguished_from_rows(String text, boolean expected) {
        assertThat(ColumnWise.isIn(text.getBytes(UTF_8))).isEqualTo(expected);
    }
}
