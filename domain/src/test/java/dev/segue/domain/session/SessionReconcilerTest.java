package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.session.Change.Superseded;
import org.junit.jupiter.api.Test;

/**
 * What is emitted when a late event moves the start of a session or joins sessions, so that ids disappear and appear.
 */
class SessionReconcilerTest {

    private final Story anna = new Story();

    /** Paused for nearly two hours; as far as is known, proves presence at 09:00 and from 10:55 to 11:00. */
    private static EventBuilder<?> aBrokenPlay() {
        return aPlay().at("09:00").until("11:00").sounding("5:00");
    }

    @Test
    void an_earlier_start_makes_another_id_and_supersedes_the_first() {
        anna.until("09:30");
        anna.accepts(aPlay().at("09:15"));
        assertThat(anna.until("10:00")).containsExactly("09:33:00.001 emits 09:15 #1 FINAL 09:15-09:18");

        anna.accepts(aPlay().at("09:05"));

        assertThat(anna.until("11:00"))
                .containsExactly(
                        "10:00:01 emits 09:05 #1 CORRECTED 09:05-09:18", "10:00:01 emits 09:15 #2 SUPERSEDED by 09:05");
    }

    @Test
    void an_id_that_was_never_emitted_vanishes_silently() {
        anna.until("09:18");
        anna.accepts(aPlay().at("09:15"), aPlay().at("09:05"));

        assertThat(anna.until("11:00"))
                .containsExactly(
                        "09:28 emits 09:05 #1 EARLY open 09:05-09:18", "09:33:00.001 emits 09:05 #2 FINAL 09:05-09:18");
    }

    @Test
    void the_new_id_of_a_running_session_begins_early() {
        anna.until("09:18");
        anna.accepts(aPlay().at("09:15"));
        assertThat(anna.until("09:30")).containsExactly("09:28 emits 09:15 #1 EARLY open 09:15-09:18");

        anna.accepts(aPlay().at("09:05"));

        assertThat(anna.until("11:00"))
                .containsExactly(
                        "09:30:01 emits 09:05 #1 EARLY open 09:05-09:18",
                        "09:30:01 emits 09:15 #2 SUPERSEDED by 09:05",
                        "09:33:00.001 emits 09:05 #2 FINAL 09:05-09:18");
    }

    @Test
    void a_closed_session_that_joins_the_next_goes_on_as_corrected() {
        anna.until("10:00");
        anna.accepts(aPlay().at("09:00"), aPlay().at("09:30"));
        assertThat(anna.until("11:00"))
                .containsExactly(
                        "10:00:01 emits 09:00 #1 FINAL 09:00-09:03", "10:00:01 emits 09:30 #1 FINAL 09:30-09:33");

        anna.accepts(aPlay().at("09:10").until("09:20"));

        assertThat(anna.until("12:00"))
                .containsExactly(
                        "11:00:01 emits 09:00 #2 CORRECTED 09:00-09:33", "11:00:01 emits 09:30 #2 SUPERSEDED by 09:00");
    }

    @Test
    void a_closed_session_that_joins_a_running_one_runs_again() {
        anna.until("09:03");
        anna.accepts(aPlay().at("09:00"));
        anna.until("09:24");
        anna.accepts(aPlay().at("09:21"));
        assertThat(anna.until("09:35")).containsExactly("09:34 emits 09:21 #1 EARLY open 09:21-09:24");

        anna.accepts(aPlay().at("09:10"));

        assertThat(anna.until("10:00"))
                .containsExactly(
                        "09:35:01 emits 09:00 #3 CORRECTED open 09:00-09:24",
                        "09:35:01 emits 09:21 #2 SUPERSEDED by 09:00",
                        "09:39:00.001 emits 09:00 #4 CORRECTED 09:00-09:24");
    }

