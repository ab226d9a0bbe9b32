package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A listener, or a bot, with 100,000 events without a break over more than a day, so that the chain is cut. */
class CrowdedListenerTest {

    private static final int EVENTS = 100_000;

    /** Pages are at least half full, except the last of each level: a tree of four levels. */
    private static final int LEVELS = 4;

    private static List<PlaybackEvent> events;
    private static List<Session> reference;

    @BeforeAll
    static void makeEvents() {
        events = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            EventBuilder<?> event =
                    i % 50 == 0 ? aPlay().lasting("1:00").skipped().fromPlaylist("p" + i / 5_000) : aSearch();
            events.add(event.at(Times.at("09:00") + 1_000L * i).withId("e" + i).build());
        }
        reference = BatchReference.sessionsOf(events, SessionRules.DEFAULT);
    }

    @Test
    void its_sessions_are_those_of_the_reference_in_order() {
        assertThat(current(events)).isEqualTo(reference).hasSize(2);
    }

    @Test
    void its_sessions_are_those_of_the_reference_reversed() {
        assertThat(current(Histories.reversed(events))).isEqualTo(reference);
    }

    @Test
    void its_sessions_are_those_of_the_reference_shuffled() {
        assertThat(current(Histories.shuffled(events, 1))).isEqualTo(reference);
    }

    @Test
    void one_more_event_touches_a_few_pages_however_many_there_are() {
        for (List<PlaybackEvent> arriving :
                List.of(events, Histories.reversed(events), Histories.shuffled(events, 1))) {
            SessionsInMemory stream = new SessionsInMemory(SessionRules.DEFAULT);
            int most = 0;
            for (int i = 0; i < EVENTS; i++) {
                stream.keptOf("anna").pages.resetAccesses();
                stream.accept(arriving.get(i), Clocks.at(Clocks.NOT_STARTED));
                most = Math.max(most, stream.keptOf("anna").pages.accesses());
            }
            // To add it, and to find the cuts of the chain and the end of each part.
            assertThat(most).isLessThanOrEqualTo(8 * LEVELS);
        }
    }

    @Test
    void a_bot_that_never_rests_costs_no_more_each_day() {
        SessionsInMemory stream = new SessionsInMemory(SessionRules.DEFAULT);
        int most = 0;
        for (int i = 0; i < EVENTS; i++) {
            stream.keptOf("anna").pages.resetAccesses();
            stream.accept(aSearch().at(Times.at("09:00") + 600_000L * i).build(), Clocks.at(Clocks.NOT_STARTED));
            most = Math.max(most, stream.keptOf("anna").pages.accesses());
        }

        assertThat(stream.keptOf("anna").memory.current())
                .as("parts, each of a day and the ten minutes to the next")
                .hasSizeBetween(690, 695);
        assertThat(most).isLessThanOrEqualTo(8 * LEVELS);
    }

    private static List<Session> current(List<PlaybackEvent> arriving) {
        SessionsInMemory stream = new SessionsInMemory(SessionRules.DEFAULT);
        arriving.forEach(event -> stream.accept(event, Clocks.at(Clocks.NOT_STARTED)));
        stream.advance(Clocks.at(Clocks.ENDED));
        assertThat(stream.isEmpty()).as("nothing is left").isTrue();
        return stream.current().stream()
                .sorted(Comparator.comparingLong(Session::startedAt))
                .toList();
    }
}
