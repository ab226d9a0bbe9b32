package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionMetricsTest {

    private static final SessionRules RULES = SessionRules.DEFAULT;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_in_state_and_what_was_emitted_can_be_read_off(boolean heap) throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend(heap))) {
            assertThat(operator.metric("acceptanceClock")).isNaN();
            operator.clockReaches(at("09:00"));
            plays(operator, "anna", "09:00");
            plays(operator, "anna", "09:05");
            plays(operator, "ben", "09:01");
            operator.receives(aPlay().by("ben").at("09:01").lasting("3:00").build());

            assertThat(operator.metric("listeners")).isEqualTo(2);
            assertThat(operator.metric("openSessions")).isEqualTo(2);
            assertThat(operator.metric("listenerBytes"))
                    .isEqualTo(operator.stateOf("anna").bytes()
                            + operator.stateOf("ben").bytes());
            assertThat(operator.metric("revisions")).isZero();

            operator.clockReaches(at("10:00"));
            assertThat(operator.metric("openSessions")).isZero();
            assertThat(operator.metric("sessionsClosed")).isEqualTo(2);
            assertThat(operator.metric("sessionsCorrected")).isZero();
            assertThat(operator.metric("acceptanceClock")).isEqualTo((double) at("10:00"));

            plays(operator, "anna", "08:50");
            operator.clockReaches(at("11:00"));
            assertThat(operator.metric("sessionsCorrected")).isEqualTo(1);
            assertThat(operator.metric("sessionsSuperseded")).isEqualTo(1);
            assertThat(operator.metric("revisions"))
                    .isEqualTo(operator.revisions().size());

            operator.clockReaches(at("2026-03-04T00:00:00Z"));
            assertThat(operator.listeners()).isZero();
            assertThat(operator.metric("listeners")).isZero();
            assertThat(operator.metric("listenerBytes")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_counts_of_what_is_in_state_outlive_a_restart_on_fewer_workers(boolean heap) throws Exception {
        OperatorSubtaskState one;
        OperatorSubtaskState other;
        try (SessionHarness operator = SessionHarness.restored(RULES, backend(heap), null, 2, 2, 0)) {
            for (String listener : listenersOf(0, 1)) {
                plays(operator, listener, "09:00");
            }
            one = operator.checkpoint(1);
        }
        try (SessionHarness operator = SessionHarness.restored(RULES, backend(heap), null, 2, 2, 1)) {
            for (String listener : listenersOf(1, 2)) {
                plays(operator, listener, "09:00");
            }
            other = operator.checkpoint(1);
        }
        try (SessionHarness operator =
                SessionHarness.restored(RULES, backend(heap), SessionHarness.together(one, other), 2, 1, 0)) {
            assertThat(operator.metric("listeners")).isEqualTo(3);
            assertThat(operator.metric("openSessions")).isEqualTo(3);
            assertThat(operator.metric("accepted")).isEqualTo(3);
        }
    }

    private static List<String> listenersOf(int subtask, int number) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> "listener-" + i)
                .filter(listener -> subtask
                        == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                listener, SessionHarness.MAX_PARALLELISM, 2))
                .limit(number)
                .toList();
    }

    private static StateBackend backend(boolean heap) {
        return heap ? new HashMapStateBackend() : Backends.rocksDb();
    }

    private static void plays(SessionHarness operator, String listener, String from) throws Exception {
        operator.receives(aPlay().by(listener).at(from).lasting("3:00").build());
    }
}
