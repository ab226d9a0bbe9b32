package dev.segue.benchmarks.comparison;

import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FateTest {

    private static final Planned PLANNED = new Planned("anna", at("09:00"), at("09:30"), Set.of("one", "two"));

    @Test
    void oneAnswerWithItsPlaysAndBoundsIsRight() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two"))).isEqualTo(Fate.RIGHT);
    }

    @Test
    void anotherStartOrEndIsInexact() {
        assertThat(fateBy(answer("08:59", "09:30", "one", "two"))).isEqualTo(Fate.INEXACT);
        assertThat(fateBy(answer("09:00", "09:31", "one", "two"))).isEqualTo(Fate.INEXACT);
    }

    @Test
    void playsInTwoAnswersAreSplit() {
        assertThat(fateBy(answer("09:00", "09:10", "one"), answer("09:10", "09:30", "two")))
                .isEqualTo(Fate.SPLIT);
    }

    @Test
    void anAnswerThatStandsTwiceIsSplitToo() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two"), answer("09:10", "09:30", "two")))
                .isEqualTo(Fate.SPLIT);
    }

    @Test
    void playsOfOthersInItsAnswerMakeItMerged() {
        assertThat(fateBy(answer("09:00", "09:30", "one", "two", "three"))).isEqualTo(Fate.MERGED);
    }

    @Test
    void whatIsMergedAndSplitIsMerged() {
        assertThat(fateBy(answer("09:00", "09:10", "one"), answer("09:10", "09:30", "two", "three")))
                .isEqualTo(Fate.MERGED);
    }

    @Test
    void aPlayInNoAnswerIsLost() {
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
