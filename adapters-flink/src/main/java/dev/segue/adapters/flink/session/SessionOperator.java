package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.flink.rules.RulesOfState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.clock.SilenceClock;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerSessions;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.session.SessionTotals;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Loads a listener's state, lets {@link ListenerSessions} decide, stores the state, emits changes, and sets a timer.
 * Keyed by listener; the watermark is the acceptance clock.
 */
public final class SessionOperator extends ClockedOperator<PlaybackRecord, Change> {

    private static final long serialVersionUID = 1L;

    /** Whole events that were late or refused. */
    public static final OutputTag<PlaybackEvent> LATE = new OutputTag<>("late", IntakeTypes.EVENTS);

    /** Health reports of this operator, one per checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("sessions-health", AccountingTypes.HEALTH);

    static final String STAGE = "sessions";

    private static final long AS_SOON_AS_THE_CLOCK_STARTS = Clocks.NOT_STARTED + 1;

    /** The name of {@link Settling} in a savepoint. */
    private static final String SETTLING = "settling-sessions";

    private final SessionRules rules;
    private final Feed feed;

    private transient SessionMetrics counts;
    private transient SilenceClock silence;
    private transient long latest;
    private transient ValueState<ListenerState> listeners;
    private transient MapState<Long, Page> pages;
    private transient MapState<Long, Boolean> receipts;
    private transient ValueState<SessionTotals> totals;
    private transient KeyedTimer dueTimer;
    private transient KeyedTimer settlingTimer;
    private transient KeyedTimer silenceTimer;
    private transient StreamRecord<Change> out;

    /**
     * Creates the operator for one job.
     *
     * @param job the job's name, for its health
     * @param feed whether events come live or from a recording
     */
    public SessionOperator(String job, SessionRules rules, Feed feed) {
        super(job, STAGE, HEALTH, "sessions");
        this.rules = rules;
        this.feed = feed;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        RulesOfState.require(rules.ofState(), context);
        counts = new SessionMetrics();
        counts.open(context, getMetricGroup());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counts.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        listeners = getRuntimeContext().getState(new ValueStateDescriptor<>("listener", SessionTypes.LISTENERS));
        pages = getRuntimeContext().getMapState(new MapStateDescriptor<>("timeline", Types.LONG, SessionTypes.PAGES));
        receipts = getRuntimeContext().getMapState(new MapStateDescriptor<>("receipts", Types.LONG, Types.BOOLEAN));
        totals = getRuntimeContext().getState(new ValueStateDescriptor<>("totals", SessionTypes.TOTALS));
        silence = new SilenceClock(feed, wallClock());
        latest = Clocks.NOT_STARTED;
        dueTimer = KeyedTimer.onEventTime(timers());
        settlingTimer = KeyedTimer.onEventTime(
                getInternalTimerService(SETTLING, VoidNamespaceSerializer.INSTANCE, new Settling()));
        silenceTimer = KeyedTimer.onProcessingTime(timers());
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<PlaybackRecord> element) throws Exception {
        ListenerState known = listeners.value();
        if (!(element.getValue() instanceof PlaybackEvent event)) {
            forget(element.getValue().listener(), known);
            return;
        }
        ListenerState state = known == null ? new ListenerState() : known;
        ListenerMemory memory = state.memory();
        SessionMetrics.Before before = counts.before(known, memory);
        ListenerSessions sessions = sessionsOf(event.listener(), memory, state);
        Outcome outcome = sessions.accept(event, clocks());
        ledger().count(outcome);
        if (outcome == Outcome.ACCEPTED) {
            setTimers(sessions, state);
            store(state, memory, before);
        } else if (outcome != Outcome.DUPLICATE) {
            output.collect(LATE, new StreamRecord<>(event, event.occurredAt()));
        }
    }

