package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory.SlotCount;
import java.util.List;

/** Counts the accepted events of a listener by slot, within the {@link ListenerLimits}. */
final class SlotCounts {

    private static final SlotCount NOTHING = new SlotCount(0, 0, 0);

    private final List<SlotCount> counts;
    private final SessionRules rules;

    SlotCounts(List<SlotCount> counts, SessionRules rules) {
        this.counts = counts;
        this.rules = rules;
    }

    /** Whether the listener has as many events, or as many broken plays, in the slot of this event as are accepted. */
    boolean areFullFor(PlaybackEvent event) {
        int index = indexOf(slotOf(event));
        SlotCount count = index < 0 ? NOTHING : counts.get(index);
        return count.events() >= rules.limits().eventsOfASlot()
                || (count.brokenPlays() >= rules.limits().brokenPlaysOfASlot() && Presence.isBroken(event, rules));
    }

    /** Counts an accepted event. */
    void add(PlaybackEvent event) {
        int broken = Presence.isBroken(event, rules) ? 1 : 0;
        int index = indexOf(slotOf(event));
        if (index < 0) {
            counts.add(new SlotCount(slotOf(event), 1, broken));
        } else {
            SlotCount count = counts.get(index);
            counts.set(index, new SlotCount(count.slot(), count.events() + 1, count.brokenPlays() + broken));
        }
    }

    /** Drops the slots of which no event can be accepted any more. */
    void dropLate(long acceptance) {
        counts.removeIf(count -> rules.isLate((count.slot() + 1) * rules.maxPlayMs() - 1, acceptance));
    }

    private long slotOf(PlaybackEvent event) {
        return Math.floorDiv(event.occurredAt(), rules.maxPlayMs());
    }

    /** Looks from the end: the latest slot was added last, unless events came late. */
    private int indexOf(long slot) {
        int index = counts.size() - 1;
        while (index >= 0 && counts.get(index).slot() != slot) {
            index--;
        }
        return index;
    }
}
