package dev.segue.adapters.flink.signal;

import dev.segue.adapters.flink.account.CheckpointedAccount;
import dev.segue.adapters.flink.clock.AcceptanceClock;
import dev.segue.adapters.flink.type.SegueTypes;
import dev.segue.domain.account.Health;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Clocks;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.Signal;
import dev.segue.domain.signal.SignalRule;
import dev.segue.domain.signal.SignalRules;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Loads what is remembered of a listener, lets {@link SignalRule} decide, stores it, emits, and sets a timer for when the
 * listener is to be forgotten. Keyed by listener; the watermark is the acceptance clock.
 */
public final class SignalOperator extends AbstractStreamOperator<Signal>
        implements OneInputStreamOperator<PlaybackEvent, Signal>, Triggerable<String, VoidNamespace>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** How this operator is doing, at every checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("signals-health", SegueTypes.HEALTH);

    private static final String STAGE = "signals";
    private static final long LAG_NOT_KNOWN = -1;

    private final String job;
    private final SignalRules rules;
    private final CatalogueAccess catalogue;

    private transient CheckpointedAccount account;
    private transient AcceptanceClock acceptanceClock;
    private transient OpenCatalogue openCatalogue;
    private transient SignalRule rule;
    private transient ValueState<RecentListening> listeners;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient StreamRecord<Signal> out;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     * @param catalogue with the songs to choose from; waited for before anything is taken in
     */
    public SignalOperator(String job, SignalRules rules, CatalogueAccess catalogue) {
        this.job = job;
        this.rules = rules;
        this.catalogue = catalogue;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        account = new CheckpointedAccount();
        account.open(context, getMetricGroup());
        acceptanceClock = new AcceptanceClock();
        acceptanceClock.open(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        listeners = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("recent-listening", SegueTypes.RECENT_LISTENING));
        timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
        out = new StreamRecord<>(null);
        openCatalogue = catalogue.open();
        rule = new SignalRule(rules, openCatalogue.songs());
    }

    @Override
    public void processElement(StreamRecord<PlaybackEvent> element) throws Exception {
        PlaybackEvent event = element.getValue();
        RecentListening known = listeners.value();
        RecentListening memory = known == null ? new RecentListening() : known;
        SignalRule.Heard heard = rule.hear(event, memory, acceptanceClock.at(timers.currentWatermark()));
        account.count(heard.outcome());
        if (heard.outcome() != Outcome.ACCEPTED) {
            return;
        }
        listeners.update(memory);
        if (known == null) {
            forgetLater(memory);
        }
        if (heard.signal() != null) {
            output.collect(out.replace(heard.signal(), heard.signal().asOf()));
        }
    }

    /** Whoever is remembered has one timer. It is left to fire too early rather than moved at every event. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        RecentListening memory = listeners.value();
        if (rules.forgottenAt(memory.asOf()) > timer.getTimestamp()) {
            forgetLater(memory);
        } else {
            listeners.clear();
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("No such timer is ever set.");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        reportHealth(checkpointId);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        account.snapshot();
        acceptanceClock.snapshot(timers.currentWatermark());
    }

    @Override
    public void endInput() {
        reportHealth(Health.AT_END);
    }

    @Override
    public void close() throws Exception {
        if (openCatalogue != null) {
            openCatalogue.close();
        }
        super.close();
    }

    private void forgetLater(RecentListening memory) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, rules.forgottenAt(memory.asOf()));
    }

    private void reportHealth(long checkpoint) {
        long acceptance = acceptanceClock.at(timers.currentWatermark());
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        Health health = new Health(
                job, STAGE, subtask, checkpoint, account.account(), acceptance, Clocks.NOT_STARTED, LAG_NOT_KNOWN);
        output.collect(HEALTH, new StreamRecord<>(health));
    }
}
