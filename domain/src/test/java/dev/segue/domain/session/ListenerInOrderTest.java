package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.fixture.Histories;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.timeline.Fingerprints;
import dev.segue.domain.timeline.PagesInMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A sorted recording gives the same sessions as the whole set of its events, each once, at a constant cost per event.
 */
class ListenerInOrderTest {

    private static final int SEEDS = 1_500;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void its_sessions_are_those_of_the_reference_each_emitted_once() {
        int settledBeforeTheEnd = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SessionRules rules = Histories.SHORT_LATENESS.get((int) (seed % Histories.SHORT_LATENESS.size()));
            List<PlaybackEvent> sorted = Histories.withRedeliveries(Histories.of(seed, rules), seed).stream()
                    .sorted(Comparator.comparingLong(PlaybackEvent::occurredAt))
                    .toList();
            Map<String, InOrder> listeners = new HashMap<>();
            sorted.forEach(event -> listeners
                    .computeIfAbsent(event.listener(), name -> new InOrder(name, rules))
                    .receive(event));
            settledBeforeTheEnd += listeners.values().stream()
                    .mapToInt(listener -> listener.emitted.size())
                    .sum();
            listeners.values().forEach(listener -> listener.sessions.end());

            List<Session> current = new ArrayList<>();
            for (InOrder listener : listeners.values()) {
                assertThat(listener.pages.stored())
                        .as("nothing is left, seed %d", seed)
                        .isEmpty();
                for (Change change : listener.emitted) {
                    assertThat(change).as("seed %d", seed).isInstanceOfAny(Revision.class, PlaysOfSession.class);
                    if (change instanceof Revision revision) {
                        assertThat(revision.status()).isEqualTo(Status.FINAL);
                        assertThat(revision.number()).isEqualTo(1);
                        assertThat(revision.open()).isFalse();
                        current.add(revision.session());
                    }
                }
            }
            assertThat(current)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(BatchReference.sessionsOf(sorted, rules));
        }
        assertThat(settledBeforeTheEnd).isGreaterThan(SEEDS);
    }

    @Test
    void four_times_the_events_of_a_listener_who_sleeps_cost_four_times_as_much() {
        assertThat(costOf(4_000, 8 * HOUR, 20)).isEqualTo(4 * costOf(1_000, 8 * HOUR, 20));
    }

    @Test
    void nor_does_a_listener_who_never_pauses_for_long_cost_more_with_time() {
        InOrder few = receiving(1_000, 16 * MINUTE, 1);
        InOrder many = receiving(4_000, 16 * MINUTE, 1);

        assertThat(many.mostSessions).isEqualTo(few.mostSessions).isLessThan(60);
        assertThat(many.mostPages).isEqualTo(few.mostPages);
        assertThat(many.pages.accesses()).isLessThan(5 * few.pages.accesses());
    }

    @Test
    void nor_does_a_bot_that_never_rests() {
        InOrder few = receiving(1, 0, 5_000);
        InOrder many = receiving(1, 0, 20_000);

        assertThat(many.mostSessions).isEqualTo(few.mostSessions).isLessThan(5);
        assertThat(many.mostPages).isEqualTo(few.mostPages);
        assertThat(many.pages.accesses()).isLessThan(5 * few.pages.accesses());
    }

    @Test
    void a_copy_whose_clock_was_corrected_by_days_is_known_long_after_the_first_is_purged() {
        InOrder anna = new InOrder("anna", SessionRules.DEFAULT);
        PlaybackEvent first =
                aPlay().at("2026-03-01T09:00:00Z").until("2026-03-01T09:03:00Z").build();
        PlaybackEvent other =
                aPlay().at("2026-03-05T09:00:00Z").until("2026-03-05T09:03:00Z").build();

        assertThat(anna.receive(first)).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.receive(other)).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.emitted).as("the first is purged").isNotEmpty();
        assertThat(anna.receive(first.correctedBy(7 * 24 * HOUR))).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void what_is_out_of_order_is_refused() {
        InOrder anna = new InOrder("anna", SessionRules.DEFAULT);
        anna.receive(aSearch().at("09:00").build());

        assertThatThrownBy(() -> anna.receive(aSearch().at("08:59").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order");
    }

    @Test
    void fingerprints_are_known_again_however_many_there_are() {
        Fingerprints known = new Fingerprints();
        Set<Long> expected = new HashSet<>();
        for (long i = 0; i < 20_000; i++) {
            long fingerprint = i % 3 == 0 ? i << 40 : i % 1_000;
            assertThat(known.add(fingerprint)).isEqualTo(expected.add(fingerprint));
        }
    }

    private static int costOf(int sessions, long pause, int plays) {
        return receiving(sessions, pause, plays).pages.accesses();
    }

    /** One-minute plays, {@code plays} per session, with a pause between sessions. */
    private static InOrder receiving(int sessions, long pause, int plays) {
        InOrder anna = new InOrder("anna", SessionRules.DEFAULT);
        long at = Times.at("09:00");
        for (int session = 0; session < sessions; session++) {
            for (int play = 0; play < plays; play++) {
                anna.receive(aPlay().by("anna").at(at).lasting("1:00").build());
                at += MINUTE;
            }
            at += pause;
        }
        anna.sessions.end();
        return anna;
    }

    /** One listener, everything emitted for it, and the peak of its retained sessions. */
    private static final class InOrder {
        final PagesInMemory pages = new PagesInMemory();
        final List<Change> emitted = new ArrayList<>();
        final ListenerInOrder sessions;
        int mostSessions;
        int mostPages;

        InOrder(String listener, SessionRules rules) {
            sessions = new ListenerInOrder(listener, pages, rules, emitted::add);
        }

        Outcome receive(PlaybackEvent event) {
            Outcome outcome = sessions.accept(event);
            mostSessions = Math.max(mostSessions, sessions.stored());
            mostPages = Math.max(mostPages, pages.stored().size());
            return outcome;
        }
    }
}
