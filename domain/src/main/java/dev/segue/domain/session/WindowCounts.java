package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory.WindowCount;
import java.util.List;

/** Counts the accepted events of a listener by window, within the {@link ListenerLimits}. */
final class WindowCounts {

    private static final WindowCount NOTHING = new WindowCount(0, 0, 0);

    private final List<WindowCount> counts;
    private final SessionRules rules;

    WindowCounts(List<WindowCount> counts, SessionRules rules) {
        this.counts = counts;
        this.rules = rules;
    }

    /** Whether the listener has as many events, or as many broken plays, in the window of this event as are accepted. */
    boolean areFullFor(PlaybackEvent event) {
        int index = indexOf(windowOf(event));
        WindowCount count = index < 0 ? NOTHING : counts.get(index);
        return count.events() >= rules.limits().eventsPerWindow()
                || (count.brokenPlays() >= rules.limits().brokenPlaysPerWindow() && Presence.isBroken(event, rules));
    }

    /** Counts an accepted event. */
    void add(PlaybackEvent event) {
        int broken = Presence.isBroken(event, rules) ? 1 : 0;
        int index = indexOf(windowOf(event));
        if (index < 0) {
            counts.add(new WindowCount(windowOf(event), 1, broken));
        } else {
            WindowCount count = counts.get(index);
            counts.set(index, new WindowCount(count.window(), count.events() + 1, count.brokenPlays() + broken));
        }
    }

    /** Drops the windows of which no event can be accepted any more. */
    void dropLate(long acceptance) {
        counts.removeIf(count -> rules.isLate((count.window() + 1) * rules.limitWindowMs() - 1, acceptance));
    }

    private long windowOf(PlaybackEvent event) {
        return Math.floorDiv(event.occurredAt(), rules.limitWindowMs());
    }

    /** Looks from the end: the latest window was added last, unless events came late. */
    private int indexOf(long window) {
        int index = counts.size() - 1;
        while (index >= 0 && counts.get(index).window() != window) {
            index--;
        }
        return index;
    }
}
