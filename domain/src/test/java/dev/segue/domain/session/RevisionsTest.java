package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Times;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private final Story anna = new Story();

    @Test
    void a_session_is_early_then_final() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));

        assertThat(anna.at("09:12:59.999")).isEmpty();
        assertThat(anna.at("09:13")).containsExactly("09:00 #1 EARLY open 09:00-09:03");
        assertThat(anna.at("09:18")).isEmpty();
        assertThat(anna.at("09:18:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:03");
        assertThat(anna.atTheEnd()).isEmpty();
        assertThat(anna.hasNoState()).isTrue();
    }

    @Test
    void nothing_is_emitted_while_nothing_changes() {
        anna.at("09:40");
        anna.receives(aPlay().at("09:00").until("10:10"));
        assertThat(anna.at("09:50")).containsExactly("09:00 #1 EARLY open 09:00-10:10");

        assertThat(anna.receives(aPlay().at("09:00").until("10:10"))).isEqualTo(Outcome.DUPLICATE);

        assertThat(anna.at("10:00")).isEmpty();
        assertThat(anna.at("10:25")).isEmpty();
        assertThat(anna.at("10:25:00.001")).containsExactly("09:00 #2 FINAL 09:00-10:10");
    }

    @Test
    void a_piece_of_a_play_that_belongs_elsewhere_is_not_emitted_where_it_changes_nothing() {
        anna.at("09:10");
        anna.accepts(aPlay().at("09:00").until("09:10"));
        assertThat(anna.at("11:00")).containsExactly("09:00 #1 FINAL 09:00-09:10");

        anna.accepts(aPlay().at("09:05").until("11:00").sounding("3:00"));

        assertThat(anna.at("11:15:00.001")).containsExactly("10:57 #1 FINAL 10:57-11:00");
        assertThat(anna.atTheEnd()).isEmpty();
    }

    @Test
    void early_revisions_come_every_ten_minutes_when_something_changed() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.at("09:13");
        anna.receives(aPlay().at("09:10").until("09:13"));
        anna.receives(aPlay().at("09:07").until("09:10"));

        assertThat(anna.at("09:22:59.999")).isEmpty();
        assertThat(anna.at("09:23")).containsExactly("09:00 #2 EARLY open 09:00-09:13");
    }

    @Test
    void silence_ends_a_session_though_the_acceptance_clock_does_not_advance() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));

        assertThat(anna.at("09:03", "09:18:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:03");
    }

    @Test
    void a_change_to_a_closed_session_is_a_correction() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        assertThat(anna.at("10:00")).containsExactly("09:00 #1 FINAL 09:00-09:03");

        anna.receives(aPlay().at("09:05").until("09:08"));

        assertThat(anna.at("10:00:00.999")).isEmpty();
        assertThat(anna.at("10:00:01")).containsExactly("09:00 #2 CORRECTED 09:00-09:08");
    }

    @Test
    void a_session_that_goes_on_after_it_closed_is_corrected_and_open() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        assertThat(anna.at("09:03", "09:18:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:03");

        anna.receives(aPlay().at("09:15").until("09:18"));

        assertThat(anna.at("09:18", "09:30")).containsExactly("09:00 #2 CORRECTED open 09:00-09:18");
        assertThat(anna.at("09:33:00.001")).containsExactly("09:00 #3 CORRECTED 09:00-09:18");
    }

    @Test
    void a_new_session_is_emitted_at_once_though_it_comes_late() {
        anna.at("12:00");
        anna.receives(aPlay().at("09:00").until("09:03"));

        assertThat(anna.at("12:00:01")).containsExactly("09:00 #1 FINAL 09:00-09:03");
    }

    @Test
    void a_late_event_that_moves_the_start_supersedes_the_id() {
        anna.at("09:18");
        anna.receives(aPlay().at("09:15").until("09:18"));
        assertThat(anna.at("10:00")).containsExactly("09:15 #1 FINAL 09:15-09:18");

        anna.receives(aPlay().at("09:05").until("09:08"));

        assertThat(anna.at("10:00:01"))
                .containsExactly("09:05 #1 CORRECTED 09:05-09:18", "09:15 #2 SUPERSEDED by 09:05");
    }

    @Test
    void a_new_id_made_of_a_closed_and_a_running_session_is_final_when_it_first_closes() {
        anna.at("09:18");
        anna.receives(aPlay().at("09:15").until("09:18"));
        assertThat(anna.at("09:40")).containsExactly("09:15 #1 FINAL 09:15-09:18");
        anna.receives(aPlay().at("09:37").until("09:40"));

        anna.receives(aPlay().at("09:05").until("09:25"));

        assertThat(anna.at("10:30")).containsExactly("09:05 #1 FINAL 09:05-09:40", "09:15 #2 SUPERSEDED by 09:05");
    }

    @Test
    void a_late_event_that_joins_two_sessions_supersedes_the_second() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.receives(aPlay().at("09:30").until("09:33"));
        assertThat(anna.at("10:00")).containsExactly("09:00 #1 FINAL 09:00-09:03", "09:30 #1 FINAL 09:30-09:33");

        anna.receives(aPlay().at("09:15").until("09:18"));

        assertThat(anna.at("10:00:01"))
                .containsExactly("09:00 #2 CORRECTED 09:00-09:33", "09:30 #2 SUPERSEDED by 09:00");
    }

    @Test
    void pointers_to_takers_over_may_chain() {
        anna.at("09:33");
        anna.receives(aPlay().at("09:30").until("09:33"));
        anna.at("10:00");
        anna.receives(aPlay().at("09:20").until("09:23"));
        assertThat(anna.at("10:00:01"))
                .containsExactly("09:20 #1 CORRECTED 09:20-09:33", "09:30 #2 SUPERSEDED by 09:20");

        anna.receives(aPlay().at("09:10").until("09:13"));

        assertThat(anna.at("10:00:02"))
                .containsExactly("09:10 #1 CORRECTED 09:10-09:33", "09:20 #2 SUPERSEDED by 09:10");
    }

    @Test
    void an_id_that_comes_back_counts_on() {
        anna.at("15:00");
        anna.receives(aPlay().at("09:00").until("15:00").sounding("5:00"));
        assertThat(anna.at("16:00")).containsExactly("09:00 #1 FINAL 09:00-09:00", "14:55 #1 FINAL 14:55-15:00");
        anna.receives(aResume().at("14:57"));
        assertThat(anna.at("16:00:01"))
                .containsExactly("14:57 #1 CORRECTED 14:57-15:00", "14:55 #2 SUPERSEDED by 14:57");

        anna.receives(aSearch().at("14:55"));

        assertThat(anna.at("16:00:02"))
                .containsExactly("14:55 #3 CORRECTED 14:55-15:00", "14:57 #2 SUPERSEDED by 14:55");
    }

    @Test
    void an_id_that_comes_back_before_it_ever_closed_is_final_once() {
        anna.at("15:00");
        anna.accepts(aPlay().at("09:00").until("15:00").sounding("5:00"));
        assertThat(anna.at("15:10")).containsExactly("09:00 #1 FINAL 09:00-09:00", "14:55 #1 EARLY open 14:55-15:00");
        anna.accepts(aResume().at("14:57"));
        anna.at("15:11");
        assertThat(anna.at("15:16")).containsExactly("14:57 #2 FINAL 14:57-15:00");

        anna.accepts(aSearch().at("14:55"));

        assertThat(anna.at("15:17")).containsExactly("14:55 #3 FINAL 14:55-15:00", "14:57 #3 SUPERSEDED by 14:55");
    }

    @Test
    void a_superseded_id_is_purged_once_settled() {
        anna.at("09:18");
        anna.receives(aPlay().at("09:15").until("09:18"));
        anna.at("10:00");
        anna.receives(aPlay().at("09:05").until("09:08"));
        anna.at("10:00:01");

        assertThat(anna.atTheEnd()).containsExactly("09:15 PURGED");
        assertThat(anna.hasNoState()).isTrue();
    }

    @Test
    void a_revision_says_when_it_was_made_and_when_it_is_settled() {
        anna.at("09:03");
        anna.receives(aPlay().at("09:00").until("09:03"));
        anna.at("10:00");

        Change.Revision revision = (Change.Revision) anna.emitted().get(0);
        assertThat(revision.asOf()).isEqualTo(Times.at("10:00"));
        // The end, plus the gap of 15 minutes, the allowed lateness of 24 hours and the maximum play length of 6 hours.
        assertThat(revision.settledAfter()).isEqualTo(Times.at("2026-03-03T15:18:00Z"));
        assertThat(revision.rulesVersion()).isEqualTo(SessionRules.DEFAULT.version());
    }

    @Test
    void a_change_after_a_long_calm_is_emitted_at_once() {
        anna.until("09:12");
        anna.accepts(aPlay().at("09:09"));
        anna.until("09:21");
        anna.accepts(aPlay().at("09:18"));
        assertThat(anna.until("09:33")).containsExactly("09:22 emits 09:09 #1 EARLY open 09:09-09:21");

        anna.accepts(aPlay().at("09:30"));

        assertThat(anna.until("09:34")).containsExactly("09:33 emits 09:09 #2 EARLY open 09:09-09:33");
    }

    @Test
    void corrections_are_gathered() {
        anna.until("09:14");
        anna.accepts(aPlay().at("09:00"));
        anna.until("11:00");

        anna.accepts(aSearch().at("09:01"));
        assertThat(anna.until("11:00:00.500")).isEmpty();
        anna.accepts(aSearch().at("09:02"));
        assertThat(anna.until("12:00")).containsExactly("11:00:01 emits 09:00 #2 CORRECTED 09:00-09:03");
        assertThat(anna.revisions())
                .extracting(emitted -> emitted.session().events())
                .containsExactly(1, 3);
    }

    @Test
    void a_session_opened_again_is_emitted_at_the_pace_of_early_firing() {
        anna.until("09:14");
        anna.accepts(aPlay().at("09:00"));
        anna.until("09:20");
        anna.accepts(aPlay().at("09:10").until("09:15"));
        anna.until("09:21");

        anna.accepts(aPlay().at("09:18"));
        anna.until("09:25");
        anna.accepts(aPlay().at("09:22"));

        assertThat(anna.until("10:00"))
                .containsExactly(
                        "09:30:01 emits 09:00 #3 CORRECTED open 09:00-09:25",
                        "09:40:00.001 emits 09:00 #4 CORRECTED 09:00-09:25");
    }

    @Test
    void a_session_whose_end_is_long_past_is_emitted_once_its_events_are_gathered() {
        anna.until("12:00");
        anna.accepts(aPlay().at("09:00"), aPlay().at("09:05"));
        assertThat(anna.until("12:00:00.500")).isEmpty();
        anna.accepts(aPlay().at("09:10"));

        assertThat(anna.until("13:00")).containsExactly("12:00:01 emits 09:00 #1 FINAL 09:00-09:13");
    }

    @Test
    void what_happens_after_long_silence_is_emitted_without_waiting_for_as_long_again() {
        anna.until("09:03");
        anna.accepts(aPlay().at("09:00"));
        anna.at("09:03", "2026-03-04T09:03:00Z");
        anna.accepts(aPlay().at("09:30"));

        assertThat(anna.at("09:33")).isEmpty();
        assertThat(anna.until("10:00"))
                .containsExactly(
                        "09:43 emits 09:30 #1 EARLY open 09:30-09:33", "09:48:00.001 emits 09:30 #2 FINAL 09:30-09:33");
    }

    @Test
    void a_session_of_the_end_of_a_silence_is_final_before_it_is_purged() {
        anna.until("09:03");
        anna.accepts(aPlay().at("09:00"));
        anna.at("09:03", "2026-03-04T09:03:00Z");
        anna.accepts(aPlay().at("09:30"));

        assertThat(anna.at("2026-03-04T00:00:00Z")).containsExactly("09:30 #1 FINAL 09:30-09:33");
        assertThat(anna.hasNoState()).isTrue();
    }

    @Test
    void before_the_clock_has_started_nothing_is_emitted() {
        anna.accepts(aPlay().at("09:00"));

        assertThat(anna.until("09:00")).isEmpty();
        assertThat(anna.until("10:00"))
                .containsExactly(
                        "09:10 emits 09:00 #1 EARLY open 09:00-09:03", "09:18:00.001 emits 09:00 #2 FINAL 09:00-09:03");
    }
}
