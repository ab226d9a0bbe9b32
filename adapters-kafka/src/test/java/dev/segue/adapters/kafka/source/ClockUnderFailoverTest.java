package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.source.ClusterTrial.Situation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A failure of a task or of the coordinator never makes an event late. */
class ClockUnderFailoverTest {

    private static final int SEEDS = 400;

    @Test
    void no_event_is_behind_the_clock_whatever_fails_and_in_whatever_order_messages_come() throws Exception {
        Set<Situation> situations = EnumSet.noneOf(Situation.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                situations.addAll(new ClusterTrial(seed).run());
            } catch (AssertionError e) {
                throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(situations).isEqualTo(EnumSet.allOf(Situation.class));
    }
}
