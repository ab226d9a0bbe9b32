package dev.segue.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Seeds;
import org.junit.jupiter.api.Test;

/**
 * However a history is delivered, the incremental form tells what the batch reference finds, and tells it as the rules
 * say. One delivery is seen again with {@code -Dsegue.seed=<its seed>}.
 */
class IncrementalTrialsTest {

    private static final int SEEDS = 1_500;
    private static final int LEAST = 20;

    @Test
    void nothing_can_be_objected_to() {
        Coverage coverage = new Coverage();
        for (long seed : Seeds.upTo(SEEDS)) {
            assertThat(IncrementalTrials.objection(seed, coverage)).isNull();
        }
        if (!Seeds.isOne()) {
            assertThat(coverage.below(LEAST))
                    .as("hardly seen among %s", coverage)
                    .isEmpty();
        }
    }
}
