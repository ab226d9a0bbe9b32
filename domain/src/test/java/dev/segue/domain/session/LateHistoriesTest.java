package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * While old sessions are purged and late events are dropped, the current sessions equal those of the accepted events
 * alone.
 */
class LateHistoriesTest {

    private static final int SEEDS = 600;
    private static final long MINUTE = 60_000;

    @Test
    void current_sessions_are_what_the_accepted_events_give() {
        int late = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SessionRules rules = Histories.SHORT_LATENESS.get((int) (seed % Histories.SHORT_LATENESS.size()));
            Random random = new Random(seed);
            SessionsInMemory stream = new SessionsInMemory(rules);
            List<PlaybackEvent> accepted = new ArrayList<>();
            long clock = Clocks.NOT_STARTED;
            for (PlaybackEvent event : delayed(Histories.of(seed, rules), rules.allowedLatenessMs(), random)) {
                clock = Math.max(clock, event.occurredAt() - random.nextLong(MINUTE));
                boolean isLate = event.occurredAt() < clock - rules.allowedLatenessMs();

                Outcome outcome = stream.accept(event, Clocks.at(clock));

                assertThat(outcome == Outcome.LATE).as("late, seed %d", seed).isEqualTo(isLate);
                if (isLate) {
                    late++;
                } else {
                    accepted.add(event);
                }
                if (random.nextBoolean()) {
                    stream.advance(new Clocks(clock, clock + random.nextLong(30 * MINUTE)));
                }
            }
            stream.advance(Clocks.at(Clocks.ENDED));

            assertThat(stream.current())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(BatchReference.sessionsOf(accepted, rules));
            assertThat(stream.isEmpty()).as("nothing is left, seed %d", seed).isTrue();
        }
        assertThat(late).as("late events, in all").isGreaterThan(1_000);
    }

    /** In order of arrival: most events are hardly delayed, some by up to one and a half times the allowed lateness. */
    private static List<PlaybackEvent> delayed(List<PlaybackEvent> events, long allowedLatenessMs, Random random) {
        Map<Integer, Double> arrival = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            double delay = random.nextDouble() * random.nextDouble() * 1.5 * (allowedLatenessMs + MINUTE);
            arrival.put(i, events.get(i).occurredAt() + delay);
        }
        return arrival.keySet().stream()
                .sorted(Comparator.comparing(arrival::get))
                .map(events::get)
                .toList();
    }
}
