package dev.segue.replay.report;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.input.Found.PassedOver;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.domain.accounting.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The accounting of the input, and the files that were not read, in words. */
public final class InputReport {

    /** The most files or lines listed of one kind. */
    public static final int MOST_LISTED = 10;

    private final CurrentSessions current;
    private final LateLines late;
    private final Found found;

    /** Of a replay that has ended. */
    public InputReport(CurrentSessions current, LateLines late, Found found) {
        this.current = current;
        this.late = late;
        this.found = found;
    }

    /** A list with its title, which includes its length. */
    public record Part(String title, List<String> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** How many files were read. */
    public int files() {
        return found.files().size();
    }

    /** The accounting of all rows read. */
    public Ledger ledger() {
        return current.ledger();
    }

    /** The accounting as a sum. */
    String sum() {
        Ledger ledger = ledger();
        return Amounts.of(files(), "file") + ", " + Amounts.of(ledger.read(), "row") + " read = "
                + Amounts.number(ledger.accepted()) + " accepted + " + Amounts.number(ledger.duplicate())
                + " duplicate + " + Amounts.number(ledger.late()) + " late + "
                + Amounts.number(ledger.rejectedInAll()) + " rejected";
    }

    /** What there is to say about the input beyond the sum. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        addWithoutListening(parts);
        addLimits(parts);
        addLate(parts);
        addRejected(parts);
        addPassedOver("Skipped", found.skipped(), parts);
        addPassedOver("Not read", found.refused(), parts);
        return parts;
    }

    private void addWithoutListening(List<Part> parts) {
        if (current.withoutListening() > 0) {
            parts.add(new Part(
                    "Without listening: " + Amounts.of(current.withoutListening(), "row")
                            + ", such as videos or lyrics, which do not count",
                    List.of()));
        }
    }

    /** Explains what the formats of the files cannot tell, and where to get more exact data. */
    private void addLimits(List<Part> parts) {
        Map<Format.Limits, Long> files = new LinkedHashMap<>();
        for (InputFile file : found.files()) {
            Format.Limits limits = file.format().limits();
            if (limits != null) {
                files.merge(limits, 1L, Long::sum);
            }
        }
        files.forEach((limits, count) -> parts.add(new Part(
                limits.title() + ": " + Amounts.of(count, "file") + ", " + limits.summary(), limits.sentences())));
    }

    private void addLate(List<Part> parts) {
        if (late.count() > 0) {
            List<String> lines = late.first().stream()
                    .map(line -> line.file() + ":" + line.line() + ": occurred " + SessionLines.time(line.occurredAt())
                            + ", " + Amounts.exactly(line.behindMs()) + " behind")
                    .toList();
            parts.add(new Part(
                    "Late: " + Amounts.of(late.count(), "line") + " more than "
                            + Amounts.exactly(late.allowedLatenessMs()) + " behind the clock",
                    withMore(lines, late.count())));
        }
    }

    private void addRejected(List<Part> parts) {
        Ledger ledger = ledger();
        if (ledger.rejectedInAll() > 0) {
            List<String> lines = current.firstRejected().stream()
                    .map(letter -> letter.origin() + ":" + letter.position() + ": " + letter.reason() + ": "
                            + letter.explanation())
                    .toList();
            parts.add(new Part(
                    "Rejected: "
                            + ledger.rejected().entrySet().stream()
                                    .map(each -> Amounts.number(each.getValue()) + " " + each.getKey())
                                    .collect(Collectors.joining(", ")),
                    withMore(lines, ledger.rejectedInAll())));
        }
    }

    private static void addPassedOver(String title, List<PassedOver> passedOver, List<Part> parts) {
        if (!passedOver.isEmpty()) {
            List<String> lines = passedOver.stream()
                    .limit(MOST_LISTED)
                    .map(each -> each.name() + ": " + each.why())
                    .toList();
            parts.add(
                    new Part(title + ": " + Amounts.of(passedOver.size(), "file"), withMore(lines, passedOver.size())));
        }
    }

    private static List<String> withMore(List<String> lines, long all) {
        List<String> listed = new ArrayList<>(lines);
        if (all > lines.size()) {
            listed.add("and " + Amounts.number(all - lines.size()) + " more");
        }
        return listed;
    }
}
