package dev.segue.benchmarks.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The measured rule has signals to emit. */
class SignalPerEventTest {

    @Test
    void nearly_every_signal_suggests_ten_songs() {
        SignalPerEvent benchmark = new SignalPerEvent();
        benchmark.tracks = 1_000;
        benchmark.listen();

        assertThat(benchmark.acceptAndEmit()).isBetween(120_000L, 150_000L);
    }
}
