package dev.segue.adapters.flink.session;

import dev.segue.domain.session.ActivityPages;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** The pages of the current key's listener, in keyed state. */
record KeyedPages(MapState<Long, ActivityPages.Page> state) implements ActivityPages {

    @Override
    public Page get(long number) {
        try {
            return state.get(number);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read page " + number + " of a timeline from state.", e);
        }
    }

    @Override
    public void put(long number, Page page) {
        try {
            state.put(number, page);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write page " + number + " of a timeline to state.", e);
        }
    }

    @Override
    public void remove(long number) {
        try {
            state.remove(number);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot remove page " + number + " of a timeline from state.", e);
        }
    }
}
