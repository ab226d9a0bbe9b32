package dev.segue.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a full stop is added. */
class SentenceTest {

    @ParameterizedTest
    @CsvSource({
        "It does not answer,       It does not answer.",
        "Authorization failed.,    Authorization failed.",
        "'Timed out. ',            Timed out.",
        "Is it running?,           Is it running?",
        "No!,                      No!",
        "It has ended (IOException), It has ended (IOException)."
    })
    void a_sentence_has_one_full_stop(String text, String ended) {
        assertThat(Sentence.ended(text)).isEqualTo(ended);
    }
}
