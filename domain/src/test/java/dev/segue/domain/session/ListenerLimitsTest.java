package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much one client sends, what is kept of its listener has a bound. */
class ListenerLimitsTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long SIX = Times.at("06:00");
    private static final Clocks NO_CLOCKS = Clocks.at(Clocks.NOT_STARTED);

    private final SessionsInMemory stream = new SessionsInMemory(SessionRules.DEFAULT);
    private final List<PlaybackEvent> accepted = new ArrayList<>();

    @Test
    void of_six_hours_an_event_for_each_second_is_accepted_and_no_more() {
        for (int i = 0; i < 21_600; i++) {
            assertThat(receives(aSearch().at(SIX + i * SECOND))).isEqualTo(Outcome.ACCEPTED);
        }

        assertThat(receives(aSearch().at(SIX + 1))).isEqualTo(Outcome.REFUSED);
        assertThat(receives(aSearch().at(SIX + 6 * HOUR - 1))).isEqualTo(Outcome.REFUSED);
        assertThat(receives(aSearch().at(SIX + SECOND))).isEqualTo(Outcome.DUPLICATE);
        assertThat(receives(aSearch().at(SIX - 1))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aSearch().at(SIX + 6 * HOUR))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aSearch().by("bo").at(SIX + 1))).isEqualTo(Outcome.ACCEPTED);
        checkThatSessionsAreThoseOfWhatWasAccepted();
    }

    @Test
    void of_six_hours_64_broken_plays_are_accepted_and_no_more() {
        for (int i = 0; i < 64; i++) {
            assertThat(receives(aBrokenPlay(SIX + i * MINUTE))).isEqualTo(Outcome.ACCEPTED);
        }

        assertThat(receives(aBrokenPlay(SIX + 64 * MINUTE))).isEqualTo(Outcome.REFUSED);
        assertThat(receives(aBrokenPlay(SIX + 63 * MINUTE))).isEqualTo(Outcome.DUPLICATE);
        assertThat(receives(aBrokenPlay(SIX + 6 * HOUR))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay().at(SIX).lasting("3:00"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPause().at(SIX - MINUTE))).isEqualTo(Outcome.ACCEPTED);
        checkThatSessionsAreThoseOfWhatWasAccepted();
    }

    @Test
    void what_is_counted_and_which_plays_can_still_change_is_dropped_in_time() {
        ListenerMemory memory = stream.keptOf("anna").memory;
        int windows = 0;
        int brokenPlays = 0;
        for (long time = SIX; time < SIX + 10 * 24 * HOUR; time += 5 * MINUTE) {
            stream.accept(aSearch().at(time).build(), Clocks.at(time));
            stream.accept(aBrokenPlay(time).build(), Clocks.at(time));
            stream.advance(Clocks.at(time));
            windows = Math.max(windows, memory.windows().size());
            brokenPlays = Math.max(brokenPlays, memory.brokenPlays().size());
        }

        assertThat(windows).as("of the allowed lateness, and one").isEqualTo(5);
        assertThat(brokenPlays)
                .as("of the allowed lateness, its beginning included")
                .isEqualTo(4 * 64 + 1);
    }

    @Test
    void events_are_counted_over_six_hours_or_for_as_long_as_a_listener_surely_stays_in_state() {
        assertThat(SessionRules.DEFAULT.limitWindowMs()).isEqualTo(6 * HOUR);
        assertThat(withMaxPlay(24 * HOUR).limitWindowMs()).isEqualTo(6 * HOUR);
        assertThat(withMaxPlay(HOUR).limitWindowMs()).isEqualTo(HOUR + 15 * MINUTE);
    }

    private static SessionRules withMaxPlay(long maxPlayMs) {
        SessionRules usual = SessionRules.DEFAULT;
        return new SessionRules(
                usual.gapMs(),
                usual.capMs(),
                maxPlayMs,
                usual.allowedLatenessMs(),
                usual.earlyFiringIntervalMs(),
                usual.correctionsMs(),
                usual.listening());
    }

    @Test
    void limits_are_positive() {
        assertThatThrownBy(() -> new ListenerLimits(0, 1, 1, 1))
                .hasMessage("limits must be positive, but they are 0, 1, 1 and 1");
        assertThatThrownBy(() -> new ListenerLimits(1, 0, 1, 1))
                .hasMessage("limits must be positive, but they are 1, 0, 1 and 1");
        assertThatThrownBy(() -> new ListenerLimits(1, 1, 0, 1))
                .hasMessage("limits must be positive, but they are 1, 1, 0 and 1");
        assertThatThrownBy(() -> new ListenerLimits(1, 1, 1, 0))
                .hasMessage("limits must be positive, but they are 1, 1, 1 and 0");
    }

    /** Twenty minutes long, and silent for nineteen. */
    private static EventBuilder<?> aBrokenPlay(long end) {
        return aPlay().at(end - 20 * MINUTE)
                .lasting(20 * MINUTE)
                .sounding("1:00")
                .withId("broken " + end);
    }

    private Outcome receives(EventBuilder<?> builder) {
        PlaybackEvent event = builder.build();
        Outcome outcome = stream.accept(event, NO_CLOCKS);
        if (outcome == Outcome.ACCEPTED) {
            accepted.add(event);
        }
        return outcome;
    }

    private void checkThatSessionsAreThoseOfWhatWasAccepted() {
        stream.advance(Clocks.at(Clocks.ENDED));

        assertThat(stream.current())
                .containsExactlyInAnyOrderElementsOf(BatchReference.sessionsOf(accepted, SessionRules.DEFAULT));
        assertThat(stream.isEmpty()).isTrue();
    }
}
