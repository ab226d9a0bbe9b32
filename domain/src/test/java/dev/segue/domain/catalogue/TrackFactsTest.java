package dev.segue.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrackFactsTest {

    @Test
    void shares_become_thousandths() {
        assertThat(TrackFacts.of(180_000L, 0.1234, 0.9996))
                .isEqualTo(new TrackFacts(180_000, (short) 123, (short) 1000));
        assertThat(TrackFacts.of(1L, 0.0, 0.0005)).isEqualTo(new TrackFacts(1, (short) 0, (short) 1));
    }

    @Test
    void what_is_absent_is_unknown() {
        assertThat(TrackFacts.of(null, null, null)).isEqualTo(TrackFacts.UNKNOWN);
    }

    @Test
    void what_is_out_of_range_is_unknown() {
        assertThat(TrackFacts.of(0L, -0.001, 1.001)).isEqualTo(TrackFacts.UNKNOWN);
        assertThat(TrackFacts.of(1L + Integer.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY))
                .isEqualTo(TrackFacts.UNKNOWN);
    }

    @Test
    void mood_needs_both_values() {
        assertThat(TrackFacts.of(null, 0.5, 0.5).hasMood()).isTrue();
        assertThat(TrackFacts.of(null, 0.5, null).hasMood()).isFalse();
        assertThat(TrackFacts.of(null, null, 0.5).hasMood()).isFalse();
    }

    @Test
    void impossible_facts_are_refused() {
        assertThatThrownBy(() -> new TrackFacts(-1, (short) 0, (short) 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("durationMs");
        assertThatThrownBy(() -> new TrackFacts(0, (short) 1001, (short) 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("valence");
        assertThatThrownBy(() -> new TrackFacts(0, (short) 0, (short) -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("energy");
    }
}
