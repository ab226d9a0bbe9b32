package dev.segue.benchmarks.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The measured rule has changes to emit. */
class IncrementalRuleTest {

    @Test
    void a_hundred_sessions_are_emitted_with_their_plays() {
        IncrementalRule benchmark = new IncrementalRule();
        benchmark.playsPerSession = 20;
        benchmark.listen();

        assertThat(benchmark.acceptAndEmit()).isEqualTo(2 * 100);
    }
}
