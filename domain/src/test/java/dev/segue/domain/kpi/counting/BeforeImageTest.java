package dev.segue.domain.kpi.counting;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.kpi.counting.BeforeImage.Aged;
import dev.segue.domain.kpi.counting.BeforeImage.Applied;
import dev.segue.domain.kpi.counting.SessionUpdate.Current;
import dev.segue.domain.kpi.counting.SessionUpdate.Purged;
import dev.segue.domain.kpi.counting.SessionUpdate.Superseded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeforeImageTest {

    private static final long NOON = Times.at("12:00");
    private static final long HOUR = 3_600_000;
    private static final long SETTLING = 30 * HOUR;
    private static final SessionId ID = SessionId.of("anna", NOON);

    @Test
    void is_kept_until_the_clock_has_passed_and_gone_on() {
        BeforeImage closed = new BeforeImage(3, closed(1), NOON);

        BeforeImage kept = closed.at(NOON + 1).image();

        assertThat(closed.at(NOON)).isEqualTo(unchanged(closed));
        assertThat(kept).isEqualTo(new BeforeImage(3, closed(1), NOON + HOUR + 1, true));
        assertThat(kept.at(NOON + HOUR + 2)).isEqualTo(unchanged(null));
    }

    @Test
    void is_kept_for_a_little_longer_when_the_clock_leaps() {
        BeforeImage closed = new BeforeImage(3, closed(1), NOON);

        BeforeImage kept = closed.at(NOON + 50 * HOUR).image();

        assertThat(kept).isEqualTo(new BeforeImage(3, closed(1), NOON + 51 * HOUR, true));
        assertThat(kept.at(NOON + 51 * HOUR)).isEqualTo(unchanged(kept));
        assertThat(kept.at(NOON + 51 * HOUR + 1)).isEqualTo(unchanged(null));
    }

    @Test
    void of_a_session_that_runs_is_kept_for_as_long_again_as_it_takes_to_settle() {
        BeforeImage open = new BeforeImage(1, open(1), NOON);

        BeforeImage kept = open.at(NOON + 500 * HOUR).image();

        assertThat(open.at(NOON)).isEqualTo(unchanged(open));
        assertThat(kept).isEqualTo(new BeforeImage(1, open(1), NOON + 500 * HOUR + SETTLING, true));
        assertThat(kept.at(NOON + 500 * HOUR + SETTLING)).isEqualTo(unchanged(kept));
    }

    /** A row of all listening may count its runs, and not itself: it does not know that the session is open. */
    @Test
    void of_a_running_session_makes_its_rows_wait_as_long() {
        Aged waiting = new BeforeImage(1, open(1), NOON).at(NOON + 500 * HOUR);

        assertThat(waiting.changes())
                .hasSize(7)
                .allMatch(change -> change.retract().equals(change.accumulate()))
                .allMatch(change -> change.canChangeUntil() == NOON + 500 * HOUR + SETTLING);
    }

    @Test
    void of_a_session_that_was_left_open_for_ever_counts_as_one_that_has_ended() {
        BeforeImage open = new BeforeImage(1, open(1), NOON, true);

        Aged ended = open.at(NOON + 1);

        assertThat(ended.image()).isEqualTo(new BeforeImage(1, closed(1), NOON + HOUR + 1, true));
        assertThat(ended.changes())
                .hasSize(7)
                .allMatch(change -> change.retract().openSessions() == 1)
                .allMatch(change -> change.accumulate().openSessions() == 0)
                .allMatch(change ->
                        change.accumulate().plays() == change.retract().plays())
                .allMatch(change -> change.canChangeUntil() == NOON + HOUR + 1);
    }

    @Test
    void what_is_emitted_of_a_session_that_was_taken_for_ended_still_replaces_it() {
        BeforeImage ended = new BeforeImage(1, open(1), NOON, true).at(NOON + 1).image();

        Applied applied = BeforeImage.apply(ended, current(2, NOON, closed(5)), NOON + 1);

        assertThat(applied.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(applied.changes())
                .allMatch(change -> change.retract().openSessions() == 0)
                .allMatch(change -> change.accumulate().plays() == 5);
    }

    @Test
    void is_purged_at_the_end_of_all_input_unless_the_session_runs() {
        BeforeImage open = new BeforeImage(1, open(1), NOON);

        assertThat(new BeforeImage(4, null, NOON).at(Clocks.ENDED)).isEqualTo(unchanged(null));
        assertThat(open.at(Clocks.ENDED)).isEqualTo(unchanged(open));
    }

    @Test
    void of_equal_revisions_the_later_wins() {
        Applied applied = BeforeImage.apply(image(3, closed(1)), current(3, NOON, closed(2)), NOON);

        assertThat(applied.image().session()).isEqualTo(closed(2));
        assertThat(applied.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void the_very_same_again_is_a_repeat() {
        BeforeImage before = image(3, closed(1));

        assertThat(BeforeImage.apply(before, current(3, NOON, closed(1)), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, before, List.of()));
    }

    @Test
    void what_is_emitted_later_counts_though_its_number_is_lower() {
        Applied applied = BeforeImage.apply(image(3, open(2)), current(2, NOON, closed(2)), NOON);

        assertThat(applied.image()).isEqualTo(image(2, closed(2)));
        assertThat(applied.changes()).allMatch(change -> change.accumulate().openSessions() == 0);
    }

    @Test
    void what_is_emitted_later_counts_though_it_was_emitted_by_an_earlier_clock() {
        Applied applied = BeforeImage.apply(image(3, closed(2)), current(2, NOON - HOUR, closed(1)), NOON);

        assertThat(applied.image().session()).isEqualTo(closed(1));
    }

    @Test
    void an_id_is_taken_back_though_the_number_with_which_it_was_superseded_is_lower() {
        Applied applied = BeforeImage.apply(image(3, closed(2)), new Superseded(ID, 2, NOON, NOON), NOON);

        assertThat(applied.image()).isEqualTo(image(2, null));
        assertThat(applied.changes()).hasSize(7).allMatch(change -> change.accumulate() == null);
    }

    @Test
    void an_id_that_was_superseded_is_current_again_when_it_is_emitted_again() {
        Applied applied = BeforeImage.apply(image(3, null), current(2, NOON, closed(2)), NOON);

        assertThat(applied.image()).isEqualTo(image(2, closed(2)));
        assertThat(applied.changes()).hasSize(7).allMatch(change -> change.retract() == null);
    }

    @Test
    void a_removed_record_takes_back_what_was_counted_and_is_nothing_else() {
        Applied applied = BeforeImage.apply(image(3, closed(2)), new Purged(ID), NOON);

        assertThat(applied.image()).isEqualTo(image(3, null));
        assertThat(applied.changes()).hasSize(7).allMatch(change -> change.accumulate() == null);
        assertThat(BeforeImage.apply(null, new Purged(ID), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, null, List.of()));
        assertThat(BeforeImage.apply(image(4, null), new Purged(ID), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, image(4, null), List.of()));
    }

    @Test
    void what_is_settled_and_purged_is_not_counted_again() {
        Applied inTime = BeforeImage.apply(null, current(3, NOON, closed(1)), NOON + HOUR);
        Applied late = BeforeImage.apply(null, current(3, NOON, closed(1)), NOON + HOUR + 1);

        assertThat(inTime.image()).isEqualTo(image(3, closed(1)));
        assertThat(inTime.changes()).hasSize(7);
        assertThat(late).isEqualTo(new Applied(Outcome.LATE, null, List.of()));
    }

    @Test
    void what_is_emitted_when_all_has_ended_is_never_late_and_waits_no_longer_than_its_session() {
        Applied applied = BeforeImage.apply(null, current(1, Clocks.ENDED, closed(1)), NOON + 5 * HOUR);

        assertThat(applied.image()).isEqualTo(image(1, closed(1)));
        assertThat(applied.changes()).hasSize(7);
    }

    /** A row must know how long what was counted in it can still be taken back, or it might be settled before. */
    @Test
    void every_row_is_emitted_when_it_can_change_for_longer_though_its_numbers_are_the_same() {
        BeforeImage passed = new BeforeImage(3, closed(1), NOON + 5 * HOUR, true);

        Applied passedOnce = BeforeImage.apply(passed, current(4, NOON, closed(1)), NOON + 5 * HOUR);
        Applied later = BeforeImage.apply(image(3, closed(1)), current(4, NOON + HOUR, closed(1)), NOON);
        Applied atTheSameTime = BeforeImage.apply(image(3, closed(1)), current(4, NOON, closed(1)), NOON);

        assertThat(passedOnce.changes()).hasSize(7).allMatch(row -> row.canChangeUntil() == NOON + 5 * HOUR);
        assertThat(later.changes()).hasSize(7).allMatch(row -> row.canChangeUntil() == NOON + 2 * HOUR);
        assertThat(atTheSameTime.changes()).isEmpty();
    }

    private static BeforeImage image(int number, CountedSession session) {
        return new BeforeImage(number, session, NOON + HOUR);
    }

    private static Aged unchanged(BeforeImage image) {
        return new Aged(image, List.of());
    }

    private static Current current(int number, long asOf, CountedSession session) {
        return new Current(ID, number, asOf, session);
    }

    private static CountedSession open(int plays) {
        return session(true, plays);
    }

    private static CountedSession closed(int plays) {
        return session(false, plays);
    }

    private static CountedSession session(boolean open, int plays) {
        return new CountedSession(
                "anna",
                "SE",
                "Europe/Stockholm",
                Device.Type.PHONE,
                NOON,
                3_600,
                NOON,
                SETTLING,
                numbers().sessions(1, open ? 1 : 0).plays(plays, 0).build(),
                List.of());
    }
}
