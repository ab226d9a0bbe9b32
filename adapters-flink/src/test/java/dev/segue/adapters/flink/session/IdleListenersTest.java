package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.domain.session.SessionRules;
import java.lang.management.ManagementFactory;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

/**
 * What a listener costs who has played one song and is only waiting for the session to settle, in bytes. {@code
 * -Dsegue.idle-listeners=1000000} measures a million.
 */
class IdleListenersTest {

    private static final int LISTENERS = Integer.getInteger("segue.idle-listeners", 50_000);
    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final long BEGIN = at("09:00");

    @Test
    void on_the_heap() throws Exception {
        Cost cost = measured(new HashMapStateBackend());

        assertThat(cost.heap()).isLessThan(900);
        assertThat(cost.checkpoint()).isLessThan(430);
    }

    @Test
    void in_rocks_db() throws Exception {
        Cost cost = measured(Backends.rocksDb());

        // How many earlier values RocksDB still has depends on when it compacts.
        assertThat(cost.checkpoint()).isLessThan(450);
    }

    /** Of one listener, in bytes: of live objects on the heap, which mean nothing in RocksDB, and of a checkpoint. */
    private record Cost(long heap, long checkpoint) {}

    private static Cost measured(StateBackend backend) throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            operator.clockReaches(BEGIN);
            long before = liveBytes();
            for (int i = 0; i < LISTENERS; i++) {
                operator.receives(aPlay().by("listener-" + i)
                        .of("spotify:track:" + i)
                        .withId("event-" + i)
                        .withPlayId("play-" + i)
                        .on("device-" + i)
                        .fromPlaylist("37i9dQZEVXcJZyENOWUFo7", "2026-W10")
                        .inCountry("SE")
                        .inTimeZone("Europe/Stockholm")
                        .lasting("3:00")
                        .at(BEGIN + i % 60_000)
                        .build());
            }
            close(operator);
            assertThat(operator.listeners()).isEqualTo(LISTENERS);
            Cost cost = new Cost(
                    (liveBytes() - before) / LISTENERS, operator.checkpoint(1).getStateSize() / LISTENERS);
            System.out.println(
                    backend.getClass().getSimpleName() + ", for each of " + LISTENERS + " idle listeners: " + cost);
            return cost;
        }
    }

    /** Second by second, so that what is emitted does not take more memory than what is measured. */
    private static void close(SessionHarness operator) throws Exception {
        for (long second = 0; second <= RULES.allowedLatenessMs() / 1_000; second++) {
            operator.clockReaches(BEGIN + second * 1_000);
            operator.forgetEmitted();
        }
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
