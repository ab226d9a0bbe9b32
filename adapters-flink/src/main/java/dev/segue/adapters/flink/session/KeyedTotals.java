package dev.segue.adapters.flink.session;

import dev.segue.domain.session.SessionTotals;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.util.FlinkRuntimeException;

/** The totals of the current key's long session, in keyed state: an entry of their own, read only when it is emitted. */
record KeyedTotals(ValueState<SessionTotals> state) implements SessionTotals.Store {

    @Override
    public SessionTotals get() {
        try {
            return state.value();
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read the totals of a session from state.", e);
        }
    }

    @Override
    public void put(SessionTotals totals) {
        try {
            state.update(totals);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write the totals of a session to state.", e);
        }
    }

    @Override
    public void remove() {
        state.clear();
    }
}
