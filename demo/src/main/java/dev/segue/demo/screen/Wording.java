package dev.segue.demo.screen;

import dev.segue.domain.accounting.VisibleText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes a scene: in a few lines for a terminal, or in one line. */
public final class Wording {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MOST_RUNNING = 3;

    private Wording() {}

    /**
     * The whole scene.
     *
     * @param addresses the addresses of the UIs and services, one line each
     * @param width columns of the terminal; no line is longer
     * @param height rows of the terminal; there are fewer lines
     */
    static List<String> lines(Scene scene, List<String> addresses, int width, int height) {
        Snapshot snapshot = scene.snapshot();
        List<String> lines = new ArrayList<>();
        lines.add(
                "Segue  " + stopwatch(scene) + "   " + DAY_AND_TIME.format(Instant.ofEpochMilli(scene.simulatedTime()))
                        + " UTC in simulated time, " + scene.speed() + " times as fast");
        lines.add("");
        lines.add(row(
                "events",
                number(scene.perSecond()) + " a second",
                number(scene.sent().records()) + " sent",
                number(snapshot.ledger().read()) + " read"));
        lines.add(row(
                "sessions",
                number(snapshot.open()) + " open",
                number(snapshot.closed()) + " closed",
                number(snapshot.corrected()) + " corrected, " + number(snapshot.superseded()) + " superseded"));
        lines.add(row(
                "excluded",
                number(snapshot.ledger().duplicate()) + " duplicate",
                number(snapshot.late()) + " late",
                number(snapshot.deadLetters()) + " dead letters"));
        lines.add(row("clock", clock(scene), lag(snapshot), ""));
        lines.add("");
        int room = Math.max(0, height - lines.size() - addresses.size() - 3);
        List<String> running = last(snapshot.running(), Math.min(MOST_RUNNING, room / 3));
        lines.addAll(last(snapshot.emitted(), room - running.size()));
        lines.addAll(running);
        lines.add("");
        lines.addAll(addresses);
        return lines.stream().map(line -> cut(VisibleText.of(line), width)).toList();
    }

    /** The scene in one line. */
    static String line(Scene scene) {
        Snapshot snapshot = scene.snapshot();
        return stopwatch(scene) + "  " + number(scene.perSecond()) + " events a second; sessions: "
                + number(snapshot.open())
                + " open, " + number(snapshot.closed()) + " closed, " + number(snapshot.corrected()) + " corrected; "
                + number(snapshot.ledger().duplicate()) + " duplicate, " + number(snapshot.late()) + " late, "
                + number(snapshot.deadLetters()) + " dead letters; clock " + clock(scene);
    }

    /** With a comma between thousands. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String stopwatch(Scene scene) {
        return Spans.onAStopwatch(scene.elapsedMs())
                + (scene.lengthMs() == null ? "" : " of " + Spans.onAStopwatch(scene.lengthMs()));
    }

    private static String clock(Scene scene) {
        return scene.clockBehindMs() < 0 ? "not started" : Spans.inWords(scene.clockBehindMs()) + " behind";
    }

    private static String lag(Snapshot snapshot) {
        return snapshot.sessionsJob().lagMs() < 0
                ? ""
                : "read " + number(snapshot.sessionsJob().lagMs()) + " ms after append";
    }

    private static String row(String title, String first, String second, String third) {
        return String.format(Locale.ROOT, "  %-11s%-20s%-27s%s", title, first, second, third)
                .stripTrailing();
    }

    private static List<String> last(List<String> all, int most) {
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size()).stream()
                .map(sentence -> "  " + sentence)
                .toList();
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }
}
