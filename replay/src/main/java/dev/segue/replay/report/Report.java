package dev.segue.replay.report;

import dev.segue.domain.history.ListenerHistory;
import java.io.PrintWriter;
import java.util.List;

/** Prints the result of a replay: each listener's statistics, then the accounting of the input. */
public final class Report {

    private final Histories histories;
    private final InputReport input;

    /** Of these listeners and this input. */
    public Report(Histories histories, InputReport input) {
        this.histories = histories;
        this.input = input;
    }

    /** Prints all of it. */
    public void printTo(PrintWriter out) {
        for (ListenerHistory history : histories.shown()) {
            new ListenerReport(history).printTo(out);
            out.println();
        }
        if (histories.moreListeners() > 0) {
            out.println("And " + Amounts.of(histories.moreListeners(), "more listener") + " with "
                    + Amounts.of(histories.moreSessions(), "session") + " and "
                    + Amounts.length(histories.moreListenedMs()) + " listened; --out lists them all.");
            out.println();
        }
        printInput(out);
    }

    private void printInput(PrintWriter out) {
        out.println("Input");
        out.println("  " + input.sum());
        for (InputReport.Part part : input.parts()) {
            out.println();
            out.println("  " + part.title());
            printIndented(part.lines(), out);
        }
    }

    private static void printIndented(List<String> lines, PrintWriter out) {
        lines.forEach(line -> out.println("    " + line));
    }
}
