package dev.segue.adapters.flink.accounting;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;

/** One subtask's part of the ledger, in operator state; the parts are redistributed when a job is rescaled. */
public final class CheckpointedLedger {

    private static final ListStateDescriptor<Ledger> STATE =
            new ListStateDescriptor<>("account", AccountingTypes.LEDGERS);

    private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    private long read;
    private long accepted;
    private long duplicate;
    private long late;
    private ListState<Ledger> state;

    /** Restores earlier counts, and registers the counts as metrics. */
    public void open(StateInitializationContext context, MetricGroup metrics) throws Exception {
        state = context.getOperatorStateStore().getListState(STATE);
        Ledger before = Ledger.EMPTY;
        for (Ledger part : state.get()) {
            before = before.plus(part);
        }
        read = before.read();
        accepted = before.accepted();
        duplicate = before.duplicate();
        late = before.late();
        rejected.putAll(before.rejected());
        metrics.gauge("read", () -> read);
        metrics.gauge("accepted", () -> accepted);
        metrics.gauge("duplicate", () -> duplicate);
        metrics.gauge("late", () -> late);
    }

    /** Writes the counts to the state that the running checkpoint stores. */
    public void snapshot() throws Exception {
        state.update(List.of(ledger()));
    }

    /** Counts one record that was read. */
    public void countRead() {
        read++;
    }

    /** Counts one rejected record. */
    public void countRejected(RejectionReason reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    /** Counts the outcome of a usable event. */
    public void count(Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicate++;
            case LATE -> late++;
        }
    }

    /** The current counts. */
    public Ledger ledger() {
        return new Ledger(read, accepted, duplicate, late, rejected);
    }
}
