package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KpiRulesTest {

    @Test
    void aRowIsNotToldMoreOftenThanAtEveryChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KpiRules(FollowRule.DEFAULT, -1, 1))
                .withMessage("emitEveryMs must not be negative, but is -1");
    }

    @Test
    void aSessionLasts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KpiRules(FollowRule.DEFAULT, 0, 0))
                .withMessage("longestSessionMs must be positive, but is 0");
    }
}
