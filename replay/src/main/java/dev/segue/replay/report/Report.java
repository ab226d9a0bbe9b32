package dev.segue.replay.report;

import static java.util.Comparator.comparingLong;

import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prints the result of a replay: each listener's statistics, then the accounting of the input. */
public final class Report {

    /** The most items listed of one kind. */
    public static final int MOST_LISTED = 10;

    private final List<Revision> sessions;
    private final CurrentSessions current;
    private final LateLines late;
    private final Found found;
    private final ZoneId zone;

    /**
     * A report.
     *
     * @param sessions the current ones, by listener and start; iterated more than once, but never all in memory
     * @param late the late lines
     * @param zone the time zone of the report
     */
    public Report(List<Revision> sessions, CurrentSessions current, LateLines late, Found found, ZoneId zone) {
        this.sessions = sessions;
        this.current = current;
        this.late = late;
        this.found = found;
        this.zone = zone;
    }

    /** Prints all of it. */
    public void printTo(PrintWriter out) {
        List<OfListener> listeners = ofListeners();
        listeners.sort(comparingLong(OfListener::listenedMs).reversed());
        List<OfListener> shown = listeners.subList(0, Math.min(MOST_LISTED, listeners.size()));
        for (OfListener listener : shown) {
            List<Session> own = sessions.subList(listener.from(), listener.before()).stream()
                    .map(Revision::session)
                    .toList();
            new ListenerReport(own, current, zone).printTo(out);
            out.println();
        }
        if (listeners.size() > MOST_LISTED) {
            List<OfListener> others = listeners.subList(MOST_LISTED, listeners.size());
            out.println("And " + Amounts.of(others.size(), "more listener") + " with "
                    + Amounts.of(others.stream().mapToInt(OfListener::sessions).sum(), "session") + " and "
                    + Amounts.length(
                            others.stream().mapToLong(OfListener::listenedMs).sum())
                    + " listened; --out lists them all.");
            out.println();
        }
        new InputReport(current, late, found).printTo(out);
    }

    /** The range of one listener's sessions in the list, and their listened time in total. */
    private record OfListener(int from, int before, long listenedMs) {
        int sessions() {
            return before - from;
        }
    }

    /** By name. */
    private List<OfListener> ofListeners() {
        List<OfListener> listeners = new ArrayList<>();
        String name = null;
        int from = 0;
        long listenedMs = 0;
        int index = 0;
        for (Revision revision : sessions) {
            if (name != null && !name.equals(revision.listener())) {
                listeners.add(new OfListener(from, index, listenedMs));
                from = index;
                listenedMs = 0;
            }
            name = revision.listener();
            listenedMs += revision.session().listenedMs();
            index++;
        }
        if (name != null) {
            listeners.add(new OfListener(from, index, listenedMs));
        }
        return listeners;
    }

    static long listenedMs(List<Session> sessions) {
        return sessions.stream().mapToLong(Session::listenedMs).sum();
    }

    /** The longest first, and of equally long ones the earliest. */
    static <T> List<T> longest(List<T> all, Comparator<T> longerIsMore, Comparator<T> byTime) {
        return all.stream()
                .sorted(longerIsMore.reversed().thenComparing(byTime))
                .limit(MOST_LISTED / 2)
                .toList();
    }
}
