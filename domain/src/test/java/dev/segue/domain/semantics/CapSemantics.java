package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A chain longer than the cap is cut from the left, by start time. */
interface CapSemantics extends CurrentSessions {

    private static SessionRules capOfTwoHours() {
        SessionRules defaults = SessionRules.DEFAULT;
        return new SessionRules(
                defaults.gapMs(),
                Times.lasting("2:00:00"),
                defaults.maxPlayMs(),
                defaults.allowedLatenessMs(),
                defaults.earlyFiringIntervalMs(),
                defaults.correctionsMs(),
                defaults.listening());
    }

    /** A search every {@code step}, from {@code first} to {@code last}. */
    private static List<EventBuilder<?>> searches(String first, String last, String step) {
        List<EventBuilder<?>> searches = new ArrayList<>();
        for (long time = Times.at(first); time <= Times.at(last); time += Times.lasting(step)) {
            searches.add(aSearch().at(time));
        }
        return searches;
    }

    private List<Session> cutAtTwoHours(List<EventBuilder<?>> chain, EventBuilder<?>... more) {
        return sessionsOf(
                capOfTwoHours(), Stream.concat(chain.stream(), Stream.of(more)).toArray(EventBuilder<?>[]::new));
    }

    @Test
    default void a_chain_of_exactly_the_cap_stays_whole() {
        List<Session> sessions = cutAtTwoHours(searches("09:00", "11:00", "10:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "11:00"));
        assertThat(sessions).extracting(Session::part).containsExactly(0);
    }

    @Test
    default void what_starts_one_millisecond_beyond_the_cap_opens_the_next_part() {
        List<Session> sessions =
                cutAtTwoHours(searches("09:00", "10:50", "10:00"), aSearch().at("11:00:00.001"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("09:00", "10:50"), Bounds.of("11:00:00.001", "11:00:00.001"));
        assertThat(sessions).extracting(Session::part).containsExactly(0, 1);
        assertThat(sessions).extracting(Session::events).containsExactly(12, 1);
    }

    @Test
    default void the_cap_is_about_starts_not_ends() {
        List<Session> sessions = cutAtTwoHours(
                searches("09:00", "10:50", "10:00"), aPlay().at("11:00").until("13:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "13:00"));
    }

    @Test
    default void a_chain_of_three_days_has_three_parts() {
        EventBuilder<?>[] chain = searches("2026-03-02T00:00:00Z", "2026-03-05T00:00:00Z", "15:00")
                .toArray(EventBuilder<?>[]::new);

        List<Session> sessions = sessionsOf(chain);

        assertThat(Bounds.of(sessions))
                .containsExactly(
                        Bounds.of("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"),
                        Bounds.of("2026-03-03T00:15:00Z", "2026-03-04T00:15:00Z"),
                        Bounds.of("2026-03-04T00:30:00Z", "2026-03-05T00:00:00Z"));
        assertThat(sessions).extracting(Session::part).containsExactly(0, 1, 2);
        assertThat(sessions).extracting(Session::events).containsExactly(97, 97, 95);
    }

    @Test
    default void every_part_has_its_own_id() {
        List<Session> sessions = cutAtTwoHours(searches("09:00", "11:10", "10:00"));

        assertThat(sessions)
                .extracting(Session::id)
                .containsExactly(SessionId.of("anna", Times.at("09:00")), SessionId.of("anna", Times.at("11:10")));
    }

    @Test
    default void parts_of_one_chain_may_overlap() {
        List<Session> sessions = cutAtTwoHours(
                searches("09:00", "10:50", "10:00"),
                aPlay().at("10:55").until("11:30"),
                aSearch().at("11:05"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "11:30"), Bounds.of("11:05", "11:05"));
    }

    @Test
    default void chains_are_built_before_they_are_cut() {
        List<Session> sessions = cutAtTwoHours(
                searches("09:00", "10:50", "10:00"),
                aPlay().at("10:55").until("11:40"),
                aSearch().at("11:05"),
                aSearch().at("11:55"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "11:40"), Bounds.of("11:05", "11:55"));
        assertThat(sessions).extracting(Session::events).containsExactly(13, 2);
    }

    @Test
    default void a_play_in_pieces_belongs_to_the_part_of_its_last_piece() {
        List<Session> sessions = cutAtTwoHours(
                searches("09:00", "11:30", "10:00"),
                aPlay().at("09:05").until("11:20").sounding("5:00").skipped());

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "11:00"), Bounds.of("11:10", "11:30"));
        assertThat(sessions).extracting(Session::plays).containsExactly(0, 1);
        assertThat(sessions).extracting(Session::events).containsExactly(13, 4);
        assertThat(sessions).extracting(session -> session.skips().late()).containsExactly(0, 1);
    }

    @Test
    default void a_play_in_one_piece_belongs_to_the_part_in_which_it_starts() {
        List<Session> whole = cutAtTwoHours(
                searches("09:00", "11:10", "10:00"),
                aPlay().at("10:55").until("11:25").sounding("15:00"));
        List<Session> broken = cutAtTwoHours(
                searches("09:00", "11:10", "10:00"),
                aPlay().at("10:55").until("11:25").sounding("14:59.999"));

        assertThat(whole).extracting(Session::plays).containsExactly(1, 0);
        assertThat(Bounds.of(whole)).containsExactly(Bounds.of("09:00", "11:25"), Bounds.of("11:10", "11:10"));
        assertThat(broken).extracting(Session::plays).containsExactly(0, 1);
        assertThat(Bounds.of(broken)).containsExactly(Bounds.of("09:00", "11:00"), Bounds.of("11:10", "11:25"));
    }
}
