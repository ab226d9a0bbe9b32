package dev.segue.adapters.flink.kpi;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * One keyed operator in several subtasks, with controlled clocks, that can be stopped at a checkpoint and started again.
 *
 * @param <I> input type
 * @param <O> output type
 */
abstract class KeyedStage<I, O> {

    private static final int MAX_PARALLELISM = 16;

    private final TypeInformation<O> type;
    private final KeySelector<I, String> key;
    private final List<KeyedOneInputStreamOperatorTestHarness<String, I, O>> subtasks = new ArrayList<>();
    private OperatorSubtaskState state;
    private int parallelismOfState;
    private long wallTime;

    KeyedStage(TypeInformation<O> type, KeySelector<I, String> key) {
        this.type = type;
        this.key = key;
    }

    abstract OneInputStreamOperator<I, O> operator();

    void open(int parallelism) throws Exception {
        for (int i = 0; i < parallelism; i++) {
            var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    operator(), key, Types.STRING, MAX_PARALLELISM, parallelism, i);
            harness.setProcessingTime(wallTime);
            harness.setup(type.createSerializer(new SerializerConfigImpl()));
            if (state != null) {
                harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        state, MAX_PARALLELISM, parallelismOfState, parallelism, i));
            }
            harness.open();
            subtasks.add(harness);
        }
    }

    void process(I element, long timestamp) throws Exception {
        int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key.getKey(element), MAX_PARALLELISM, subtasks.size());
        subtasks.get(subtask).processElement(element, timestamp);
    }

    List<KeyedOneInputStreamOperatorTestHarness<String, I, O>> subtasks() {
        return subtasks;
    }

    void watermark(long time) throws Exception {
        for (var subtask : subtasks) {
            subtask.processWatermark(time);
        }
    }

    void wallTime(long time) throws Exception {
        wallTime = time;
        for (var subtask : subtasks) {
            subtask.setProcessingTime(time);
        }
    }

    List<O> output() {
        List<O> output = new ArrayList<>();
        for (var subtask : subtasks) {
            output.addAll(subtask.extractOutputValues());
            subtask.getOutput().clear();
        }
        return output;
    }

    void checkpoint(long id) throws Exception {
        OperatorSubtaskState[] parts = new OperatorSubtaskState[subtasks.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = subtasks.get(i).snapshot(id, 0);
        }
        state = AbstractStreamOperatorTestHarness.repackageState(parts);
        parallelismOfState = parts.length;
    }

    int remains() {
        int remains = 0;
        for (var subtask : subtasks) {
            remains +=
                    subtask.numKeyedStateEntries() + subtask.numEventTimeTimers() + subtask.numProcessingTimeTimers();
        }
        return remains;
    }

    void close() throws Exception {
        for (var subtask : subtasks) {
            subtask.close();
        }
        subtasks.clear();
    }
}
