package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Events that are on time, early, late but within bounds, or beyond the allowed lateness. */
class LatenessTest {

    private final Story anna = new Story();

    @Test
    void on_time() {
        anna.at("09:03");

        assertThat(anna.receives(aPlay().at("09:00").until("09:03"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.at("10:00")).containsExactly("09:00 #1 FINAL 09:00-09:03");
    }

    @Test
    void early() {
        anna.at("08:00");

        assertThat(anna.receives(aPlay().at("09:00").until("09:03"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.at("08:30")).containsExactly("09:00 #1 EARLY open 09:00-09:03");
        assertThat(anna.at("10:00")).containsExactly("09:00 #2 FINAL 09:00-09:03");
    }

    @Test
    void late_but_nobody_notices() {
        anna.at("09:06");
        anna.receives(aPlay().at("09:03").until("09:06"));

        assertThat(anna.receives(aPlay().at("09:00").until("09:03"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.at("10:00")).containsExactly("09:00 #1 FINAL 09:00-09:06");
    }

    @Test
    void late_and_noticed() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.at("20:00");

        assertThat(anna.receives(aPlay().at("09:03").until("09:06"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.at("20:00:01")).containsExactly("09:00 #2 CORRECTED 09:00-09:06");
    }

    @Test
    void too_late() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.at("2026-03-03T09:06:00.001Z");

        assertThat(anna.receives(aPlay().at("09:03").until("09:06"))).isEqualTo(Outcome.LATE);
        assertThat(anna.at("2026-03-03T09:10:00Z")).isEmpty();
    }

    @Test
    void an_event_exactly_at_the_allowed_lateness_is_accepted() {
        anna.at("2026-03-03T09:06:00Z");

        assertThat(anna.receives(aPlay().at("09:03").until("09:06"))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void one_millisecond_before_the_allowed_lateness_is_late() {
        anna.at("2026-03-03T09:06:00.001Z");

        assertThat(anna.receives(aPlay().at("09:03").until("09:06"))).isEqualTo(Outcome.LATE);
    }

    @Test
    void before_the_clock_knows_any_time_nothing_is_late() {
        assertThat(anna.receives(aPlay().at("1999-12-31T23:59:00Z"))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void silence_makes_nothing_late() {
        anna.at("09:03", "2026-03-05T09:03:00Z");

        assertThat(anna.receives(aSearch().at("09:03"))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_repetition_is_a_duplicate_not_another_event() {
        assertThat(anna.receives(aSearch().at("09:00"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.receives(aSearch().at("09:00"))).isEqualTo(Outcome.DUPLICATE);
    }

    /** A play of six hours that ends exactly at the allowed lateness begins exactly a gap after the session ended. */
    @Test
    void an_accepted_play_finds_the_oldest_session_it_touches() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.at("2026-03-03T15:18:00Z");

        assertThat(anna.receives(aPlay().at("09:18").until("15:18"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.at("2026-03-03T15:18:00Z", "2026-03-03T15:18:01Z"))
                .containsExactly("09:00 #2 CORRECTED 09:00-15:18");
    }
}
