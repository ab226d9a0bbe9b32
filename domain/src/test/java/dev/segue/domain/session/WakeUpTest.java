package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Advancing the sessions only when they request it misses nothing, and never happens in vain. */
class WakeUpTest {

    private static final int SEEDS = 300;
    private static final SessionRules RULES = Histories.SMALL_RULES;

    private SessionsInMemory stream;
    private long clock;

    @Test
    void nothing_is_emitted_or_purged_before_it_was_announced() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<PlaybackEvent> arriving = Histories.shuffled(Histories.of(seed), seed);
            stream = new SessionsInMemory(RULES);
            clock = arriving.get(0).occurredAt();
            for (PlaybackEvent event : arriving) {
                advanceTo(Math.max(clock, event.occurredAt() - random.nextLong(RULES.allowedLatenessMs())), seed);
                stream.accept(event, Clocks.at(clock));
            }
            advanceTo(clock + RULES.allowedLatenessMs() + RULES.settlingMs() + 2 * RULES.capMs(), seed);

            assertThat(stream.isEmpty()).as("nothing is left, seed %d", seed).isTrue();
        }
    }

    private void advanceTo(long time, long seed) {
        while (stream.nextWakeUp() <= time) {
            long wakeUp = Math.max(clock, stream.nextWakeUp());
            int pages = stream.pages();
            for (long early = clock; early < wakeUp; early += (wakeUp - early + 1) / 2) {
                assertThat(stream.advance(Clocks.at(early)))
                        .as("before it was announced, seed %d", seed)
                        .isEmpty();
                assertThat(stream.pages()).as("pages, seed %d", seed).isEqualTo(pages);
            }
            stream.advance(Clocks.at(wakeUp));
            clock = wakeUp;
            assertThat(stream.nextWakeUp()).as("the next, seed %d", seed).isGreaterThan(clock);
        }
        clock = time;
    }
}
