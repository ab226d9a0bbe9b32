package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.ListeningRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private static SessionRules rules(
            long gap, long cap, long maxPlay, long allowedLateness, long early, long corrections) {
        return new SessionRules(gap, cap, maxPlay, allowedLateness, early, corrections, ListeningRules.DEFAULT);
    }

    @Test
    void the_defaults_are_those_of_the_documentation() {
        assertThat(SessionRules.DEFAULT)
                .isEqualTo(rules(15 * MINUTE, 24 * HOUR, 6 * HOUR, 24 * HOUR, 10 * MINUTE, 1_000));
    }

    @Test
    void a_session_settles_after_gap_allowed_lateness_and_longest_play() {
        assertThat(SessionRules.DEFAULT.settlingMs()).isEqualTo(15 * MINUTE + 24 * HOUR + 6 * HOUR);
    }

    @Test
    void what_happened_before_the_allowed_lateness_is_late_and_on_it_is_not() {
        SessionRules rules = rules(1, 1, 1, 100, 1, 1);

        assertThat(rules.isLate(899, 1_000)).isTrue();
        assertThat(rules.isLate(900, 1_000)).isFalse();
        assertThat(rules.isLate(0, Clocks.NOT_STARTED)).isFalse();
    }

    @Test
    void other_numbers_are_another_version() {
        assertThat(SessionRules.DEFAULT.version())
                .isEqualTo(rules(15 * MINUTE, 24 * HOUR, 6 * HOUR, 24 * HOUR, 10 * MINUTE, 1_000)
                        .version())
                .isNotEqualTo(rules(16 * MINUTE, 24 * HOUR, 6 * HOUR, 24 * HOUR, 10 * MINUTE, 1_000)
                        .version());
    }

    @Test
    void every_number_is_part_of_the_version() {
        ListeningRules listening = ListeningRules.DEFAULT;
        List<SessionRules> rules = List.of(
                rules(10, 10, 10, 10, 10, 10),
                rules(11, 10, 10, 10, 10, 10),
                rules(10, 11, 10, 10, 10, 10),
                rules(10, 10, 11, 10, 10, 10),
                rules(10, 10, 10, 11, 10, 10),
                rules(10, 10, 10, 10, 11, 10),
                rules(10, 10, 10, 10, 10, 11),
                new SessionRules(10, 10, 10, 10, 10, 10, new ListeningRules(5_001, 30_000, 30_000, 60_000, 600_000)),
                new SessionRules(10, 10, 10, 10, 10, 10, new ListeningRules(5_000, 30_001, 30_000, 60_000, 600_000)),
                new SessionRules(10, 10, 10, 10, 10, 10, new ListeningRules(5_000, 30_000, 30_001, 60_000, 600_000)),
                new SessionRules(10, 10, 10, 10, 10, 10, new ListeningRules(5_000, 30_000, 30_000, 60_001, 600_000)),
                new SessionRules(10, 10, 10, 10, 10, 10, new ListeningRules(5_000, 30_000, 30_000, 60_000, 600_001)));

        assertThat(rules).extracting(SessionRules::version).doesNotHaveDuplicates();
        assertThat(new SessionRules(10, 10, 10, 10, 10, 10, listening).version())
                .isEqualTo(rules.get(0).version());
    }

    @Test
    void state_is_made_by_what_joins_cuts_and_purges_and_not_by_what_emits() {
        Map<String, String> made = SessionRules.DEFAULT.ofState().values();
        ListeningRules listening = new ListeningRules(1, 2, 3, 4, 5);

        assertThat(made)
                .containsExactly(
                        entry("sessions.gap", "15 min"),
                        entry("sessions.cap", "1 d"),
                        entry("sessions.max-play", "6 h"),
                        entry("sessions.allowed-lateness", "1 d"),
                        entry("the version of Segue's rules of sessions", "4"));
        assertThat(new SessionRules(15 * MINUTE, 24 * HOUR, 6 * HOUR, 24 * HOUR, 1, 1, listening)
                        .ofState()
                        .objectionTo(made))
                .isEmpty();
    }

    @Test
    void every_length_is_positive() {
        assertThatThrownBy(() -> rules(0, 1, 1, 0, 1, 1)).hasMessage("gapMs must be positive, but is 0");
        assertThatThrownBy(() -> rules(1, 0, 1, 0, 1, 1)).hasMessage("capMs must be positive, but is 0");
        assertThatThrownBy(() -> rules(1, 1, 0, 0, 1, 1)).hasMessage("maxPlayMs must be positive, but is 0");
        assertThatThrownBy(() -> rules(1, 1, 1, 0, 0, 1))
                .hasMessage("earlyFiringIntervalMs must be positive, but is 0");
        assertThatThrownBy(() -> rules(1, 1, 1, 0, 1, 0)).hasMessage("correctionsMs must be positive, but is 0");
    }

    @Test
    void the_allowed_lateness_may_be_nothing_but_not_negative() {
        assertThat(rules(1, 1, 1, 0, 1, 1).allowedLatenessMs()).isZero();
        assertThatThrownBy(() -> rules(1, 1, 1, -1, 1, 1))
                .hasMessage("allowedLatenessMs must not be negative, but is -1");
    }
}
