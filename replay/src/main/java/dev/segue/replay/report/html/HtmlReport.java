package dev.segue.replay.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.history.HistoryWalk;
import dev.segue.domain.history.ListenerHistory;
import dev.segue.replay.report.Amounts;
import dev.segue.replay.report.Histories;
import dev.segue.replay.report.InputReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The result of a replay as one HTML page in one file: the same bytes for the same result. It has no script, refers to
 * no other file, and forbids the browser to load anything.
 */
public final class HtmlReport {

    private static final String SHEET = "report.css";

    private final Histories histories;
    private final InputReport input;
    private final boolean namesAreMissing;

    /**
     * Of these listeners and this input.
     *
     * @param namesAreMissing whether there were more names of tracks than fit
     */
    public HtmlReport(Histories histories, InputReport input, boolean namesAreMissing) {
        this.histories = histories;
        this.input = input;
        this.namesAreMissing = namesAreMissing;
    }

    /** Writes the page in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(page().getBytes(UTF_8));
    }

    private String page() {
        Html html = new Html();
        html.open("html", "lang", "en");
        writeHead(html);
        html.open("body").element("a", "Skip to the content", "class", "skip", "href", "#main");
        html.open("header").element("h1", "Listening history");
        html.element(
                "p",
                "Times and days are in " + histories.zone()
                        + ". This file needs nothing else: it loads nothing and sends" + " nothing.",
                "class",
                "lead");
        writeContents(html);
        html.close();
        html.open("main", "id", "main", "tabindex", "-1");
        for (int i = 0; i < histories.shown().size(); i++) {
            new ListenerSection(histories.shown().get(i), i + 1).writeTo(html);
        }
        writeInput(html);
        writeHow(html);
        html.close();
        html.open("footer").element("p", "Made by segue replay.").close();
        return html.close().close().page();
    }

    private void writeHead(Html html) {
        String sheet = sheet();
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'sha256-" + digest(sheet) + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", title()).style(sheet).close();
    }

    private String title() {
        List<ListenerHistory> shown = histories.shown();
        return shown.size() == 1 && histories.moreListeners() == 0
                ? "Listening history of " + shown.get(0).listener()
                : "Listening histories";
    }

    private void writeContents(Html html) {
        if (histories.shown().size() > 1) {
            html.open("nav", "aria-label", "Listeners").open("ol");
            for (int i = 0; i < histories.shown().size(); i++) {
                ListenerHistory history = histories.shown().get(i);
                html.open("li")
                        .open("a", "href", "#" + ListenerSection.idOf(i + 1))
                        .name(history.listener())
                        .close();
                html.element("span", " " + Figures.hours(history.listenedMs()) + " h", "class", "muted")
                        .close();
            }
            html.close().close();
        }
        if (histories.moreListeners() > 0) {
            html.element(
                    "p",
                    "These listened most. " + Amounts.of(histories.moreListeners(), "more listener") + " with "
                            + Amounts.of(histories.moreSessions(), "session") + " and "
                            + Amounts.length(histories.moreListenedMs()) + " listened "
                            + (histories.moreListeners() == 1 ? "is" : "are") + " not shown.",
                    "class",
                    "lead");
        }
    }

    private void writeInput(Html html) {
        Ledger ledger = input.ledger();
        html.open("section", "class", "card", "aria-labelledby", "input").element("h2", "Input", "id", "input");
        html.open("table", "class", "sum").element("caption", "What became of the rows read");
        html.open("tbody");
        row("Files", input.files(), html);
        row("Rows read", ledger.read(), html);
        row("Accepted", ledger.accepted(), html);
        row("Duplicates", ledger.duplicate(), html);
        row("Late", ledger.late(), html);
        row("Rejected", ledger.rejectedInAll(), html);
        html.close().close();
        for (InputReport.Part part : input.parts()) {
            html.element("h3", part.title());
            if (!part.lines().isEmpty()) {
                html.open("ul");
                part.lines().forEach(line -> html.element("li", line));
                html.close();
            }
        }
        html.close();
    }

    private static void row(String name, long number, Html html) {
        html.open("tr").element("th", name, "scope", "row");
        html.element("td", Amounts.number(number), "class", "number").close();
    }

    private void writeHow(Html html) {
        html.open("section", "class", "card", "aria-labelledby", "how");
        html.element("h2", "How the figures are computed", "id", "how").open("dl", "class", "how");
        how(
                "Listened time",
                "The time in which music sounded, by sessions: what sounded at the same time counts once.",
                html);
        how(
                "Played time",
                "Of artists, albums, tracks and devices: the sum of their plays. Podcasts and audiobooks are no plays.",
                html);
        how("Session", "Listening without a silence longer than the session gap.", html);
        how(
                "Skip",
                "A play that the listener chose to leave. The skip rate is the share of all plays; plays that ended for an"
                        + " unknown reason count as not skipped. Where no reason is known, there is no rate.",
                html);
        how(
                "Skipped most and least often",
                "By skip rate, among those with at least " + HistoryWalk.LEAST_PLAYS + " plays.",
                html);
        how(
                "Most songs without a skip",
                "Songs of 30 s or longer in a row, within one session. Shorter ones that were not skipped neither count nor"
                        + " end the row.",
                html);
        how(
                "Artist, album, track",
                "By name, as the input writes it; an album and a track also by artist. A track without a title goes by its"
                        + " id, and an id does not say who the artist is.",
                html);
        how(
                "Day, hour, year",
                "By the clocks of " + histories.zone()
                        + ". Listening across midnight belongs to both days; a session and a"
                        + " play to the year in which they began.",
                html);
        if (namesAreMissing) {
            how(
                    "Names",
                    "There were more tracks than names fit in memory; those without go by their ids, and are missing from"
                            + " artists and albums.",
                    html);
        }
        html.close().close();
    }

    private static void how(String name, String text, Html html) {
        html.open("div").element("dt", name).element("dd", text).close();
    }

    private static String sheet() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(SHEET)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
