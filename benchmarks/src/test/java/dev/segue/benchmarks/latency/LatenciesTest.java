package dev.segue.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsTheShortestThatSoManyOfAHundredDoNotExceed() {
        Latencies latencies = new Latencies();
        for (int ms = 2_000; ms > 0; ms--) {
            latencies.add(ms);
        }

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.percentile(50)).isEqualTo(1_000);
        assertThat(latencies.percentile(99)).isEqualTo(1_980);
        assertThat(latencies.percentile(100)).isEqualTo(2_000);
    }

    @Test
    void ofOneAllPercentilesAreThatOne() {
        Latencies latencies = new Latencies();
        latencies.add(7);

        assertThat(latencies.percentile(50)).isEqualTo(7);
        assertThat(latencies.percentile(99)).isEqualTo(7);
    }
}
