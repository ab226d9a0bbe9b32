package dev.segue.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.PlaybackEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentListenersTest {

    private static final int PLAYS = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void all_have_so_many_plays_and_a_third_has_one_or_two_more(int listeners) {
        ConcurrentListeners audience = new ConcurrentListeners(listeners, 1_000_000);
        Map<String, Integer> plays = new HashMap<>();
        long last = 0;
        for (long event = 0; event < audience.eventsUntil(PLAYS); event++) {
            PlaybackEvent next = audience.next();
            plays.merge(next.listener(), 1, Integer::sum);
            assertThat(next.occurredAt()).as("in order").isGreaterThanOrEqualTo(last);
            last = next.occurredAt();
        }

        assertThat(plays).hasSize(listeners);
        assertThat(plays.values()).allMatch(number -> number >= PLAYS && number <= PLAYS + 2);
        assertThat(plays.values()).contains(listeners < 3 ? PLAYS + 2 : PLAYS);
    }
}
