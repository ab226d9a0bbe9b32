package dev.segue.replay.report;

import dev.segue.domain.history.ListenerHistory;
import dev.segue.domain.history.ListeningTimes;
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

/** Prints one listener's statistics. */
final class ListenerReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final int HOURS = 24;

    private final ListenerHistory history;
    private final ZoneId zone;

    ListenerReport(ListenerHistory history) {
        this.history = history;
        this.zone = history.times().zone();
    }

    void printTo(PrintWriter out) {
        printTotals(out);
        if (history.listenedMs() > 0) {
            printHours(out);
        }
        printSkips(out);
        printLongest(out);
    }

    private void printTotals(PrintWriter out) {
        out.println("Listener " + history.listener());
        out.println("  " + Amounts.of(history.sessions(), "session") + " from "
                + at(history.firstAt(), DAY) + " to "
                + at(history.lastAt(), DAY) + ", "
                + Amounts.length(history.listenedMs()) + " listened, "
                + Amounts.of(history.plays().plays(), "play") + " ("
                + Amounts.number(history.countedPlays()) + " of 30 s or longer)");
    }

    private void printHours(PrintWriter out) {
        ListeningTimes times = history.times();
        Chart weekdays = new Chart();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.add(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), times.on(day));
        }
        Chart ofTheDay = new Chart();
        for (int hour = 0; hour < HOURS; hour++) {
            ofTheDay.add(String.format(Locale.ROOT, "%02d ", hour), times.inHour(hour));
        }
        printSection("Listening by weekday (" + zone + ")", weekdays.lines(), out);
        printSection("Listening by hour (" + zone + ")", ofTheDay.lines(), out);
    }

    private void printSkips(PrintWriter out) {
        ListeningRules rules = ListeningRules.DEFAULT;
        long plays = history.plays().plays();
        Skips skips = history.skips();
        if (!history.plays().hasSkipRate()) {
            printSection("Skips", List.of("not known; the input does not say why plays ended"), out);
            return;
        }
        printSection(
                "Skips",
                List.of(
                        Amounts.number(skips.total()) + " of " + Amounts.of(plays, "play") + " ("
                                + Amounts.share(skips.total(), plays) + ")",
                        Amounts.number(skips.quick()) + " quick (under " + Amounts.length(rules.quickSkipMs()) + "), "
                                + Amounts.number(skips.early()) + " early (under "
                                + Amounts.length(rules.earlySkipMs())
                                + "), " + Amounts.number(skips.late()) + " late"),
                out);
    }

    private void printLongest(PrintWriter out) {
        printSection(
                "Longest sessions",
                history.longestSessions().stream().map(this::inWords).toList(),
                out);
        List<Run> runs = history.longestRuns();
        printSection(
                "Longest runs in one playlist",
                runs.isEmpty()
                        ? List.of("none; the input does not say what was played from a playlist")
                        : runs.stream().map(this::inWords).toList(),
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
}
