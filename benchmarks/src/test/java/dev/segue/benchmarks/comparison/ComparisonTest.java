package dev.segue.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.comparison.SessionWindows.Reading;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.plan.Hazard;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Staged STAGED = staged(Set.of(Hazard.values()));

    @Test
    void every_session_has_one_fate_with_every_sessionizer() throws Exception {
        for (Score score : Comparison.scores(STAGED)) {
            assertThat(score.planned())
                    .as(score.name())
                    .isEqualTo(STAGED.planned().size());
            assertThat(score.stoodAfterMs()).as(score.name()).hasSize((int) score.of(Fate.RIGHT));
        }
    }

    @Test
    void segue_has_all_right_and_emits_nothing_else() throws Exception {
        Score segue = Score.of("Segue", STAGED.planned(), new Segue().answersTo(STAGED.arrived()));

        assertThat(segue.of(Fate.RIGHT)).isEqualTo(STAGED.planned().size());
        assertThat(segue.answers()).isEqualTo(STAGED.planned().size() + STAGED.withoutPlays());
        assertThat(segue.changedLater()).isBetween(1L, segue.of(Fate.RIGHT) - 1);
    }

    @Test
    void windows_that_wait_as_long_have_all_right_without_bots_and_long_pauses() throws Exception {
        Staged staged = staged(Scenario.allHazardsBut(List.of(Hazard.BOTS, Hazard.LONG_PAUSES)));
        Sessionizer windows = new SessionWindows(Duration.ofHours(24), Reading.BY_COVER);

        Score score = Score.of("windows", staged.planned(), windows.answersTo(staged.arrived()));

        assertThat(score.of(Fate.RIGHT)).isEqualTo(staged.planned().size());
    }

    @Test
    void an_equal_seed_gives_an_equal_table() throws Exception {
        Staged again = staged(Set.of(Hazard.values()));

        assertThat(Table.of(Comparison.scores(again))).isEqualTo(Table.of(Comparison.scores(STAGED)));
    }

    @Test
    void plan_and_plays_are_found_in_what_arrives() {
        List<String> plays = STAGED.arrived().stream()
                .filter(each -> Staged.isPlay(each.event()))
                .map(each -> each.event().eventId())
                .toList();

        assertThat(plays)
                .containsAll(STAGED.planned().stream()
                        .flatMap(session -> session.plays().stream())
                        .toList());
    }

    private static Staged staged(Set<Hazard> hazards) {
        return Staged.of(Comparison.scenario(15, 2, 1, hazards));
    }
}
