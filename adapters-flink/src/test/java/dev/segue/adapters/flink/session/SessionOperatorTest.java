package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static dev.segue.domain.fixture.Times.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.adapters.flink.rules.OtherRules;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerLimits;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionOperatorTest {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final StateBackend HEAP = new HashMapStateBackend();

    static List<StateBackend> backends() {
        return Backends.all();
    }

    @Test
    void what_is_emitted_bears_the_clock_at_the_last_complete_checkpoint() throws Exception {
        OperatorSubtaskState state;
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.clockReaches(at("09:10"));
            assertThat(operator.lastTimestamp()).isNull();

            state = operator.checkpoint(1);
            operator.checkpointIsComplete(1);
            operator.clockReaches(at("09:30"));
            assertThat(operator.lastTimestamp()).isEqualTo(at("09:10"));
        }
        try (SessionHarness operator = SessionHarness.restored(RULES, HEAP, state, 1, 1, 0)) {
            operator.clockReaches(at("09:30"));
            assertThat(operator.lastTimestamp()).isEqualTo(at("09:10"));
        }
    }

    @Test
    void the_state_of_other_rules_is_refused_at_any_parallelism() throws Exception {
        SessionRules halfAnHour = gap("30:00");
        SessionRules twentyMinutes = gap("20:00");
        OperatorSubtaskState ofOne;
        try (SessionHarness operator = SessionHarness.fresh(halfAnHour, HEAP)) {
            operator.receives(aPlay().by("anna").at("09:00").build());
            ofOne = operator.checkpoint(1);
        }
        OperatorSubtaskState ofTwo = rescaled(halfAnHour, ofOne, 1, 2);
        OperatorSubtaskState ofThree = rescaled(halfAnHour, ofTwo, 2, 3);

        assertThatThrownBy(() -> rescaled(twentyMinutes, ofOne, 1, 1))
                .isInstanceOf(OtherRules.class)
                .hasMessageContaining("other rules: sessions.gap was 30 min, and is now 20 min.");
        assertThatThrownBy(() -> rescaled(twentyMinutes, ofTwo, 2, 1)).isInstanceOf(OtherRules.class);
        assertThatThrownBy(() -> rescaled(twentyMinutes, ofThree, 3, 4)).isInstanceOf(OtherRules.class);
    }

    @Test
    void an_event_beyond_the_limits_of_its_listener_is_rejected_and_passed_on_whole() throws Exception {
        SessionRules two = new SessionRules(
                RULES.gapMs(),
                RULES.capMs(),
                RULES.maxPlayMs(),
                RULES.allowedLatenessMs(),
                RULES.earlyFiringIntervalMs(),
                RULES.correctionsMs(),
                RULES.listening(),
                new ListenerLimits(2, 1, 1, 1));
        PlaybackEvent oneTooMany = aSearch().by("anna").at("09:02").build();
        try (SessionHarness operator = SessionHarness.fresh(two, HEAP)) {
            operator.receives(aSearch().by("anna").at("09:00").build());
            operator.receives(aSearch().by("anna").at("09:01").build());
            operator.receives(oneTooMany);
            operator.receives(aSearch().by("bo").at("09:02").build());
            operator.receives(aSearch().by("anna").at("09:01").build());
            operator.checkpoint(1);

            assertThat(operator.late()).containsExactly(oneTooMany);
            assertThat(operator.ledger())
                    .isEqualTo(new Ledger(0, 3, 1, 0, Map.of(RejectionReason.TOO_MANY_EVENTS, 1L)));
        }
    }

    private static SessionRules gap(String length) {
        return new SessionRules(
                lasting(length),
                RULES.capMs(),
                RULES.maxPlayMs(),
                RULES.allowedLatenessMs(),
                RULES.earlyFiringIntervalMs(),
                RULES.correctionsMs(),
                RULES.listening());
    }

    /** The state after a restart in which nothing happened. */
    private static OperatorSubtaskState rescaled(
            SessionRules rules, OperatorSubtaskState state, int oldParallelism, int parallelism) throws Exception {
        OperatorSubtaskState[] parts = new OperatorSubtaskState[parallelism];
        for (int subtask = 0; subtask < parallelism; subtask++) {
            try (SessionHarness operator =
                    SessionHarness.restored(rules, HEAP, state, oldParallelism, parallelism, subtask)) {
                parts[subtask] = operator.checkpoint(2);
            }
        }
        return SessionHarness.together(parts);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void a_session_is_emitted_early_then_finally_then_corrected_then_purged(StateBackend backend) throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.clockReaches(at("09:09:59.999"));
            assertThat(operator.revisions()).isEmpty();

            operator.clockReaches(at("09:10"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(1, Status.EARLY, true));

            operator.receives(aPlay().by("anna").at("09:12").lasting("3:00").build());
            operator.clockReaches(at("09:30"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(2, Status.EARLY, true));
            operator.clockReaches(at("09:30:00.001"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(3, Status.FINAL, false));

            operator.receives(aPlay().by("anna").at("09:05").lasting("2:00").build());
            operator.clockReaches(at("09:31"));
            List<Change.Revision> corrected = operator.revisions();
            assertThat(corrected)
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(4, Status.CORRECTED, false));
            assertThat(corrected.get(0).session().plays()).isEqualTo(3);
            assertThat(corrected.get(0).settledAfter()).isEqualTo(at("09:15") + RULES.settlingMs());

            operator.clockReaches(at("09:15") + RULES.settlingMs());
            assertThat(operator.remains()).isPositive();
            operator.clockReaches(at("09:15") + RULES.settlingMs() + 1);
            assertThat(operator.emitted()).isEmpty();
            assertThat(operator.remains()).isZero();
        }
    }

    @Test
    void a_bridge_joins_two_sessions_and_the_second_id_is_superseded() throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.receives(aPlay().by("anna").at("09:30").lasting("3:00").build());
            operator.clockReaches(at("10:00"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::status)
                    .containsExactly(Status.FINAL, Status.FINAL);

            operator.receives(aPlay().by("anna").at("09:15").lasting("3:00").build());
            operator.clockReaches(at("10:01"));
            List<Change> emitted = operator.emitted();
            SessionId first = SessionId.of("anna", at("09:00"));
            SessionId second = SessionId.of("anna", at("09:30"));
            assertThat(emitted.get(0)).isInstanceOfSatisfying(Change.Revision.class, revision -> {
                assertThat(revision.sessionId()).isEqualTo(first);
                assertThat(revision.status()).isEqualTo(Status.CORRECTED);
                assertThat(revision.number()).isEqualTo(2);
                assertThat(revision.session().endedAt()).isEqualTo(at("09:33"));
            });
            assertThat(emitted)
                    .filteredOn(Change.Superseded.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(Change.Superseded.class, superseded -> {
                        assertThat(superseded.sessionId()).isEqualTo(second);
                        assertThat(superseded.supersededBy()).isEqualTo(first);
                        assertThat(superseded.number()).isEqualTo(2);
                    });
            operator.clockReaches(Clocks.ENDED);
            assertThat(operator.emitted()).containsExactly(new Change.Purged("anna", second));
            assertThat(operator.remains()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void of_a_forgotten_listener_everything_emitted_is_deleted_and_nothing_remains(StateBackend backend)
            throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, backend)) {
            operator.clockReaches(at("09:00"));
            for (int play = 0; play < 2 * ListenerLimits.DEFAULT.playsPerChunk(); play++) {
                operator.receives(aPlay().by("anna")
                        .at(at("08:50") + play * lasting("1:00"))
                        .lasting("1:00")
                        .build()
                        .correctedBy(lasting("10:00")));
            }
            operator.receives(aPlay().by("anna").at("13:00").lasting("3:00").build());
            operator.receives(aPlay().by("bo").at("13:00").lasting("3:00").build());
            operator.clockReaches(at("13:30"));
            operator.receives(aPlay().by("anna").at("12:50").lasting("3:00").build());
            operator.clockReaches(at("13:40"));
            operator.receives(aPlay().by("anna").at("13:50").lasting("3:00").build());
            operator.emitted();
            assertThat(operator.listenersWithPagesApart()).isEqualTo(1);
            assertThat(operator.metric("listeners")).isEqualTo(2);

            operator.forgets("anna");

            SessionId long1 = SessionId.of("anna", at("09:00"));
            assertThat(operator.emitted())
                    .containsExactly(
                            new Change.Purged("anna", long1),
                            new Change.PlaysGone("anna", long1, 0),
                            new Change.PlaysGone("anna", long1, 1),
                            new Change.Purged("anna", SessionId.of("anna", at("12:50"))),
                            new Change.PlaysGone("anna", SessionId.of("anna", at("12:50")), 0),
                            new Change.Purged("anna", SessionId.of("anna", at("13:00"))));
            assertThat(operator.metric("listeners")).isEqualTo(1);
            assertThat(operator.stateOf("anna")).isNull();
            int ofBo = 3;
            assertThat(operator.remains()).as("state and timers of bo").isEqualTo(ofBo);

            operator.forgets("anna");
            operator.clockReaches(at("13:59"));
            assertThat(operator.emitted()).isEmpty();
            operator.receives(aPlay().by("anna").at("13:50").lasting("3:00").build());
            operator.clockReaches(at("14:10"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status)
                    .as("starts anew")
                    .containsExactly(tuple(1, Status.FINAL));
            operator.checkpoint(1);
            assertThat(operator.ledger().accepted()).isEqualTo(2 * ListenerLimits.DEFAULT.playsPerChunk() + 5);
        }
    }

    @Test
    void over_a_recording_silence_ends_nothing_however_slowly_it_is_read() throws Exception {
        try (SessionHarness operator = SessionHarness.overRecording(RULES, HEAP)) {
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.clockReaches(at("09:03"));
            operator.wallClockReaches(lasting("48:00:00"));
            assertThat(operator.emitted()).isEmpty();

            operator.receives(aPlay().by("anna").at("09:18").lasting("3:00").build());
            operator.clockReaches(at("09:36"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(1, Status.EARLY, true));
            operator.clockReaches(at("09:36") + 1);
            assertThat(operator.revisions())
                    .extracting(Change.Revision::number, Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(2, Status.FINAL, false));
        }
    }

    /**
     * Flink advances one group of timers after the other, in an order that depends on their names; with these names,
     * the settling timers come first. If that group advanced the other group's time, the operator would check again for
     * ever.
     */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void over_a_recording_what_is_settled_is_purged_however_far_the_clock_leaps() throws Exception {
        try (SessionHarness operator = SessionHarness.overRecording(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.clockReaches(at("10:00"));
            assertThat(operator.revisions()).extracting(Change.Revision::status).containsExactly(Status.FINAL);

            operator.clockReaches(at("09:00") + lasting("480:00:00"));
            assertThat(operator.emitted()).isEmpty();
            assertThat(operator.remains()).isZero();
        }
    }

    @Test
    void silence_ends_a_session_though_no_event_moves_the_clock() throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aPlay().by("anna").at("09:00").lasting("3:00").build());
            operator.clockReaches(at("09:02"));
            operator.emitted();

            operator.wallClockReaches(lasting("16:05"));
            assertThat(operator.revisions()).extracting(Change.Revision::open).doesNotContain(false);
            operator.wallClockReaches(lasting("40:00"));
            assertThat(operator.revisions())
                    .extracting(Change.Revision::status, Change.Revision::open, Change.Revision::asOf)
                    .containsExactly(tuple(Status.FINAL, false, at("09:02")));

            operator.receives(aPlay().by("anna").at("08:59").lasting("1:00").build());
            operator.checkpoint(1);
            assertThat(operator.ledger().accepted())
                    .as("silence makes nothing late")
                    .isEqualTo(2);
            operator.clockReaches(Clocks.ENDED);
            assertThat(operator.remains()).isZero();
        }
    }

    @Test
    void silence_ends_a_session_in_time_though_the_clock_was_far_behind_when_it_was_accepted() throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aPlay().by("anna").at("19:00").lasting("3:00").build());
            operator.clockReaches(at("09:10"));
            operator.wallClockReaches(lasting("11:00"));
            operator.clockReaches(at("19:02"));
            operator.emitted();

            operator.wallClockReaches(lasting("40:00"));

            assertThat(operator.revisions())
                    .extracting(Change.Revision::status, Change.Revision::open)
                    .containsExactly(tuple(Status.FINAL, false));
        }
    }

    @Test
    void the_clock_is_not_purged_over_a_restore() throws Exception {
        PlaybackEvent tooLate = aSearch()
                .by("bo")
                .at(at("09:00") - RULES.allowedLatenessMs() - 1)
                .build();
        PlaybackEvent justInTime =
                aSearch().by("bo").at(at("09:00") - RULES.allowedLatenessMs()).build();
        OperatorSubtaskState checkpoint;
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            checkpoint = operator.checkpoint(1);
        }
        try (SessionHarness operator = SessionHarness.restored(RULES, HEAP, checkpoint, 1, 1, 0)) {
            operator.receives(tooLate);
            operator.receives(justInTime);
            operator.receives(justInTime);
            assertThat(operator.late()).containsExactly(tooLate);
            operator.checkpoint(2);
            assertThat(operator.ledger()).isEqualTo(new Ledger(0, 1, 1, 1, Map.of()));
            assertThat(operator.health().get(0).acceptanceClock()).isEqualTo(at("09:00"));
        }
    }

    @Test
    void every_subtask_knows_the_clock_and_the_ledger_is_kept_whole_when_rescaled() throws Exception {
        OperatorSubtaskState checkpoint;
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            operator.clockReaches(at("09:00"));
            operator.receives(aSearch().by("anna").at("09:00").build());
            operator.receives(aSearch().by("bo").at("09:00").build());
            checkpoint = operator.checkpoint(1);
        }
        long accepted = 0;
        for (int subtask = 0; subtask < 3; subtask++) {
            try (SessionHarness operator = SessionHarness.restored(RULES, HEAP, checkpoint, 1, 3, subtask)) {
                operator.checkpoint(2);
                Health health = operator.health().get(0);
                assertThat(health.acceptanceClock()).isEqualTo(at("09:00"));
                accepted += health.ledger().accepted();
            }
        }
        assertThat(accepted).isEqualTo(2);
    }

    @Test
    void the_ledger_is_reported_at_every_checkpoint() throws Exception {
        try (SessionHarness operator = SessionHarness.fresh(RULES, HEAP)) {
            PlaybackEvent search = aSearch().by("anna").at("09:00").build();
            operator.receives(search);
            operator.checkpoint(7);
            operator.receives(search);
            operator.checkpoint(8);
            assertThat(operator.health())
                    .extracting(Health::checkpoint, health -> health.ledger().accepted(), health -> health.ledger()
                            .duplicate())
                    .containsExactly(tuple(7L, 1L, 0L), tuple(8L, 1L, 1L));
        }
    }

    @Test
    void state_is_repackaged_from_several_subtasks() throws Exception {
        OperatorSubtaskState left;
        OperatorSubtaskState right;
        try (SessionHarness one = SessionHarness.restored(RULES, HEAP, null, 2, 2, 0);
                SessionHarness other = SessionHarness.restored(RULES, HEAP, null, 2, 2, 1)) {
            one.clockReaches(at("08:00"));
            other.clockReaches(at("09:00"));
            left = one.checkpoint(1);
            right = other.checkpoint(1);
        }
        OperatorSubtaskState both = KeyedOneInputStreamOperatorTestHarness.repackageState(left, right);
        try (SessionHarness operator = SessionHarness.restored(RULES, HEAP, both, 2, 1, 0)) {
            operator.checkpoint(2);
            assertThat(operator.health().get(0).acceptanceClock())
                    .as("the latest that any subtask had reached")
                    .isEqualTo(at("09:00"));
        }
    }
}
