package dev.segue.replay.report;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.input.Found.PassedOver;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.adapters.files.source.LateLines.LateLine;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.DeadLetter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the accounting of the input, and the files that were not read. */
final class InputReport {

    private final CurrentSessions current;
    private final LateLines late;
    private final Found found;

    InputReport(CurrentSessions current, LateLines late, Found found) {
        this.current = current;
        this.late = late;
        this.found = found;
    }

    void printTo(PrintWriter out) {
        Ledger ledger = current.ledger();
        out.println("Input");
        out.println("  " + Amounts.of(found.files().size(), "file") + ", " + Amounts.of(ledger.read(), "row") + " read"
                + " = " + Amounts.number(ledger.accepted()) + " accepted + " + Amounts.number(ledger.duplicate())
                + " duplicate + " + Amounts.number(ledger.late()) + " late + "
                + Amounts.number(ledger.rejectedInAll()) + " rejected");
        if (current.withoutListening() > 0) {
            out.println("  and " + Amounts.of(current.withoutListening(), "row")
                    + " without listening, such as videos or lyrics, which do not count");
        }
        printLimits(out);
        printLate(out);
        printRejected(ledger, out);
        printPassedOver("Skipped", found.skipped(), out);
        printPassedOver("Not read", found.refused(), out);
    }

    /** Explains what the formats of the files cannot tell, and where to get more exact data. */
    private void printLimits(PrintWriter out) {
        Map<Format.Limits, Long> files = new LinkedHashMap<>();
        for (InputFile file : found.files()) {
            Format.Limits limits = file.format().limits();
            if (limits != null) {
                files.merge(limits, 1L, Long::sum);
            }
        }
        files.forEach((limits, count) -> {
            out.println();
            out.println("  " + limits.title() + ": " + Amounts.of(count, "file") + ", " + limits.summary());
            limits.sentences().forEach(sentence -> out.println("    " + sentence));
        });
    }

    private void printLate(PrintWriter out) {
        if (late.count() == 0) {
            return;
        }
        out.println();
        out.println("  Late: " + Amounts.of(late.count(), "line") + " more than "
                + Amounts.exactly(late.allowedLatenessMs()) + " behind the clock");
        List<LateLine> shown = late.first();
        for (LateLine line : shown) {
            out.println("    " + line.file() + ":" + line.line() + ": occurred " + SessionLines.time(line.occurredAt())
                    + ", " + Amounts.exactly(line.behindMs()) + " behind");
        }
        printMore(late.count() - shown.size(), out);
    }

    private void printRejected(Ledger ledger, PrintWriter out) {
        if (ledger.rejectedInAll() == 0) {
            return;
        }
        out.println();
        out.println("  Rejected: "
                + ledger.rejected().entrySet().stream()
                        .map(each -> Amounts.number(each.getValue()) + " " + each.getKey())
                        .collect(Collectors.joining(", ")));
        List<DeadLetter> shown = current.firstRejected();
        for (DeadLetter letter : shown) {
            out.println("    " + letter.origin() + ":" + letter.position() + ": " + letter.reason() + ": "
                    + letter.explanation());
        }
        printMore(ledger.rejectedInAll() - shown.size(), out);
    }

    private static void printPassedOver(String title, List<PassedOver> passedOver, PrintWriter out) {
        if (passedOver.isEmpty()) {
            return;
        }
        out.println();
        out.println("  " + title + ": " + Amounts.of(passedOver.size(), "file"));
        passedOver.stream()
                .limit(Report.MOST_LISTED)
                .forEach(each -> out.println("    " + each.name() + ": " + each.why()));
        printMore(passedOver.size() - Report.MOST_LISTED, out);
    }

    private static void printMore(long more, PrintWriter out) {
        if (more > 0) {
            out.println("    and " + Amounts.number(more) + " more");
        }
    }
}
