package dev.segue.adapters.flink.kpi;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The three operators of KPIs one after the other, with controlled clocks and crashes, and all rows that were emitted. */
public final class KpiStage implements AutoCloseable {

    private static final int MAX_PARALLELISM = 16;

    private final KpiRules rules;
    private final Map<KpiKey, KpiRow> rows = new HashMap<>();
    private final List<KpiRow> emitted = new ArrayList<>();
    private final LeftOpen leftOpen = new LeftOpen();

    private OneInputStreamOperatorTestHarness<Change, SessionUpdate> follow;
    private Keyed<SessionUpdate, RowChange> images;
    private Keyed<RowChange, KpiRow> totals;
    private OperatorSubtaskState followed;
    private int parallelism = 1;
    private long wallTime;
    private long checkpoints;

    KpiStage(KpiRules rules) throws Exception {
        this.rules = rules;
        images = new Keyed<>(KpiTypes.ROW_CHANGES, update -> update.sessionId().value()) {
            @Override
            OneInputStreamOperator<SessionUpdate, RowChange> operator() {
                return new SessionImageOperator("playlists");
            }
        };
        totals = new Keyed<>(KpiTypes.KPI_ROWS, difference -> difference.key().text()) {
            @Override
            OneInputStreamOperator<RowChange, KpiRow> operator() {
                return new KpiRowOperator("playlists", rules);
            }
        };
        open();
    }

    public KpiRules rules() {
        return rules;
    }

    private void open() throws Exception {
        follow = new OneInputStreamOperatorTestHarness<>(new FollowOperator(rules));
        follow.setup(KpiTypes.SESSION_UPDATES.createSerializer(new SerializerConfigImpl()));
        if (followed != null) {
            follow.initializeState(followed);
        }
        follow.open();
        images.open(parallelism);
        totals.open(parallelism);
    }

    void receives(Change change) throws Exception {
        leftOpen.receives(change);
        follow.processElement(change, 0);
        for (SessionUpdate update : follow.extractOutputValues()) {
            images.process(update);
        }
        follow.getOutput().clear();
        passOn();
    }

    void clockReaches(long time) throws Exception {
        leftOpen.clockShows(time);
        images.watermark(time);
        passOn();
        totals.watermark(time);
        note();
    }

    /** Lets so much time pass that every row that has changed is emitted. */
    void quiet() throws Exception {
        wallTime += 2 * rules.emitEveryMs();
        totals.wallTime(wallTime);
        note();
    }

    void wallClockGoesOn(long ms) throws Exception {
        wallTime += ms;
        totals.wallTime(wallTime);
        note();
    }

    void checkpoint() throws Exception {
        checkpoints++;
        leftOpen.checkpoint();
        followed = follow.snapshot(checkpoints, 0);
        images.checkpoint(checkpoints);
        totals.checkpoint(checkpoints);
    }

    void restart(int newParallelism) throws Exception {
        close();
        leftOpen.restart();
        parallelism = newParallelism;
        open();
    }

    private void passOn() throws Exception {
        for (RowChange difference : images.output()) {
            totals.process(difference);
        }
        note();
    }

    private void note() {
        for (KpiRow row : totals.output()) {
            rows.put(KpiKey.of(row), row);
            emitted.add(row);
        }
    }

    /** The sessions that count as ended although the last word on them is that they are open. */
    public Set<SessionId> givenUp() {
        return leftOpen.givenUp();
    }

    /** The acceptance clock, as last received or as restored, whichever is later. */
    public long clock() {
        return leftOpen.latest();
    }

    /** The last emitted state of every row. */
    public Map<KpiKey, KpiRow> rows() {
        return rows;
    }

    /** All that was emitted, in order. */
    List<KpiRow> emitted() {
        return emitted;
    }

    Ledger ledger() throws Exception {
        Ledger sum = Ledger.EMPTY;
        for (var subtask : images.subtasks) {
            subtask.prepareSnapshotPreBarrier(99);
            var reports = new ArrayList<>(subtask.getSideOutput(SessionImageOperator.HEALTH));
            sum = sum.plus(reports.get(reports.size() - 1).getValue().ledger());
        }
        return sum;
    }

    /** How many entries of keyed state and timers are left. */
    int remains() {
        return images.remains() + totals.remains();
    }

    @Override
    public void close() throws Exception {
        follow.close();
        images.close();
        totals.close();
    }

    /** One keyed operator in several subtasks. */
    private abstract static class Keyed<I, O> {

        private final TypeInformation<O> type;
        private final KeySelector<I, String> key;
        private final List<KeyedOneInputStreamOperatorTestHarness<String, I, O>> subtasks = new ArrayList<>();
        private OperatorSubtaskState state;
        private int parallelismOfState;
        private long wallTime;

        Keyed(TypeInformation<O> type, KeySelector<I, String> key) {
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

        void process(I element) throws Exception {
            int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    key.getKey(element), MAX_PARALLELISM, subtasks.size());
            subtasks.get(subtask).processElement(element, 0);
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
                remains += subtask.numKeyedStateEntries()
                        + subtask.numEventTimeTimers()
                        + subtask.numProcessingTimeTimers();
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
}
