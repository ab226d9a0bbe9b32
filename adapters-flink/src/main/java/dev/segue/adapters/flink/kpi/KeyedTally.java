package dev.segue.adapters.flink.kpi;

import dev.segue.domain.kpi.counting.Tally;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** A tally of the current key's row, in keyed state: one entry for each name, so that a large row is not written whole. */
record KeyedTally(MapState<String, Integer> state) implements Tally {

    @Override
    public int count(String name) {
        try {
            Integer count = state.get(name);
            return count == null ? 0 : count;
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read a tally of a KPI row from state.", e);
        }
    }

    @Override
    public void set(String name, int count) {
        try {
            if (count == 0) {
                state.remove(name);
            } else {
                state.put(name, count);
            }
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write a tally of a KPI row to state.", e);
        }
    }

    @Override
    public Iterable<Map.Entry<String, Integer>> all() {
        try {
            return state.entries();
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read a tally of a KPI row from state.", e);
        }
    }
}
