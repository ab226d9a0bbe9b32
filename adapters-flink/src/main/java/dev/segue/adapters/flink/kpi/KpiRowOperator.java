package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.accounting.CheckpointedCount;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.adapters.flink.rules.RulesOfState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.EmissionPace;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.RowBook;
import dev.segue.domain.kpi.counting.RowChange;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Loads a KPI row, lets {@link RowBook} count, stores it, and emits it: when it has changed, but not too often, when it is
 * over, and when it is settled, upon which it is purged. Keyed by the row's key as text; the watermark is the clock of
 * the topic of sessions.
 */
public final class KpiRowOperator extends ClockedOperator<RowChange, KpiRow> {

    private static final long serialVersionUID = 1L;

    /** Its health, at every checkpoint. Its input was counted upstream, so its own ledger stays empty. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("kpi-rows-health", AccountingTypes.HEALTH);

    private static final String STAGE = "kpi rows";

    private final KpiRules rules;
    private final EmissionPace pace;

    private transient ValueState<KpiRowState> rows;
    private transient MapState<String, Integer> listeners;
    private transient MapState<String, Integer> zones;
    private transient KeyedTimer clockTimer;
    private transient StreamRecord<KpiRow> out;
    private transient CheckpointedCount counting;
    private transient Counter emitted;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     */
    public KpiRowOperator(String job, KpiRules rules) {
        super(job, STAGE, HEALTH, "rows");
        this.rules = rules;
        this.pace = new EmissionPace(rules.emitEveryMs());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        RulesOfState.require(rules.ofState(), context);
        counting = new CheckpointedCount("rows");
        counting.open(context, getMetricGroup());
        emitted = SegueMetrics.of(getMetricGroup()).counter("rowsEmitted");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counting.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        rows = getRuntimeContext().getState(new ValueStateDescriptor<>("row", KpiTypes.KPI_ROW_STATES));
        listeners = getRuntimeContext().getMapState(new MapStateDescriptor<>("listeners", Types.STRING, Types.INT));
        zones = getRuntimeContext().getMapState(new MapStateDescriptor<>("zones", Types.STRING, Types.INT));
        clockTimer = KeyedTimer.onEventTime(timers());
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<RowChange> element) throws Exception {
        RowChange change = element.getValue();
        KpiRowState known = rows.value();
        counting.add(known == null ? 1 : 0);
        KpiRowState state = known == null ? new KpiRowState(change.key()) : known;
        RowBook row = bookOf(state);
        boolean schedules = row.apply(change) && !state.isScheduled();
        if (schedules) {
            state.schedule();
        }
        wakeAfter(row.nextOnClock(acceptanceClock()), state);
        rows.update(state);
        if (schedules) {
            scheduleEmission(state);
        }
    }

    private void scheduleEmission(KpiRowState state) {
        timers().registerProcessingTimeTimer(VoidNamespace.INSTANCE, pace.dueAt(state.emittedAt(), wallClock()));
        long dueOnClock = EmissionPace.dueOnClock(acceptanceClock());
        if (dueOnClock != EmissionPace.NEVER) {
            timers().registerEventTimeTimer(VoidNamespace.INSTANCE, dueOnClock);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        KpiRowState state = rows.value();
        if (state != null && state.isScheduled()) {
            emit(state);
            rows.update(state);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        KpiRowState state = rows.value();
        if (state == null) {
            return;
        }
        if (timer.getTimestamp() == state.clockTimer()) {
            state.setClockTimer(KeyedTimer.NOT_SET);
        }
        long clock = acceptanceClock();
        RowBook row = bookOf(state);
        boolean changed = row.look(clock);
        boolean settled = row.isSettled(clock);
        boolean due = state.isScheduled() && EmissionPace.isDueOnClock(timer.getTimestamp());
        if (settled || due || (changed && !state.isScheduled())) {
            emit(state);
        }
        if (settled) {
            rows.clear();
            counting.add(-1);
            listeners.clear();
            zones.clear();
            return;
        }
        wakeAfter(row.nextOnClock(clock), state);
        rows.update(state);
    }

    private void emit(KpiRowState state) {
        emit(out, bookOf(state).emit(acceptanceClock()));
        emitted.inc();
        state.emitted(wallClock());
    }

    private RowBook bookOf(KpiRowState state) {
        return new RowBook(
                state.key(),
                state.totals(),
                new KeyedTally(listeners),
                new KeyedTally(zones),
                rules.longestSessionMs());
    }

    private void wakeAfter(long time, KpiRowState state) {
        if (time < Clocks.ENDED) {
            state.setClockTimer(clockTimer.noLaterThan(time + 1, state.clockTimer()));
        }
    }
}
