package dev.segue.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Seeds;
import org.junit.jupiter.api.Test;

/**
 * However a history is delivered, the incremental implementation emits what the batch reference finds, and emits it
 * according to the rules. Reproduce one delivery with {@code -Dsegue.seed=<its seed>}.
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
            assertThat(coverage.below(LEAST)).as("rare among %s", coverage).isEmpty();
        }
    }
}