    @Test
    void a_running_session_that_takes_over_another_is_emitted_together_with_it() {
        anna.until("09:12");
        anna.accepts(aPlay().at("09:09"), aPlay().at("09:30"));
        assertThat(anna.until("09:23"))
                .containsExactly(
                        "09:22 emits 09:09 #1 EARLY open 09:09-09:12", "09:22 emits 09:30 #1 EARLY open 09:30-09:33");

        anna.accepts(aPlay().at("09:18"));

        assertThat(anna.until("09:50"))
                .as("not at 09:32, when the next early firing is due")
                .containsExactly(
                        "09:23:01 emits 09:09 #2 EARLY open 09:09-09:33",
                        "09:23:01 emits 09:30 #2 SUPERSEDED by 09:09",
                        "09:48:00.001 emits 09:09 #3 FINAL 09:09-09:33");
    }

    @Test
    void when_the_successor_is_due_before_the_superseded_id_both_are_emitted() {
        anna.until("09:12");
        anna.accepts(aPlay().at("09:09"));
        anna.until("09:13");
        anna.accepts(aPlay().at("09:38"));
        anna.until("09:24");
        anna.accepts(aSearch().at("09:20"));
        anna.until("09:31:59.500");

        anna.accepts(aPlay().at("09:28"));

        assertThat(anna.until("09:33"))
                .containsExactly(
                        "09:32 emits 09:09 #2 EARLY open 09:09-09:41", "09:32 emits 09:38 #2 SUPERSEDED by 09:09");
    }

    @Test
    void an_id_that_comes_back_continues_its_numbers() {
        anna.until("11:00");
        anna.accepts(aSearch().at("10:00"));
        assertThat(anna.until("12:00")).containsExactly("11:00:01 emits 10:00 #1 FINAL 10:00-10:00");

        anna.accepts(aPlay().at("08:00").until("10:05").sounding("10:00"));
        assertThat(anna.until("13:00"))
                .containsExactly(
                        "12:00:01 emits 08:00 #1 FINAL 08:00-08:00",
                        "12:00:01 emits 09:55 #1 CORRECTED 09:55-10:05",
                        "12:00:01 emits 10:00 #2 SUPERSEDED by 09:55");

        anna.accepts(aPause().at("08:10"));
        assertThat(anna.until("14:00"))
                .containsExactly(
                        "13:00:01 emits 08:00 #2 CORRECTED 08:00-08:10",
                        "13:00:01 emits 10:00 #3 CORRECTED 10:00-10:05",
                        "13:00:01 emits 09:55 #2 SUPERSEDED by 10:00");
    }

    @Test
    void an_id_that_comes_back_before_its_fall_was_emitted_only_changes() {
        anna.until("11:00");
        anna.accepts(aSearch().at("10:00"));
        anna.until("12:00");

        anna.accepts(aPlay().at("08:00").until("10:05").sounding("10:00"), aPause().at("08:10"));

        assertThat(anna.until("13:00"))
                .containsExactly(
                        "12:00:01 emits 08:00 #1 FINAL 08:00-08:10", "12:00:01 emits 10:00 #2 CORRECTED 10:00-10:05");
    }

    @Test
    void pointers_may_chain() {
        anna.until("10:00");
        anna.accepts(aPlay().at("09:20"));
        anna.until("11:00");
        anna.accepts(aPlay().at("09:10"));
        assertThat(anna.until("12:00"))
                .containsExactly(
                        "11:00:01 emits 09:10 #1 CORRECTED 09:10-09:23", "11:00:01 emits 09:20 #2 SUPERSEDED by 09:10");

        anna.accepts(aPlay().at("09:00"));

        assertThat(anna.until("13:00"))
                .containsExactly(
                        "12:00:01 emits 09:00 #1 CORRECTED 09:00-09:23", "12:00:01 emits 09:10 #2 SUPERSEDED by 09:00");
    }

    @Test
    void the_successor_is_where_the_activities_are_though_they_begin_earlier_now() {
        anna.until("12:00");
        anna.accepts(aBrokenPlay(), aPlay().at("11:30"));
        assertThat(anna.until("13:00"))
                .containsExactly(
                        "12:00:01 emits 09:00 #1 FINAL 09:00-09:00",
                        "12:00:01 emits 10:55 #1 FINAL 10:55-11:00",
                        "12:00:01 emits 11:30 #1 FINAL 11:30-11:33");

        anna.accepts(aResume().at("10:50"));

        assertThat(anna.until("14:00"))
                .containsExactly(
                        "13:00:01 emits 10:50 #1 CORRECTED 10:50-11:00", "13:00:01 emits 10:55 #2 SUPERSEDED by 10:50");
    }

