package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.accounting.CheckpointedCount;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerMemory;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * What one subtask of the session operator has in state, and has emitted since it started, as metrics. An event costs a few
 * additions.
 */
final class SessionMetrics {

    private final CheckpointedCount listeners = new CheckpointedCount("listeners");
    private final CheckpointedCount listenerBytes = new CheckpointedCount("listenerBytes");
    private final CheckpointedCount openSessions = new CheckpointedCount("openSessions");
    private Counter revisions;
    private Counter closed;
    private Counter corrected;
    private Counter superseded;

    /** One listener who is about to change. */
    record Before(boolean known, int bytes, int openSessions) {}

    void open(StateInitializationContext context, MetricGroup operator) throws Exception {
        listeners.open(context, operator);
        listenerBytes.open(context, operator);
        openSessions.open(context, operator);
        MetricGroup metrics = SegueMetrics.of(operator);
        revisions = metrics.counter("revisions");
        closed = metrics.counter("sessionsClosed");
        corrected = metrics.counter("sessionsCorrected");
        superseded = metrics.counter("sessionsSuperseded");
    }

    void snapshot() throws Exception {
        listeners.snapshot();
        listenerBytes.snapshot();
        openSessions.snapshot();
    }

    /** Notes a listener as he is in state; null if he is unknown. */
    Before before(ListenerState known, ListenerMemory memory) {
        return known == null ? new Before(false, 0, 0) : new Before(true, known.bytes(), memory.openSessions());
    }

    /** The listener was stored. */
    void stored(Before before, ListenerState state, ListenerMemory memory) {
        listeners.add(before.known() ? 0 : 1);
        listenerBytes.add(state.bytes() - before.bytes());
        openSessions.add(memory.openSessions() - before.openSessions());
    }

    /** The listener was removed. */
    void removed(Before before) {
        listeners.add(-1);
        listenerBytes.add(-before.bytes());
        openSessions.add(-before.openSessions());
    }

    /** A change was emitted. */
    void emitted(Change change) {
        if (change instanceof Change.Revision revision) {
            revisions.inc();
            if (revision.status() == Status.FINAL) {
                closed.inc();
            } else if (revision.status() == Status.CORRECTED) {
                corrected.inc();
            }
        } else if (change instanceof Change.Superseded) {
            superseded.inc();
        }
    }
}
