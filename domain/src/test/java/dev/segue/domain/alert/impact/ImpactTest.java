package dev.segue.domain.alert.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How many listeners a deviation affects, and how severe that is. */
class ImpactTest {

    @Test
    void an_outage_affects_all_who_were_expected() {
        assertThat(Impact.of(0, 45, 0, 90)).isEqualTo(new Impact(1, 90, 90));
    }

    @Test
    void a_halving_affects_half_whether_they_are_gone_or_listen_less() {
        assertThat(Impact.of(20, 40, 45, 90).affected()).isEqualTo(45);
        assertThat(Impact.of(20, 40, 90, 90).affected()).isEqualTo(45);
    }

    @Test
    void where_more_listen_than_expected_they_are_those_who_are_there() {
        assertThat(Impact.of(0.2, 0.1, 120, 90).affected()).isEqualTo(60);
    }

    @Test
    void what_is_as_expected_affects_nobody() {
        assertThat(Impact.of(0, 0, 10, 10).affected()).isZero();
        assertThat(Impact.of(7, 7, 10, 10).affected()).isZero();
    }

    @Test
    void over_several_hours_a_listener_counts_once_for_each() {
        Impact both = Impact.of(0, 45, 0, 90).plus(Impact.of(20, 40, 90, 90));

        assertThat(both.windows()).isEqualTo(2);
        assertThat(both.listeners()).isEqualTo(180);
        assertThat(both.affected()).isCloseTo(135, within(1e-9));
    }

    @Test
    void it_is_severe_from_its_level_on() {
        SeverityLevels levels = new SeverityLevels(100, 1_000);

        assertThat(levels.of(new Impact(1, 5_000, 99.9))).isEqualTo(Severity.MINOR);
        assertThat(levels.of(new Impact(1, 5_000, 100))).isEqualTo(Severity.MAJOR);
        assertThat(levels.of(new Impact(1, 5_000, 999.9))).isEqualTo(Severity.MAJOR);
        assertThat(levels.of(new Impact(1, 5_000, 1_000))).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void levels_ascend() {
        assertThatThrownBy(() -> new SeverityLevels(100, 99)).hasMessageContaining("100.0 and 99.0");
        assertThatThrownBy(() -> new SeverityLevels(0, 99)).hasMessageContaining("positive");
    }
}
