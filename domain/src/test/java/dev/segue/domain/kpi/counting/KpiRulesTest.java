package dev.segue.domain.kpi.counting;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
}