    /** Deletes what was emitted, and leaves neither state nor timers. */
    private void forget(String listener, ListenerState known) throws Exception {
        if (known == null) {
            return;
        }
        ListenerMemory memory = known.memory();
        SessionMetrics.Before before = counts.before(known, memory);
        for (Change change : sessionsOf(listener, memory, known).forget()) {
            emit(out, change);
        }
        remove(known, before);
        pages.clear();
        receipts.clear();
        totals.clear();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        silence.at(acceptanceClockAt(mark.getTimestamp()), wallClock());
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        ListenerState state = listeners.value();
        if (state != null) {
            state.setDueTimer(KeyedTimer.NOT_SET);
            advance(timer.getKey(), state);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        ListenerState state = listeners.value();
        if (state != null) {
            state.setSilenceTimer(KeyedTimer.NOT_SET);
            advance(timer.getKey(), state);
        }
    }

    /**
     * The timers of listeners who only wait until their sessions are settled. Nearly all listeners do, for hours, while
     * the few active ones need a timer every few minutes; a separate queue keeps theirs short.
     */
    private final class Settling implements Triggerable<String, VoidNamespace> {

        @Override
        public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
            ListenerState state = listeners.value();
            if (state != null) {
                state.setSettlingTimer(KeyedTimer.NOT_SET);
                advance(timer.getKey(), state);
            }
        }

        @Override
        public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
            throw new IllegalStateException("Settling uses event time only, so there is no processing-time timer.");
        }
    }

    private void advance(String listener, ListenerState state) throws Exception {
        ListenerMemory memory = state.memory();
        SessionMetrics.Before before = counts.before(state, memory);
        ListenerSessions sessions = sessionsOf(listener, memory, state);
        Clocks clocks = clocks();
        List<Change> changes = sessions.advance(clocks);
        for (Change change : changes) {
            emit(out, change);
            counts.emitted(change);
        }
        if (memory.isEmpty()) {
            remove(state, before);
            return;
        }
        if (!changes.isEmpty()) {
            lookAgainWhenMoreMayBeDue(sessions, state, clocks);
        }
        setTimers(sessions, state);
        store(state, memory, before);
    }

    private void remove(ListenerState state, SessionMetrics.Before before) {
        clearTimers(state);
        listeners.clear();
        counts.removed(before);
    }

    private void store(ListenerState state, ListenerMemory memory, SessionMetrics.Before before) throws Exception {
        state.setMemory(memory);
        listeners.update(state);
        counts.stored(before, state, memory);
    }

    /**
     * An active listener is due again before the session closes: the earlier timer is set now, instead of replacing the later
     * one.
     */
    private void lookAgainWhenMoreMayBeDue(ListenerSessions sessions, ListenerState state, Clocks clocks) {
        long next = sessions.nextOnClosingClock();
        long again = clocks.closing() + rules.earlyFiringIntervalMs();
        if (next != ListenerMemory.NEVER && again > clocks.closing() && again < next) {
            wakeAt(again, state);
        }
    }

    private ListenerSessions sessionsOf(String listener, ListenerMemory memory, ListenerState state) {
        return new ListenerSessions(
                listener,
                memory,
                new KeyedPages(state, memory, pages),
                new KeyedReceipts(receipts),
                new KeyedTotals(totals),
                rules);
    }

    @Override
    protected Clocks clocks() {
        latest = acceptanceClock();
        return silence.at(latest, wallClock());
    }

    /** Timers may fire too early; that is cheaper than moving them at every event. */
    private void setTimers(ListenerSessions sessions, ListenerState state) {
        if (latest == Clocks.NOT_STARTED) {
            // Nothing is due before the clock starts, so check again when it does; in batch mode that is at the end.
            wakeAt(AS_SOON_AS_THE_CLOCK_STARTS, state);
            return;
        }
        long closing = sessions.nextOnClosingClock();
        long settled = sessions.nextOnAcceptanceClock();
        if (closing <= settled) {
            wakeAt(closing, state);
        } else {
            state.setSettlingTimer(settlingTimer.noLaterThan(settled, state.settlingTimer()));
        }
        long now = wallClock();
        long due = silence.wallTimeOf(closing, now);
        if (due == ListenerMemory.NEVER) {
            return;
        }
        // The acceptance clock may jump close to the due time without reaching it; silence then reaches it sooner.
        long inSilence = Math.min(due, now + rules.gapMs() + rules.earlyFiringIntervalMs());
        state.setSilenceTimer(silenceTimer.roughlyAt(inSilence, state.silenceTimer(), now));
    }

    private void wakeAt(long time, ListenerState state) {
        state.setDueTimer(dueTimer.noLaterThan(time, state.dueTimer()));
    }

    private void clearTimers(ListenerState state) {
        dueTimer.clear(state.dueTimer());
        settlingTimer.clear(state.settlingTimer());
        silenceTimer.clear(state.silenceTimer());
    }
}
