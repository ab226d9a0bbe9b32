package dev.segue.app.replay.report;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.segue.app.replay.input.Found;
import dev.segue.app.replay.source.LateLines;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells a person what was found: for each listener what they listened to, then what became of the input. */
public final class Report {

    /** How many of a kind are listed, at most. */
    public static final int MOST_LISTED = 10;

    private final List<Revision> sessions;
    private final Standing standing;
    private final LateLines late;
    private final Found found;
    private final ZoneId zone;

    /**
     * A report.
     *
     * @param sessions that stand, by listener and start
     * @param late the lines that came too late
     * @param zone whose clocks it goes by
     */
    public Report(List<Revision> sessions, Standing standing, LateLines late, Found found, ZoneId zone) {
        this.sessions = List.copyOf(sessions);
        this.standing = standing;
        this.late = late;
        this.found = found;
        this.zone = zone;
    }

    /** Prints all of it. */
    public void printTo(PrintWriter out) {
        Map<String, List<Session>> byListener =
                new TreeMap<>(sessions.stream().map(Revision::session).collect(groupingBy(Session::listener)));
        List<List<Session>> listeners = byListener.values().stream()
                .sorted(comparingLong(Report::listenedMs).reversed())
                .toList();
        for (List<Session> listener : listeners.subList(0, Math.min(MOST_LISTED, listeners.size()))) {
            new ListenerReport(listener, standing, zone).printTo(out);
            out.println();
        }
        if (listeners.size() > MOST_LISTED) {
            List<Session> others = listeners.subList(MOST_LISTED, listeners.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            out.println("And " + Amounts.of(listeners.size() - MOST_LISTED, "more listener") + " with "
                    + Amounts.of(others.size(), "session") + " and " + Amounts.length(listenedMs(others))
                    + " listened; --out tells them all.");
            out.println();
        }
        new InputReport(standing, late, found).printTo(out);
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
