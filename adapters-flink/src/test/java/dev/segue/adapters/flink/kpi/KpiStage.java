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
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The three operators of KPIs one after the other, with controlled clocks and crashes, and all rows that were emitted. */
public final class KpiStage implements AutoCloseable {

    private final KpiRules rules;
    private final Map<KpiKey, KpiRow> rows = new HashMap<>();
    private final List<KpiRow> emitted = new ArrayList<>();
    private final LeftOpen leftOpen = new LeftOpen();

    private OneInputStreamOperatorTestHarness<Change, SessionUpdate> follow;
    private KeyedStage<SessionUpdate, RowChange> images;
    private KeyedStage<RowChange, KpiRow> totals;
    private OperatorSubtaskState followed;
    private int parallelism = 1;
    private long wallTime;
    private long checkpoints;

    KpiStage(KpiRules rules) throws Exception {
        this.rules = rules;
        images = new KeyedStage<>(
                KpiTypes.ROW_CHANGES, update -> update.sessionId().value()) {
            @Override
            OneInputStreamOperator<SessionUpdate, RowChange> operator() {
                return new SessionImageOperator("playlists");
            }
        };
        totals = new KeyedStage<>(
                KpiTypes.KPI_ROWS, difference -> difference.key().text()) {
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
            images.process(update, 0);
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
            totals.process(difference, 0);
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
        for (var subtask : images.subtasks()) {
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
}
