package dev.segue.adapters.flink.session;

import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The pages of the current key's listener, in keyed state. The newest leaf, which gets most new events of an active
 * listener, is stored with the rest of the listener's state; each other page has an entry of its own.
 *
 * @param memory the current memory of this listener
 */
record KeyedPages(ListenerState listener, ListenerMemory memory, MapState<Long, ActivityPages.Page> others)
        implements ActivityPages {

    @Override
    public Page get(long number) {
        if (number == listener.leafNumber()) {
            return listener.leaf();
        }
        try {
            return PackedActivities.unread(others.get(number));
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read page " + number + " of a timeline from state.", e);
        }
    }

    @Override
    public void put(long number, Page page) {
        try {
            boolean isHere = number == listener.leafNumber();
            boolean isMadeLast = page instanceof Leaf && number > listener.leafNumber();
            if (!isHere && !isMadeLast) {
                others.put(number, PackedActivities.unread(page));
                return;
            }
            if (isMadeLast && listener.leafNumber() != ListenerState.NO_LEAF) {
                others.put(listener.leafNumber(), listener.leaf());
            }
            if (isMadeLast && number <= memory.lastPage()) {
                others.remove(number);
            }
            listener.setLeaf(number, (Leaf) page);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write page " + number + " of a timeline to state.", e);
        }
    }

    @Override
    public Leaf leafOf(List<Activity> activities) {
        return new Leaf(PackedActivities.of(activities));
    }

    @Override
    public void remove(long number) {
        if (number == listener.leafNumber()) {
            listener.removeLeaf();
            return;
        }
        try {
            others.remove(number);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot remove page " + number + " of a timeline from state.", e);
        }
    }
}
