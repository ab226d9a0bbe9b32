package dev.segue.adapters.flink.signal;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.accounting.CheckpointedCount;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.adapters.flink.rules.RulesOfState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.SignalRule;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.now.Signal;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Loads a listener's recent listening, lets {@link SignalRule} decide, stores it, emits signals, and sets a timer for
 * purging it. Keyed by listener; the watermark is the acceptance clock.
 */
public final class SignalOperator extends ClockedOperator<PlaybackRecord, Signal> {

    private static final long serialVersionUID = 1L;

    /** Health reports of this operator, one per checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("signals-health", AccountingTypes.HEALTH);

    private static final String STAGE = "signals";

    private final SignalRules rules;
    private final CatalogueAccess catalogue;

    private transient OpenCatalogue openCatalogue;
    private transient SignalRule rule;
    private transient ValueState<RecentListening> listeners;
    private transient KeyedTimer purgeTimer;
    private transient StreamRecord<Signal> out;
    private transient CheckpointedCount remembered;
    private transient Counter emitted;

    /**
     * Creates the operator for one job.
     *
     * @param job the job's name, for its health
     * @param catalogue provides the songs to choose from; the operator waits for it before it reads input
     */
    public SignalOperator(String job, SignalRules rules, CatalogueAccess catalogue) {
        super(job, STAGE, HEALTH, "forgetting");
        this.rules = rules;
        this.catalogue = catalogue;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        RulesOfState.require(rules.ofState(), context);
        remembered = new CheckpointedCount("listeners");
        remembered.open(context, getMetricGroup());
        emitted = SegueMetrics.of(getMetricGroup()).counter("signals");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        remembered.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        listeners = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("recent-listening", SignalTypes.RECENT_LISTENING));
        purgeTimer = KeyedTimer.onEventTime(timers());
        out = new StreamRecord<>(null);
        openCatalogue = catalogue.open();
        rule = new SignalRule(rules, openCatalogue.songs());
    }

    @Override
    public void processElement(StreamRecord<PlaybackRecord> element) throws Exception {
        RecentListening known = listeners.value();
        long purgeAt = purgedAt(known);
        if (!(element.getValue() instanceof PlaybackEvent event)) {
            purgeTimer.clear(purgeAt);
            purge(known);
            return;
        }
        RecentListening memory = known == null ? new RecentListening() : known;
        SignalRule.Result result = rule.accept(event, memory, acceptanceClock());
        ledger().count(result.outcome());
        if (result.outcome() != Outcome.ACCEPTED) {
            return;
        }
        listeners.update(memory);
        remembered.add(known == null ? 1 : 0);
        purgeTimer.exactlyAt(purgedAt(memory), purgeAt);
        if (result.signal() != null) {
            emitted.inc();
            output.collect(out.replace(result.signal(), result.signal().asOf()));
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        purge(listeners.value());
    }

    /** When the timer of a listener is set for; each in state has one. */
    private long purgedAt(RecentListening memory) {
        return memory == null ? KeyedTimer.NOT_SET : rules.purgedAt(memory.asOf());
    }

    private void purge(RecentListening known) {
        listeners.clear();
        remembered.add(known == null ? 0 : -1);
    }

    @Override
    public void close() throws Exception {
        if (openCatalogue != null) {
            openCatalogue.close();
        }
        super.close();
    }
}
