package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.VisibleText;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.SeriesWatch;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.clock.SilenceClock;
import dev.segue.domain.playback.RejectionReason;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the state of a series, lets {@link SeriesWatch} decide, stores the state, emits incidents, and sets a timer.
 * Keyed by the key of the series; the watermark is the acceptance clock.
 */
public final class AlertOperator extends ClockedOperator<Observation, Incident> {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(AlertOperator.class);

    /** Health reports of this operator, one per checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("alerts-health", AccountingTypes.HEALTH);

    private static final String STAGE = "alerts";
    private static final String SERIES = "series";

    private final Watch watch;
    private final AlertRules rules;
    private final int mostSeries;

    private transient SilenceClock silence;
    private transient ValueState<SeriesState> states;
    private transient KeyedTimer eventTimer;
    private transient KeyedTimer silenceTimer;
    private transient StreamRecord<Incident> out;
    private transient long mostHere;
    private transient long known;
    private transient boolean refused;
    private transient Counter evaluations;
    private transient Counter comparisons;
    private transient Counter emitted;

    /**
     * Creates the operator for one job.
     *
     * @param job the job's name, for its health
     * @param mostSeries the most series to watch, over all subtasks; observations of any further series are counted
     *     once more, as rejected, until a watched series is purged
     */
    public AlertOperator(String job, Watch watch, AlertRules rules, int mostSeries) {
        super(job, STAGE, HEALTH, "alerts");
        this.watch = watch;
        this.rules = rules;
        this.mostSeries = mostSeries;
    }

    @Override
    public void open() throws Exception {
        super.open();
        states = getRuntimeContext().getState(new ValueStateDescriptor<>(SERIES, AlertTypes.SERIES));
        silence = new SilenceClock(Feed.LIVE, wallClock());
        eventTimer = KeyedTimer.onEventTime(timers());
        silenceTimer = KeyedTimer.onProcessingTime(timers());
        out = new StreamRecord<>(null);
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        mostHere = ((long) mostSeries + subtasks - 1) / subtasks;
        known = seriesRemembered();
        MetricGroup metrics = SegueMetrics.of(getMetricGroup());
        metrics.gauge("series", () -> known);
        evaluations = metrics.counter("evaluations");
        comparisons = metrics.counter("comparisons");
        emitted = metrics.counter("incidents");
    }

    @Override
    public void processElement(StreamRecord<Observation> element) throws Exception {
        Observation observation = element.getValue();
        SeriesState state = states.value();
        if (state == null && known >= mostHere) {
            refuse(observation);
            return;
        }
        Policy policy = watch.policy(observation.series());
        SeriesWatch series;
        if (state == null) {
            known++;
            series = SeriesWatch.beginning(observation, policy, rules);
        } else {
            series = SeriesWatch.of(state.series(), policy, rules, state.memory());
        }
        emit(series.accept(observation));
        count(series);
        long event = state == null ? KeyedTimer.NOT_SET : state.eventTimer();
        long inSilence = state == null ? KeyedTimer.NOT_SET : state.silenceTimer();
        store(new SeriesState(observation.series(), series.memory(), event, inSilence), series.nextDue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        silence.at(acceptanceClockAt(mark.getTimestamp()), wallClock());
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        SeriesState state = states.value();
        if (state != null) {
            advance(new SeriesState(state.series(), state.memory(), KeyedTimer.NOT_SET, state.silenceTimer()));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        SeriesState state = states.value();
        if (state != null) {
            advance(new SeriesState(state.series(), state.memory(), state.eventTimer(), KeyedTimer.NOT_SET));
        }
    }

    private void advance(SeriesState state) throws Exception {
        Clocks clocks = clocks();
        Policy policy = watch.policy(state.series());
        if (policy == null) {
            abandon(state, clocks);
            return;
        }
        SeriesWatch series = SeriesWatch.of(state.series(), policy, rules, state.memory());
        emit(series.advance(clocks));
        count(series);
        if (series.isPurged()) {
            purge(state);
            return;
        }
        store(
                new SeriesState(state.series(), series.memory(), state.eventTimer(), state.silenceTimer()),
                series.nextDue());
    }

    /** Ends a series that no policy watches any more. */
    private void abandon(SeriesState state, Clocks clocks) throws Exception {
        Policy unused = Policy.of(state.series().policy(), state.series().kpi());
        emit(SeriesWatch.of(state.series(), unused, rules, state.memory()).abandon(clocks.closing()));
        purge(state);
    }

    private void purge(SeriesState state) {
        eventTimer.clear(state.eventTimer());
        silenceTimer.clear(state.silenceTimer());
        states.clear();
        known--;
    }

    private void store(SeriesState state, long due) throws Exception {
        Clocks clocks = clocks();
        if (clocks.acceptance() == Clocks.ENDED) {
            states.update(state);
            return;
        }
        states.update(new SeriesState(
                state.series(),
                state.memory(),
                eventTimer.exactlyAt(due, state.eventTimer()),
                silenceTimer.roughlyAt(silence.wallTimeOf(due, wallClock()), state.silenceTimer(), wallClock())));
    }

    private void refuse(Observation observation) {
        ledger().countRead();
        ledger().countRejected(RejectionReason.TOO_MANY_SERIES);
        if (!refused) {
            refused = true;
            LOG.warn(
                    "The limit of {} series is reached. Neither {} nor any other new series is watched; raise"
                            + " alerts.max-series, or narrow the policies.",
                    mostSeries,
                    VisibleText.of(observation.series().key()));
        }
    }

    private void count(SeriesWatch series) {
        evaluations.inc(series.evaluated());
        comparisons.inc(series.compared());
    }

    private void emit(List<Incident> incidents) {
        emitted.inc(incidents.size());
        for (Incident incident : incidents) {
            output.collect(out.replace(incident, incident.asOf()));
        }
    }

    @Override
    protected Clocks clocks() {
        return silence.at(acceptanceClock(), wallClock());
    }

    private long seriesRemembered() {
        try (Stream<String> keys = this.<String>getKeyedStateBackend().getKeys(SERIES, VoidNamespace.INSTANCE)) {
            return keys.count();
        }
    }
}
