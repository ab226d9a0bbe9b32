package dev.segue.domain.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MutantTest {

    private static final Mutant MUTANT =
            new Mutant("late", "domain/Rule", "return rules.gapMs() < from;", "return true;");

    @Test
    void finds_its_text_however_the_source_is_formatted() {
        assertThat(MUTANT.in("long gap;\n    return rules\n            .gapMs()\n            < from;\n}"))
                .isEqualTo("long gap;\n    return true;\n}");
    }

    @Test
    void does_not_take_two_words_for_one() {
        assertThatThrownBy(() -> MUTANT.in("returnrules.gapMs() < from;"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("matches 0 times");
    }

    @Test
    void finds_its_text_only_once() {
        assertThatThrownBy(() -> MUTANT.in("return rules.gapMs() < from; return rules.gapMs() < from;"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("matches 2 times");
    }
}