    @Test
    void the_successor_is_where_the_activities_are_though_they_begin_later_now() {
        anna.until("12:00");
        anna.accepts(aBrokenPlay());
        anna.until("13:00");

        anna.accepts(aPause().at("09:02"));

        assertThat(anna.until("14:00"))
                .containsExactly(
                        "13:00:01 emits 09:00 #2 CORRECTED 09:00-09:02",
                        "13:00:01 emits 10:57 #1 CORRECTED 10:57-11:00",
                        "13:00:01 emits 10:55 #2 SUPERSEDED by 10:57");
    }

    @Test
    void a_superseded_id_is_purged_once_it_is_settled() {
        anna.until("10:00");
        anna.accepts(aPlay().at("09:15"));
        anna.until("11:00");
        anna.accepts(aPlay().at("09:05"));
        anna.until("12:00");

        assertThat(anna.untilTheEnd()).containsExactly("2026-03-03T21:30:00.001 emits 09:15 PURGED");
        assertThat(anna.emitted())
                .filteredOn(Superseded.class::isInstance)
                .extracting(change -> ((Superseded) change).settledAfter())
                .containsExactly(Times.at("2026-03-03T21:30:00Z"));
        assertThat(anna.hasNoState()).isTrue();
    }

    @Test
    void the_successor_of_a_part_is_a_part_though_the_one_before_sounds_all_along() {
        Story bot = new Story(Histories.SMALL_RULES);
        bot.until("20:00");
        bot.accepts(
                aPlay().at("09:00").until("09:40"),
                aPlay().at("09:40").until("10:20"),
                aPlay().at("10:20").until("10:59"),
                aPlay().at("10:59").until("11:35"),
                aPlay().at("10:55").until("11:30").sounding("5:00").on("laptop"));
        assertThat(bot.until("21:00"))
                .containsExactly(
                        "20:00:01 emits 09:00 #1 FINAL 09:00-11:35", "20:00:01 emits 11:25 #1 FINAL 11:25-11:30");

        bot.accepts(aPause().at("10:57").on("laptop"));

        assertThat(bot.until("22:00"))
                .containsExactly(
                        "21:00:01 emits 09:00 #2 CORRECTED 09:00-11:35",
                        "21:00:01 emits 11:27 #1 CORRECTED 11:27-11:30",
                        "21:00:01 emits 11:25 #2 SUPERSEDED by 11:27");
    }

    @Test
    void a_cut_moves_the_starts_of_all_parts_after_it() {
        Story bot = new Story(Histories.SMALL_RULES);
        bot.until("20:00");
        for (String time : new String[] {
            "09:00", "09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45", "11:00", "11:15", "11:30"
        }) {
            bot.accepts(aSearch().at(time));
        }
        assertThat(bot.until("21:00"))
                .containsExactly(
                        "20:00:01 emits 09:00 #1 FINAL 09:00-11:00", "20:00:01 emits 11:15 #1 FINAL 11:15-11:30");

        bot.accepts(aSearch().at("11:10"));

        assertThat(bot.until("22:00"))
                .containsExactly(
                        "21:00:01 emits 11:10 #1 CORRECTED 11:10-11:30", "21:00:01 emits 11:15 #2 SUPERSEDED by 11:10");

        bot.accepts(aSearch().at("08:45"));

        assertThat(bot.until("23:00"))
                .containsExactly(
                        "22:00:01 emits 08:45 #1 CORRECTED 08:45-10:45",
                        "22:00:01 emits 09:00 #2 SUPERSEDED by 08:45",
                        "22:00:01 emits 11:00 #1 CORRECTED 11:00-11:30",
                        "22:00:01 emits 11:10 #2 SUPERSEDED by 11:00");
    }
}
