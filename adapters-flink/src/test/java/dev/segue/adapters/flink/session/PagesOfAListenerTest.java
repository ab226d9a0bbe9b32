package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.timeline.Activity;
import java.util.List;
import org.apache.flink.runtime.state.StateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages of a listener's timeline are stored as they are created and removed. */
class PagesOfAListenerTest {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    static List<StateBackend> backends() {
        return Backends.all();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void a_few_plays_are_kept_in_one_piece_with_all_else_of_the_listener(StateBackend backend) throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            operator.clockReaches(at("09:00"));
            play(operator, at("09:00"), 30);
            assertThat(operator.listenersWithPagesApart()).isZero();

            play(operator, at("09:00") + 30 * MINUTE, 30);
            assertThat(operator.listenersWithPagesApart()).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void pages_come_and_go_day_by_day_and_every_session_stays_whole(StateBackend backend) throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            for (int day = 0; day < 6; day++) {
                operator.clockReaches(at("09:00") + day * DAY);
                play(operator, at("09:00") + day * DAY, 50);
            }
            operator.clockReaches(at("09:00") + 6 * DAY);

            assertThat(operator.revisions())
                    .filteredOn(revision -> revision.status() == Status.FINAL)
                    .extracting(revision -> revision.session().plays())
                    .containsExactly(50, 50, 50, 50, 50, 50);

            operator.clockReaches(at("09:00") + 9 * DAY);
            assertThat(operator.emitted()).noneMatch(Change.Revision.class::isInstance);
            assertThat(operator.remains()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void the_leaf_that_was_made_last_lies_with_the_listener_because_who_listens_on_adds_to_it(StateBackend backend)
            throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            operator.clockReaches(at("09:00"));
            play(operator, at("09:00"), 80);

            List<Activity> withTheListener = operator.stateOf("anna").leaf().activities();
            assertThat(withTheListener.get(withTheListener.size() - 1).from()).isEqualTo(at("09:00") + 79 * MINUTE);
        }
    }

    private static void play(SessionHarness operator, long from, int plays) throws Exception {
        for (int i = 0; i < plays; i++) {
            operator.receives(
                    aPlay().by("anna").at(from + i * MINUTE).lasting("1:00").build());
        }
    }
}
