package dev.segue.adapters.flink.session;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.proof.Stage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The session operator in one to three subtasks, each with its own listeners. */
final class OperatorStage implements Stage {

    private final SessionRules rules;
    private final StateBackend backend;
    private final List<SessionHarness> subtasks = new ArrayList<>();
    private OperatorSubtaskState checkpoint;
    private int parallelismAtCheckpoint = 1;
    private long checkpoints;
    private long wallTime;

    OperatorStage(SessionRules rules, StateBackend backend) throws Exception {
        this.rules = rules;
        this.backend = backend;
        open(1);
    }

    @Override
    public void receives(PlaybackEvent event) throws Exception {
        int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                event.listener(), SessionHarness.MAX_PARALLELISM, subtasks.size());
        subtasks.get(subtask).receives(event);
    }

    @Override
    public void clockReaches(long time) throws Exception {
        for (SessionHarness subtask : subtasks) {
            subtask.clockReaches(time);
        }
    }

    @Override
    public void wallClockReaches(long time) throws Exception {
        wallTime = time;
        for (SessionHarness subtask : subtasks) {
            subtask.wallClockReaches(time);
        }
    }

    @Override
    public void checkpoint() throws Exception {
        checkpoints++;
        OperatorSubtaskState[] parts = new OperatorSubtaskState[subtasks.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = subtasks.get(i).checkpoint(checkpoints);
        }
        checkpoint = KeyedOneInputStreamOperatorTestHarness.repackageState(parts);
        parallelismAtCheckpoint = parts.length;
    }

    @Override
    public void restart(int parallelism) throws Exception {
        close();
        open(parallelism);
    }

    @Override
    public List<Change> emitted() {
        List<Change> emitted = new ArrayList<>();
        subtasks.forEach(subtask -> emitted.addAll(subtask.emitted()));
        return emitted;
    }

    @Override
    public List<PlaybackEvent> late() {
        List<PlaybackEvent> late = new ArrayList<>();
        subtasks.forEach(subtask -> late.addAll(subtask.late()));
        return late;
    }

    @Override
    public Ledger ledger() {
        return subtasks.stream().map(SessionHarness::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    }

    @Override
    public long listeners() {
        return subtasks.stream().mapToLong(SessionHarness::listeners).sum();
    }

    @Override
    public boolean isEmpty() {
        return subtasks.stream().allMatch(subtask -> subtask.remains() == 0);
    }

    @Override
    public void close() throws Exception {
        for (SessionHarness subtask : subtasks) {
            subtask.close();
        }
        subtasks.clear();
    }

    private void open(int parallelism) throws Exception {
        for (int i = 0; i < parallelism; i++) {
            subtasks.add(SessionHarness.restored(
                    rules, backend, checkpoint, parallelismAtCheckpoint, parallelism, i, wallTime));
        }
    }
}
