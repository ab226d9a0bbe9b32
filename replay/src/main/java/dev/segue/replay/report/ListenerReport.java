package dev.segue.replay.report;

import static java.util.Comparator.comparingLong;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Session;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Prints one listener's statistics. */
final class ListenerReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final int HOURS = 24;

    private final List<Session> sessions;
    private final CurrentSessions current;
    private final ZoneId zone;

    /** {@code sessions} are all of one listener's, by start; at least one. */
    ListenerReport(List<Session> sessions, CurrentSessions current, ZoneId zone) {
        this.sessions = sessions;
        this.current = current;
        this.zone = zone;
    }

    void printTo(PrintWriter out) {
        printTotals(out);
        if (Report.listenedMs(sessions) > 0) {
            printHours(out);
        }
        printSkips(out);
        printLongest(out);
    }

    private void printTotals(PrintWriter out) {
        long plays = sum(sessions.stream().mapToLong(Session::plays));
        long counted = sum(sessions.stream().mapToLong(Session::countedPlays));
        out.println("Listener " + sessions.get(0).listener());
        out.println("  " + Amounts.of(sessions.size(), "session") + " from "
                + at(sessions.get(0).startedAt(), DAY) + " to "
                + at(sessions.get(sessions.size() - 1).startedAt(), DAY) + ", "
                + Amounts.length(Report.listenedMs(sessions)) + " listened, " + Amounts.of(plays, "play") + " ("
                + Amounts.number(counted) + " of 30 s or longer)");
    }

    private void printHours(PrintWriter out) {
        ListeningHours hours = ListeningHours.of(
                sessions.stream()
                        .flatMapToLong(session -> LongStream.of(current.sounded(session.id())))
                        .toArray(),
                zone);
        Chart weekdays = new Chart();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.add(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), hours.on(day));
        }
        Chart ofTheDay = new Chart();
        for (int hour = 0; hour < HOURS; hour++) {
            ofTheDay.add(String.format(Locale.ROOT, "%02d ", hour), hours.inHour(hour));
        }
        printSection("Listening by weekday (" + zone + ")", weekdays.lines(), out);
        printSection("Listening by hour (" + zone + ")", ofTheDay.lines(), out);
    }

    private void printSkips(PrintWriter out) {
        ListeningRules rules = ListeningRules.DEFAULT;
        long plays = sum(sessions.stream().mapToLong(Session::plays));
        long quick = sum(sessions.stream().map(Session::skips).mapToLong(Skips::quick));
        long early = sum(sessions.stream().map(Session::skips).mapToLong(Skips::early));
        long late = sum(sessions.stream().map(Session::skips).mapToLong(Skips::late));
        long all = quick + early + late;
        printSection(
                "Skips",
                List.of(
                        Amounts.number(all) + " of " + Amounts.of(plays, "play") + " (" + Amounts.share(all, plays)
                                + ")",
                        Amounts.number(quick) + " quick (under " + Amounts.length(rules.quickSkipMs()) + "), "
                                + Amounts.number(early) + " early (under " + Amounts.length(rules.earlySkipMs())
                                + "), " + Amounts.number(late) + " late"),
                out);
    }

    private void printLongest(PrintWriter out) {
        List<Session> longest = Report.longest(
                sessions,
                comparingLong(session -> session.endedAt() - session.startedAt()),
                comparingLong(Session::startedAt));
        printSection("Longest sessions", longest.stream().map(this::inWords).toList(), out);
        List<Run> runs =
                sessions.stream().flatMap(session -> session.runs().stream()).toList();
        List<Run> longestRuns = Report.longest(runs, comparingLong(Run::songs), comparingLong(Run::startedAt));
        printSection(
                "Longest runs in one playlist",
                runs.isEmpty()
                        ? List.of("none; the input does not say what was played from a playlist")
                        : longestRuns.stream().map(this::inWords).toList(),
                out);
    }

    private String inWords(Session session) {
        return Amounts.length(session.endedAt() - session.startedAt()) + " from " + at(session.startedAt(), MINUTE)
                + ", " + Amounts.length(session.listenedMs()) + " listened, " + Amounts.of(session.plays(), "play")
                + ", " + Amounts.of(session.skips().total(), "skip");
    }

    private String inWords(Run run) {
        String edition =
                run.context().edition() == null ? "" : " (" + run.context().edition() + ")";
        return Amounts.of(run.songs(), "song") + " from " + run.context().id() + edition + " on "
                + at(run.startedAt(), MINUTE) + ", " + Amounts.length(run.listenedMs()) + " listened, "
                + Amounts.of(run.skips().total(), "skip");
    }

    private String at(long time, DateTimeFormatter format) {
        return format.format(Instant.ofEpochMilli(time).atZone(zone));
    }

    private static void printSection(String title, List<String> lines, PrintWriter out) {
        out.println();
        out.println("  " + title);
        lines.forEach(line -> out.println("    " + line));
    }

    private static long sum(LongStream numbers) {
        return numbers.sum();
    }
}
