package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The incremental implementation and the batch reference agree on generated histories, in any order, at any pace of the
 * clocks.
 */
class GeneratedHistoriesTest {

    private static final int SEEDS = 1_500;
    private static final SessionRules RULES = Histories.SMALL_RULES;

    @Test
    void current_sessions_are_what_the_reference_finds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<PlaybackEvent> events = Histories.withRedeliveries(Histories.of(seed), seed);
            List<PlaybackEvent> arriving =
                    seed % 3 == 0 ? Histories.reversed(events) : Histories.shuffled(events, seed);
            SessionsInMemory stream = new SessionsInMemory(RULES);
            arriving.forEach(
                    event -> assertThat(stream.accept(event, Clocks.at(0))).isNotEqualTo(Outcome.LATE));
            stream.advance(Clocks.at(Clocks.ENDED));

            assertSameSessions(stream.current(), BatchReference.sessionsOf(arriving, RULES), seed);
            assertThat(stream.isEmpty()).as("nothing is left, seed %d", seed).isTrue();
        }
    }

    @Test
    void the_story_emitted_meanwhile_ends_in_the_same_truth() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<PlaybackEvent> arriving = Histories.shuffled(Histories.of(seed), seed);
            SessionsInMemory stream = new SessionsInMemory(RULES);
            long clock = Long.MIN_VALUE;
            for (PlaybackEvent event : arriving) {
                assertThat(stream.accept(event, Clocks.at(clock))).isNotEqualTo(Outcome.LATE);
                if (random.nextInt(3) == 0) {
                    long bold = event.occurredAt() + random.nextInt(3_600_000) - 1_800_000;
                    clock = Math.max(clock, Math.min(bold, earliest(arriving) + RULES.allowedLatenessMs()));
                    stream.advance(Clocks.at(clock));
                }
            }
            stream.advance(Clocks.at(Clocks.ENDED));

            assertSameSessions(stream.current(), BatchReference.sessionsOf(arriving, RULES), seed);
            assertThat(stream.isEmpty()).as("nothing is left, seed %d", seed).isTrue();
            assertThatTheRevisionsAreInOrder(stream.emitted(), seed);
        }
    }

    private static void assertSameSessions(List<Session> actual, List<Session> expected, long seed) {
        Set<Session> unexpected = new HashSet<>(actual);
        expected.forEach(unexpected::remove);
        Set<Session> missing = new HashSet<>(expected);
        actual.forEach(missing::remove);
        assertThat(unexpected)
                .as("not in the reference, which has %s; seed %d", missing, seed)
                .isEmpty();
        assertThat(missing).as("missing; seed %d", seed).isEmpty();
        assertThat(actual).as("seed %d", seed).hasSameSizeAs(expected);
    }

    private static void assertThatTheRevisionsAreInOrder(List<Change> emitted, long seed) {
        Map<SessionId, Integer> numbers = new HashMap<>();
        Map<SessionId, SessionId> pointers = new HashMap<>();
        for (Change change : emitted) {
            SessionId id = change.sessionId();
            if (change instanceof Change.Revision revision) {
                assertThat(revision.number()).as("seed %d", seed).isEqualTo(numbers.merge(id, 1, Integer::sum));
                pointers.remove(id);
            } else if (change instanceof Change.Superseded superseded) {
                assertThat(superseded.number()).as("seed %d", seed).isEqualTo(numbers.merge(id, 1, Integer::sum));
                pointers.put(id, superseded.supersededBy());
                SessionId last = superseded.supersededBy();
                for (int steps = 0; pointers.containsKey(last); steps++) {
                    assertThat(steps)
                            .as("references never form a cycle, seed %d", seed)
                            .isLessThan(1_000);
                    last = pointers.get(last);
                }
                assertThat(numbers).as("the successor is known, seed %d", seed).containsKey(superseded.supersededBy());
            }
        }
    }

    private static long earliest(List<PlaybackEvent> events) {
        return events.stream().mapToLong(PlaybackEvent::occurredAt).min().orElseThrow();
    }
}
