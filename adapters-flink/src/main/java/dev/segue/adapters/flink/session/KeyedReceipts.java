package dev.segue.adapters.flink.session;

import dev.segue.domain.timeline.Receipts;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** The receipts of the current key's listener, in keyed state. */
record KeyedReceipts(MapState<Long, Boolean> state) implements Receipts {

    @Override
    public boolean contains(long fingerprint) {
        try {
            return state.contains(fingerprint);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read the receipts of a listener from state.", e);
        }
    }

    @Override
    public void add(long fingerprint) {
        try {
            state.put(fingerprint, true);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write the receipts of a listener to state.", e);
        }
    }

    @Override
    public void remove(long fingerprint) {
        try {
            state.remove(fingerprint);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot remove a receipt of a listener from state.", e);
        }
    }
}
