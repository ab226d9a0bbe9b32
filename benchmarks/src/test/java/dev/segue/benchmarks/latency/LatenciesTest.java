package dev.segue.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void a_percentile_is_the_shortest_that_so_many_of_a_hundred_do_not_exceed() {
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
    void of_one_all_percentiles_are_that_one() {
        Latencies latencies = new Latencies();
        latencies.add(7);

        assertThat(latencies.percentile(50)).isEqualTo(7);
        assertThat(latencies.percentile(99)).isEqualTo(7);
    }
}
