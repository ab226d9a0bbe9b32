package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.accounting.CheckpointedCount;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.adapters.flink.rules.RulesOfState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.counting.EmissionPace;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.track.TrackBook;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackRules;
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
 * Loads the track KPIs of a subject and week, lets {@link TrackBook} count, stores them, emits them when they have changed, but
 * not too often, and purges them when nothing more can come. Keyed by their key as text.
 */
public final class TrackKpisOperator extends ClockedOperator<TrackChange, TrackKpis> {

    private static final long serialVersionUID = 1L;

    /** Its health, at every checkpoint. Its input was counted upstream, so its own ledger stays empty. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("track-kpis-health", AccountingTypes.HEALTH);

    private static final String STAGE = "track kpis";

    private final KpiRules kpis;
    private final TrackRules rules;
    private final EmissionPace pace;

    private transient ValueState<TrackKpisState> states;
    private transient MapState<String, TrackNumbers> tracks;
    private transient KeyedTimer clockTimer;
    private transient StreamRecord<TrackKpis> out;
    private transient CheckpointedCount counting;
    private transient Counter emitted;
    private transient Counter playsOfOthers;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     */
    public TrackKpisOperator(String job, KpiRules kpis, TrackRules rules) {
        super(job, STAGE, HEALTH, "track-kpis");
        this.kpis = kpis;
        this.rules = rules;
        this.pace = new EmissionPace(rules.emitEveryMs());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        RulesOfState.require(rules.ofState(kpis), context);
        counting = new CheckpointedCount("trackKpis");
        counting.open(context, getMetricGroup());
        emitted = SegueMetrics.of(getMetricGroup()).counter("trackKpisEmitted");
        playsOfOthers = SegueMetrics.of(getMetricGroup()).counter("playsOfOtherTracks");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counting.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("state", TrackTypes.TRACK_KPIS_STATES));
        tracks = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("tracks", Types.STRING, TrackTypes.TRACK_NUMBERS));
        clockTimer = KeyedTimer.onEventTime(timers());
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<TrackChange> element) throws Exception {
        TrackChange change = element.getValue();
        TrackKpisState known = states.value();
        counting.add(known == null ? 1 : 0);
        TrackKpisState state = known == null ? TrackKpisState.begun(change.key()) : known;
        TrackBook book = bookOf(state);
        boolean changed = book.apply(change);
        playsOfOthers.inc(Math.max(
                0, book.totals().others().plays() - state.totals().others().plays()));
        state = waking(state.with(book.totals()), book);
        if (changed && !state.scheduled()) {
            state = state.withSchedule();
            timers().registerProcessingTimeTimer(VoidNamespace.INSTANCE, pace.dueAt(state.emittedAt(), wallClock()));
        }
        states.update(state);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        TrackKpisState state = states.value();
        if (state != null && state.scheduled()) {
            states.update(emit(state));
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        TrackKpisState state = states.value();
        if (state == null) {
            return;
        }
        if (timer.getTimestamp() == state.clockTimer()) {
            state = state.withClockTimer(KeyedTimer.NOT_SET);
        }
        long clock = acceptanceClock();
        TrackBook book = bookOf(state);
        book.look(clock);
        if (!book.isSettled(clock)) {
            states.update(waking(state.with(book.totals()), book));
            return;
        }
        if (state.scheduled()) {
            emit(state);
        }
        states.clear();
        tracks.clear();
        counting.add(-1);
    }

    private TrackKpisState emit(TrackKpisState state) {
        emit(out, bookOf(state).emit(acceptanceClock()));
        emitted.inc();
        return state.emitted(wallClock());
    }

    private TrackBook bookOf(TrackKpisState state) {
        return new TrackBook(
                state.key(), state.totals(), new KeyedTracks(tracks), rules.mostTracks(), kpis.longestSessionMs());
    }

    private TrackKpisState waking(TrackKpisState state, TrackBook book) {
        long time = book.nextOnClock();
        return time < Clocks.ENDED ? state.withClockTimer(clockTimer.noLaterThan(time + 1, state.clockTimer())) : state;
    }

    /** None: while no plays are written its clock stands still, although nothing is behind. */
    @Override
    protected Clocks clocks() {
        return Clocks.at(Clocks.NOT_STARTED);
    }
}
