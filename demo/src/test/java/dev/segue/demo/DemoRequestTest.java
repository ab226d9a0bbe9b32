package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.simulator.audience.Past;
import dev.segue.simulator.audience.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void plays_the_latest_night_in_which_the_clocks_of_europe_changed() {
        Scenario scenario = asked(Duration.ofSeconds(60)).scenario(NOW);

        assertThat(Instant.ofEpochMilli(scenario.beginning())).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(Instant.ofEpochMilli(scenario.end())).isEqualTo("2026-10-25T10:00:00Z");
    }

    @Test
    void goes_further_back_when_its_time_would_catch_up_with_ours() {
        Scenario scenario = asked(Duration.ofHours(2)).scenario(NOW);

        assertThat(Instant.ofEpochMilli(scenario.beginning())).isEqualTo("2026-03-29T00:00:00Z");
        assertThat(Instant.ofEpochMilli(scenario.end())).isEqualTo("2026-05-18T00:00:00Z");
    }

    @Test
    void has_no_end_when_it_has_no_length() {
        assertThat(asked(null).scenario(NOW).end()).isEqualTo(Scenario.ENDLESS);
    }

    /** Three weeks are what an expected range needs; an edition is compared over all days of a week. */
    @Test
    void everybody_listened_in_the_weeks_before_so_there_is_something_to_compare_with() {
        assertThat(asked(null).scenario(NOW).past()).isEqualTo(new Past(3, 7));
    }

    private static DemoRequest asked(Duration length) {
        return new DemoRequest(length, 600, 100, 1, Set.of(), 0, 0, 0, 0, null);
    }
}
