package dev.segue.adapters.flink.accounting;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.state.StateInitializationContext;

/** One subtask's part of the ledger, in operator state; the parts are redistributed when a job is rescaled. */
public final class CheckpointedLedger {

    private static final ListStateDescriptor<Ledger> STATE =
            new ListStateDescriptor<>("account", AccountingTypes.LEDGERS);

    /** Every reason, so that the metrics may be read while records are counted. */
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);

    private final TreeMap<Long, Long> unaccountedByCheckpoint = new TreeMap<>();
    private long read;
    private long accepted;
    private long duplicate;
    private long late;
    private volatile long unaccounted;
    private ListState<Ledger> state;

    /** Restores earlier counts, and registers the counts as metrics. */
    public void open(StateInitializationContext context, MetricGroup operator) throws Exception {
        state = context.getOperatorStateStore().getListState(STATE);
        Ledger before = Ledger.EMPTY;
        for (Ledger part : state.get()) {
            before = before.plus(part);
        }
        read = before.read();
        accepted = before.accepted();
        duplicate = before.duplicate();
        late = before.late();
        for (RejectionReason reason : RejectionReason.values()) {
            Counter counter = new SimpleCounter();
            counter.inc(before.rejected().getOrDefault(reason, 0L));
            rejected.put(reason, counter);
        }
        unaccounted = before.unaccounted();
        register(SegueMetrics.of(operator));
    }

    private void register(MetricGroup metrics) {
        metrics.gauge("read", () -> read);
        metrics.gauge("accepted", () -> accepted);
        metrics.gauge("duplicate", () -> duplicate);
        metrics.gauge("late", () -> late);
        rejected.forEach(
                (reason, count) -> metrics.addGroup("reason", reason.name()).counter("rejected", count));
        metrics.gauge("unaccounted", () -> unaccounted);
    }

    /** Writes the counts to the state that the running checkpoint stores. */
    public void snapshot(long checkpoint) throws Exception {
        Ledger now = ledger();
        state.update(List.of(now));
        unaccountedByCheckpoint.put(checkpoint, now.unaccounted());
    }

    /** A checkpoint is complete. The parts of one checkpoint add up, so what the metric shows does, too. */
    public void completed(long checkpoint) {
        Long known = unaccountedByCheckpoint.get(checkpoint);
        if (known != null) {
            unaccounted = known;
        }
        unaccountedByCheckpoint.headMap(checkpoint, true).clear();
    }

    /** Counts one record that was read. */
    public void countRead() {
        read++;
    }

    /** Counts one rejected record. */
    public void countRejected(RejectionReason reason) {
        rejected.get(reason).inc();
    }

    /** Counts the outcome of a usable event. */
    public void count(Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicate++;
            case LATE -> late++;
            case REFUSED -> countRejected(RejectionReason.TOO_MANY_EVENTS);
        }
    }

    /** The current counts. */
    public Ledger ledger() {
        Map<RejectionReason, Long> byReason = new EnumMap<>(RejectionReason.class);
        rejected.forEach((reason, count) -> {
            if (count.getCount() > 0) {
                byReason.put(reason, count.getCount());
            }
        });
        return new Ledger(read, accepted, duplicate, late, byReason);
    }
}
