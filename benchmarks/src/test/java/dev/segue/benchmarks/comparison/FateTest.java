package dev.segue.benchmarks.comparison;

import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FateTest {

    private static final Planned PLANNED = new Planned("anna", at("09:00"), at("09:30"), Set.of("one", "two"));

    @Test
    void one_answer_with_its_plays_and_bounds_is_right() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two"))).isEqualTo(Fate.RIGHT);
    }

    @Test
    void another_start_or_end_is_inexact() {
        assertThat(fateBy(answer("08:59", "09:30", "one", "two"))).isEqualTo(Fate.INEXACT);
        assertThat(fateBy(answer("09:00", "09:31", "one", "two"))).isEqualTo(Fate.INEXACT);
    }

    @Test
    void plays_in_two_answers_are_split() {
        assertThat(fateBy(answer("09:00", "09:10", "one"), answer("09:10", "09:30", "two")))
                .isEqualTo(Fate.SPLIT);
    }

    @Test
    void an_answer_that_occurs_twice_is_split_too() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two"), answer("09:10", "09:30", "two")))
                .isEqualTo(Fate.SPLIT);
    }

    @Test
    void plays_of_others_in_its_answer_make_it_merged() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two", "three"))).isEqualTo(Fate.MERGED);
    }

    @Test
    void what_is_merged_and_split_is_merged() {
        assertThat(fateBy(answer("09:00", "09:10", "one"), answer("09:10", "09:30", "two", "three")))
                .isEqualTo(Fate.MERGED);
    }

    @Test
    void a_play_in_no_answer_is_lost() {
        assertThat(fateBy(answer("09:00", "09:30", "one"))).isEqualTo(Fate.LOST);
        assertThat(fateBy(answer("09:00", "09:30", "one", "three"))).isEqualTo(Fate.LOST);
        assertThat(fateBy()).isEqualTo(Fate.LOST);
    }

    private static Fate fateBy(Answer... holding) {
        return Fate.of(PLANNED, List.of(holding));
    }

    private static Answer answer(String from, String to, String... plays) {
        return new Answer("anna", at(from), at(to), Set.of(plays), at("10:00"), at("10:00"));
    }
}
