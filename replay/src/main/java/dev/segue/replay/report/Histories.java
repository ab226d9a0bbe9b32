package dev.segue.replay.report;

import static java.util.Comparator.comparingLong;

import dev.segue.domain.history.HistoryWalk;
import dev.segue.domain.history.ListenerHistory;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.Change.Revision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The histories of the listeners who listened most, and how many more there are. Sessions are unpacked one at a time.
 *
 * @param shown of those who listened most, the most first; at most {@link #MOST_SHOWN}
 * @param moreListeners how many others there are
 * @param moreSessions how many sessions these have
 * @param moreListenedMs the listened time of these, in milliseconds
 * @param zone the time zone of all of them
 */
public record Histories(
        List<ListenerHistory> shown, int moreListeners, long moreSessions, long moreListenedMs, ZoneId zone) {

    /** The most listeners shown. */
    public static final int MOST_SHOWN = 10;

    public Histories {
        shown = List.copyOf(shown);
    }

    /**
     * The histories in these sessions.
     *
     * @param sessions the current ones, by listener and start; iterated more than once, but never all in memory
     * @param current the plays of these sessions
     * @param names what tracks are called, by their ids
     */
    public static Histories of(
            List<Revision> sessions, CurrentSessions current, Function<String, TrackName> names, ZoneId zone) {
        List<Range> listeners = byListener(sessions);
        listeners.sort(comparingLong(Range::listenedMs).reversed());
        int shown = Math.min(MOST_SHOWN, listeners.size());
        List<ListenerHistory> histories = new ArrayList<>();
        for (Range range : listeners.subList(0, shown)) {
            HistoryWalk walk = new HistoryWalk(ListeningRules.DEFAULT, zone);
            for (Revision revision : sessions.subList(range.from(), range.before())) {
                walk.add(revision.session(), current.heard(revision.sessionId(), names));
            }
            histories.add(walk.history());
        }
        List<Range> others = listeners.subList(shown, listeners.size());
        return new Histories(
                histories,
                others.size(),
                others.stream().mapToLong(Range::sessions).sum(),
                others.stream().mapToLong(Range::listenedMs).sum(),
                zone);
    }

    /** The range of one listener's sessions in the list, and their listened time in total. */
    private record Range(int from, int before, long listenedMs) {
        int sessions() {
            return before - from;
        }
    }

    /** By name. */
    private static List<Range> byListener(List<Revision> sessions) {
        List<Range> listeners = new ArrayList<>();
        String name = null;
        int from = 0;
        long listenedMs = 0;
        int index = 0;
        for (Revision revision : sessions) {
            if (name != null && !name.equals(revision.listener())) {
                listeners.add(new Range(from, index, listenedMs));
                from = index;
                listenedMs = 0;
            }
            name = revision.listener();
            listenedMs += revision.session().listenedMs();
            index++;
        }
        if (name != null) {
            listeners.add(new Range(from, index, listenedMs));
        }
        return listeners;
    }
}
