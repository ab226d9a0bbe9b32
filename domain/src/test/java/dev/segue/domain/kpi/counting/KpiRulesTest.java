package dev.segue.domain.kpi.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpiRulesTest {

    @Test
    void a_row_is_not_emitted_more_often_than_at_every_change() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KpiRules(FollowRule.DEFAULT, -1, 1))
                .withMessage("emitEveryMs must not be negative, but is -1");
    }

    @Test
    void a_session_lasts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KpiRules(FollowRule.DEFAULT, 0, 0))
                .withMessage("longestSessionMs must be positive, but is 0");
    }

    @Test
    void state_is_made_by_where_things_are_counted_and_for_how_long_and_not_by_the_pace() {
        KpiRules rules = new KpiRules(new FollowRule(Set.of("b", "a"), 7), 1, 108_000_000);

        assertThat(rules.ofState().values())
                .containsExactly(
                        entry("kpis.follow", "a, b"),
                        entry("kpis.max-subjects", "7"),
                        entry("kpis.max-session", "30 h"),
                        entry("the version of Segue's KPI rows", "2"));
        assertThat(rules.ofState().objectionTo(Map.of()))
                .as("rows from before")
                .hasValueSatisfying(objection ->
                        assertThat(objection).contains("the version of Segue's KPI rows was 1, and is now 2"));
    }
}
