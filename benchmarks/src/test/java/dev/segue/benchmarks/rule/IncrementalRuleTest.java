package dev.segue.benchmarks.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rule that is measured has something to tell. */
class IncrementalRuleTest {

    @Test
    void a_hundred_sessions_are_emitted_with_their_plays() {
        IncrementalRule benchmark = new IncrementalRule();
        benchmark.playsPerSession = 20;
        benchmark.listen();

        assertThat(benchmark.acceptAndEmit()).isEqualTo(2 * 100);
    }
}
