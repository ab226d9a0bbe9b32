package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.accounting.RecordedMetrics;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.operators.testutils.MockInputSplitProvider;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of the session operator; the test controls its input, clocks and checkpoints. */
final class SessionHarness implements AutoCloseable {

    static final int MAX_PARALLELISM = 128;

    private static final long MANAGED_MEMORY = 64L << 20;

    private final KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> harness;
    private final MockEnvironment task;
    private final RecordedMetrics metrics;
    private int taken;

    private SessionHarness(
            KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> harness,
            MockEnvironment task,
            RecordedMetrics metrics) {
        this.harness = harness;
        this.task = task;
        this.metrics = metrics;
    }

    static SessionHarness fresh(SessionRules rules, StateBackend backend) throws Exception {
        return restored(rules, backend, null, 1, 1, 0);
    }

    /** A subtask that reads a recording. */
    static SessionHarness overRecording(SessionRules rules, StateBackend backend) throws Exception {
        return of(new SessionOperator("sessions", rules, Feed.RECORDED), backend, null, 1, 1, 0, 0);
    }

    /** A subtask restored from the {@code state} of {@code oldParallelism} subtasks; null for none. */
    static SessionHarness restored(
            SessionRules rules,
            StateBackend backend,
            OperatorSubtaskState state,
            int oldParallelism,
            int parallelism,
            int subtask)
            throws Exception {
        return restored(rules, backend, state, oldParallelism, parallelism, subtask, 0);
    }

    /**
     * As {@link #restored(SessionRules, StateBackend, OperatorSubtaskState, int, int, int)}, at that wall-clock time.
     */
    static SessionHarness restored(
            SessionRules rules,
            StateBackend backend,
            OperatorSubtaskState state,
            int oldParallelism,
            int parallelism,
            int subtask,
            long wallTime)
            throws Exception {
        return of(
                new SessionOperator("sessions", rules, Feed.LIVE),
                backend,
                state,
                oldParallelism,
                parallelism,
                subtask,
                wallTime);
    }

    private static SessionHarness of(
            SessionOperator operator,
            StateBackend backend,
            OperatorSubtaskState state,
            int oldParallelism,
            int parallelism,
            int subtask,
            long wallTime)
            throws Exception {
        RecordedMetrics metrics = new RecordedMetrics();
        MockEnvironment task = new MockEnvironmentBuilder()
                .setTaskName("sessions")
                .setManagedMemorySize(MANAGED_MEMORY)
                .setInputSplitProvider(new MockInputSplitProvider())
                .setMaxParallelism(MAX_PARALLELISM)
                .setParallelism(parallelism)
                .setSubtaskIndex(subtask)
                .setMetricGroup(metrics.task())
                .setUserCodeClassLoader(SessionHarness.class.getClassLoader())
                .build();
        KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(operator, PlaybackRecord::listener, Types.STRING, task);
        harness.setStateBackend(backend);
        harness.setCheckpointStorage(new JobManagerCheckpointStorage(Integer.MAX_VALUE));
        harness.setProcessingTime(wallTime);
        harness.setup(SessionTypes.CHANGES.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(KeyedOneInputStreamOperatorTestHarness.repartitionOperatorState(
                    state, MAX_PARALLELISM, oldParallelism, parallelism, subtask));
        }
        harness.open();
        return new SessionHarness(harness, task, metrics);
    }

    void receives(PlaybackEvent event) throws Exception {
        harness.processElement(event, event.occurredAt());
    }

    void forgets(String listener) throws Exception {
        harness.processElement(new StreamRecord<>(new ForgetRequest(listener)));
    }

    void clockReaches(long time) throws Exception {
        harness.processWatermark(time);
    }

    void wallClockReaches(long time) throws Exception {
        harness.setProcessingTime(time);
    }

    /** The changes emitted since the last call. */
    List<Change> emitted() {
        List<Change> all = harness.extractOutputValues();
        List<Change> fresh = new ArrayList<>(all.subList(taken, all.size()));
        taken = all.size();
        return fresh;
    }

    /** The revisions emitted since the last call of this or {@link #emitted}. */
    List<Change.Revision> revisions() {
        return emitted().stream()
                .filter(Change.Revision.class::isInstance)
                .map(Change.Revision.class::cast)
                .toList();
    }

    /** Drops what was emitted, which would otherwise be kept until the end. */
    void forgetEmitted() {
        harness.getOutput().clear();
        taken = 0;
    }

    List<PlaybackEvent> late() {
        return sideOutput(SessionOperator.LATE);
    }

    Ledger ledger() {
        List<Health> reports = sideOutput(SessionOperator.HEALTH);
        return reports.get(reports.size() - 1).ledger();
    }

    List<Health> health() {
        return sideOutput(SessionOperator.HEALTH);
    }

    OperatorSubtaskState checkpoint(long id) throws Exception {
        harness.prepareSnapshotPreBarrier(id);
        return harness.snapshot(id, 0);
    }

    void checkpointIsComplete(long id) throws Exception {
        harness.notifyOfCompletedCheckpoint(id);
    }

    /** The timestamp in Flink of what was emitted last; null if it has none. */
    Long lastTimestamp() {
        StreamRecord<? extends Change> last = null;
        for (StreamRecord<? extends Change> record : harness.extractOutputStreamRecords()) {
            last = record;
        }
        return last.hasTimestamp() ? last.getTimestamp() : null;
    }

    /** The checkpoint of all subtasks. */
    static OperatorSubtaskState together(OperatorSubtaskState... parts) throws Exception {
        return KeyedOneInputStreamOperatorTestHarness.repackageState(parts);
    }

    /** What a metric of Segue says at this moment. */
    double metric(String name) {
        return metrics.of(name);
    }

    /** Number of remaining entries of keyed state and of timers. */
    int remains() {
        return (int) (keysOf("listener") + keysOf("timeline") + keysOf("receipts"))
                + harness.numEventTimeTimers()
                + harness.numProcessingTimeTimers();
    }

    /** Number of listeners with pages that have entries of their own. */
    long listenersWithPagesApart() {
        return keysOf("timeline");
    }

    /** The state of a listener, without the pages that have entries of their own. */
    ListenerState stateOf(String listener) throws Exception {
        KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
        backend.setCurrentKey(listener);
        return backend.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        new ValueStateDescriptor<>("listener", SessionTypes.LISTENERS))
                .value();
    }

    /** Number of listeners in state. */
    long listeners() {
        return keysOf("listener");
    }

    private long keysOf(String state) {
        try (Stream<String> listeners =
                harness.getOperator().<String>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
            return listeners.count();
        }
    }

    private <T> List<T> sideOutput(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        harness.close();
        task.close();
    }
}
