package dev.segue.adapters.flink.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Histories;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Clocks;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

/** The operator agrees with the batch reference on generated histories, though it is stopped and restored on the way. */
class GeneratedHistoriesOperatorTest {

    private static final SessionRules RULES = Histories.SMALL_RULES;

    @Test
    void onTheHeap() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            assertThatTheOperatorAgrees(seed, new HashMapStateBackend());
        }
    }

    @Test
    void onRocksDb() throws Exception {
        for (long seed = 0; seed < 15; seed++) {
            assertThatTheOperatorAgrees(seed, new EmbeddedRocksDBStateBackend());
        }
    }

    private static void assertThatTheOperatorAgrees(long seed, StateBackend backend) throws Exception {
        Random random = new Random(seed);
        List<PlaybackEvent> arriving = Histories.shuffled(Histories.of(seed), seed);
        Map<SessionId, Session> standing = new HashMap<>();
        long earliest =
                arriving.stream().mapToLong(PlaybackEvent::occurredAt).min().orElseThrow();
        long clock = Clocks.NOT_STARTED;
        SessionHarness operator = SessionHarness.fresh(RULES, backend);
        try {
            for (PlaybackEvent event : arriving) {
                operator.hears(event);
                if (random.nextInt(5) == 0) {
                    clock = Math.max(clock, Math.min(event.occurredAt(), earliest + RULES.horizonMs()));
                    operator.clockReaches(clock);
                }
                if (random.nextInt(20) == 0) {
                    apply(operator.told(), standing);
                    OperatorSubtaskState checkpoint = operator.checkpoint(1);
                    operator.close();
                    operator = SessionHarness.restored(RULES, backend, checkpoint, 1, 1, 0);
                }
            }
            operator.clockReaches(Clocks.ENDED);
            apply(operator.told(), standing);
            assertThat(operator.late()).as("seed %d", seed).isEmpty();
            assertThat(operator.remains()).as("seed %d", seed).isZero();
        } finally {
            operator.close();
        }
        assertThat(Map.copyOf(standing).values())
                .as("seed %d", seed)
                .hasSameElementsAs(BatchReference.sessionsOf(arriving, RULES));
    }

    private static void apply(List<Change> changes, Map<SessionId, Session> standing) {
        for (Change change : changes) {
            if (change instanceof Change.Revision revision) {
                standing.put(revision.sessionId(), revision.session());
            } else if (change instanceof Change.Superseded superseded) {
                standing.remove(superseded.sessionId());
            }
        }
    }
}
