package dev.segue.replay.report.html;

import dev.segue.domain.history.HistoryWalk;
import dev.segue.domain.history.Ranked;
import dev.segue.domain.history.Standing;
import dev.segue.domain.history.Work;
import dev.segue.replay.report.Amounts;
import java.util.List;

/** Artists, albums or tracks in several orders. */
final class Rankings {

    private final String title;
    private final String one;
    private final Ranked<Work> ranked;

    /**
     * A ranking.
     *
     * @param title of the section, such as Artists
     * @param one what one of them is called, such as artist
     */
    Rankings(String title, String one, Ranked<Work> ranked) {
        this.title = title;
        this.one = one;
        this.ranked = ranked;
    }

    void writeTo(Html html) {
        html.open("section", "class", "card").open("h3").text(title + " ");
        html.element(
                "span",
                (ranked.uncounted() > 0 ? "at least " : "") + Amounts.number(ranked.different()),
                "class",
                "muted");
        html.close();
        if (ranked.different() == 0) {
            html.element("p", "The input does not say which " + one + " a play is of.", "class", "muted")
                    .close();
            return;
        }
        if (ranked.byPlayed().stream().anyMatch(Standing::hasPlayedTime)) {
            writeTable("By played time", ranked.byPlayed(), html);
            writeFolded("By plays", ranked.byPlays(), html);
        } else {
            writeTable("By plays", ranked.byPlays(), html);
        }
        writeFolded("Skipped most often", ranked.mostSkipped(), html);
        writeFolded("Skipped least often", ranked.leastSkipped(), html);
        writeNotes(html);
        html.close();
    }

    private void writeNotes(Html html) {
        if (ranked.unnamed() > 0) {
            html.element(
                    "p",
                    Amounts.of(ranked.unnamed(), "play") + " of which the input does not name the " + one
                            + " are not counted here.",
                    "class",
                    "note");
        }
        if (ranked.uncounted() > 0) {
            html.element(
                    "p",
                    "Only the first " + Amounts.number(HistoryWalk.MOST_TOLD_APART) + " are told apart; "
                            + Amounts.of(ranked.uncounted(), "play") + " of others are not counted here.",
                    "class",
                    "note");
        }
    }

    private void writeFolded(String order, List<Standing<Work>> standings, Html html) {
        if (!standings.isEmpty()) {
            html.open("details").element("summary", order);
            writeTable(order, standings, html);
            html.close();
        }
    }

    private void writeTable(String order, List<Standing<Work>> standings, Html html) {
        long most = standings.stream().mapToLong(Standing::playedMs).max().orElse(0);
        html.open("table", "class", "ranking").element("caption", order);
        html.open("thead").open("tr");
        html.element("th", "#", "scope", "col", "class", "number");
        html.element("th", title.substring(0, title.length() - 1), "scope", "col");
        html.element("th", "Hours", "scope", "col", "class", "number");
        html.element("th", "Plays", "scope", "col", "class", "number");
        html.element("th", "Skipped", "scope", "col", "class", "number");
        html.close().close().open("tbody");
        int rank = 1;
        for (Standing<Work> standing : standings) {
            html.open("tr").element("td", Integer.toString(rank++), "class", "number muted");
            html.open("th", "scope", "row").name(standing.of().name());
            if (standing.of().artist() != null) {
                html.named("span", standing.of().artist(), "class", "by");
            }
            Bar.write(standing.playedMs(), most, html);
            html.close();
            html.element(
                    "td",
                    standing.hasPlayedTime() ? Figures.hours(standing.playedMs()) : Figures.NOT_KNOWN,
                    "class",
                    "number");
            html.element("td", Amounts.number(standing.plays()), "class", "number");
            html.element("td", Figures.skipRate(standing), "class", "number").close();
        }
        html.close().close();
    }
}
