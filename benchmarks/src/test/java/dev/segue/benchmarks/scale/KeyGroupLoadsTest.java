package dev.segue.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.benchmarks.scale.KeyGroupLoads.Busiest;
import org.junit.jupiter.api.Test;

/** What the busiest subtask gets. */
class KeyGroupLoadsTest {

    private static final int KEY_GROUPS = 720;
    private static final int LISTENERS = 200_000;

    @Test
    void equal_listeners_are_spread_as_evenly_as_their_key_groups() {
        KeyGroupLoads loads = everybodySends(10);

        Busiest even = loads.at(8);
        assertThat(even.fewestKeyGroups()).isEqualTo(90);
        assertThat(even.mostKeyGroups()).isEqualTo(90);
        assertThat(even.listeners()).isBetween(1.0, 1.03);
        assertThat(even.events()).isEqualTo(even.listeners());

        Busiest uneven = loads.at(500);
        assertThat(uneven.fewestKeyGroups()).isEqualTo(1);
        assertThat(uneven.mostKeyGroups()).isEqualTo(2);
        assertThat(uneven.listeners()).isBetween(2 * 500.0 / KEY_GROUPS, 1.25 * 2 * 500 / KEY_GROUPS);
    }

    @Test
    void one_subtask_gets_everything() {
        assertThat(everybodySends(3).at(1)).isEqualTo(new Busiest(KEY_GROUPS, KEY_GROUPS, 1, 1));
    }

    @Test
    void one_listener_of_half_of_all_events_loads_one_subtask() {
        KeyGroupLoads loads = everybodySends(1);

        double most = loads.with("hot", LISTENERS).at(10).events();

        assertThat(most).isCloseTo((0.5 + 0.05) * 10, within(0.1));
        assertThat(loads.at(10).events()).isLessThan(1.05);
    }

    private static KeyGroupLoads everybodySends(int events) {
        KeyGroupLoads loads = new KeyGroupLoads(KEY_GROUPS);
        for (int i = 0; i < LISTENERS; i++) {
            loads.add("listener-" + i, events);
        }
        return loads;
    }
}
