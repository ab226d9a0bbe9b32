package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.adapters.flink.type.ListenerState;
import dev.segue.adapters.flink.type.SegueTypes;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ActivityPages.Page;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Clocks;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerSessions;
import dev.segue.domain.session.SessionRules;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Savepoints that earlier versions left. */
class FormerSavepointTest {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final long DAY = 24 * 60 * 60_000;

    static List<StateBackend> backends() {
        return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
    }

    /** At nine Anna began 75 plays, so that her pages lie apart, and Berta one; at a quarter past ten all was written. */
    @ParameterizedTest
    @MethodSource("backends")
    void theSessionsOfVersionOneGoOn(StateBackend backend) throws Exception {
        String file = Path.of(FormerSavepointTest.class
                        .getResource("/golden/sessions-v1.savepoint")
                        .toURI())
                .toString();
        OperatorSubtaskState savepoint = OperatorSnapshotUtil.readStateHandle(file);
        try (SessionHarness operator = SessionHarness.restored(RULES, backend, savepoint, 1, 1, 0)) {
            operator.hears(
                    aPlay().by("anna").at("10:15").lasting("1:00").withId("a75").build());
            operator.hears(aPlay().by("anna")
                    .at("08:50")
                    .lasting("1:00")
                    .withId("late")
                    .build());
            operator.clockReaches(at("11:00"));

            assertThat(operator.revisions())
                    .filteredOn(revision -> revision.status() == Status.FINAL)
                    .extracting(Change.Revision::listener, revision -> revision.session()
                            .plays())
                    .containsExactly(tuple("anna", 77));
            operator.clockReaches(at("09:00") + 3 * DAY);
            assertThat(operator.remains()).isZero();
        }
    }

    /** Once, one timer stood for all that was to be told or forgotten. */
    @Test
    void whoListenedIsToldAndForgotten() throws Exception {
        try (SessionHarness operator = restored(savepoint(Clocks.at(at("09:00"))))) {
            operator.clockReaches(at("10:00"));
            assertThat(operator.revisions()).extracting(Change.Revision::status).containsExactly(Status.FINAL);

            operator.clockReaches(at("09:00") + 3 * DAY);
            assertThat(operator.remains()).isZero();
        }
    }

    @Test
    void whoOnlyWaitedIsForgotten() throws Exception {
        try (SessionHarness operator = restored(savepoint(Clocks.at(at("10:00"))))) {
            operator.clockReaches(at("11:00"));
            assertThat(operator.told()).isEmpty();
            assertThat(operator.remains()).isPositive();

            operator.clockReaches(at("09:00") + 3 * DAY);
            assertThat(operator.remains()).isZero();
        }
    }

    private static SessionHarness restored(OperatorSubtaskState savepoint) throws Exception {
        return SessionHarness.restored(RULES, new HashMapStateBackend(), savepoint, 1, 1, 0);
    }

    /** Of one who listened at nine, left at that time. */
    private static OperatorSubtaskState savepoint(Clocks clocks) throws Exception {
        try (var former = new KeyedOneInputStreamOperatorTestHarness<>(
                new OneTimerForAll(clocks),
                PlaybackEvent::listener,
                Types.STRING,
                SessionHarness.MAX_PARALLELISM,
                1,
                0)) {
            former.setup(SegueTypes.CHANGES.createSerializer(new SerializerConfigImpl()));
            former.open();
            former.processElement(aPlay().by("anna").at("09:00").lasting("3:00").build(), 0);
            return former.snapshot(1, 0);
        }
    }

    /** Sets one timer, and tells nothing. */
    private static final class OneTimerForAll extends AbstractStreamOperator<Change>
            implements OneInputStreamOperator<PlaybackEvent, Change>, Triggerable<String, VoidNamespace> {

        private static final long serialVersionUID = 1L;

        private final transient Clocks clocks;

        OneTimerForAll(Clocks clocks) {
            this.clocks = clocks;
        }

        @Override
        public void processElement(StreamRecord<PlaybackEvent> element) throws Exception {
            MapState<Long, Page> pages =
                    getRuntimeContext().getMapState(new MapStateDescriptor<>("timeline", Types.LONG, SegueTypes.PAGES));
            MapState<Long, Boolean> receipts =
                    getRuntimeContext().getMapState(new MapStateDescriptor<>("receipts", Types.LONG, Types.BOOLEAN));
            ListenerState state = new ListenerState();
            ListenerMemory memory = state.memory();
            ListenerSessions sessions = new ListenerSessions(
                    element.getValue().listener(),
                    memory,
                    new KeyedPages(state, memory, pages),
                    new KeyedReceipts(receipts),
                    RULES);
            sessions.accept(element.getValue(), Clocks.at(at("09:00")));
            sessions.advance(clocks);
            long next = Math.min(sessions.nextOnClosingClock(), sessions.nextOnAcceptanceClock());
            getInternalTimerService("sessions", VoidNamespaceSerializer.INSTANCE, this)
                    .registerEventTimeTimer(VoidNamespace.INSTANCE, next);
            state.setDueTimer(next);
            state.setMemory(memory);
            getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("listener", SegueTypes.LISTENERS))
                    .update(state);
        }

        @Override
        public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
            throw new AssertionError("The savepoint is made before any time goes by.");
        }

        @Override
        public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
            throw new AssertionError("The savepoint is made before any time goes by.");
        }
    }
}
