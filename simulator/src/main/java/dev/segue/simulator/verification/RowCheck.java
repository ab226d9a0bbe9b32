package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import dev.segue.app.recount.KpiRecount;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import java.util.Collection;
import java.util.List;

/**
 * The KPI topic, compared with a recount of the sessions.
 *
 * @param rows how many there are
 * @param differences one sentence for each row that differs from the recount
 */
public record RowCheck(long rows, List<String> differences) implements Check {

    public RowCheck {
        differences = List.copyOf(differences);
    }

    public static RowCheck of(Collection<SessionRevision> current, Collection<KpiRow> rows) {
        return new RowCheck(rows.size(), KpiRecount.differences(current, rows));
    }

    @Override
    public boolean isGood() {
        return differences.isEmpty();
    }

    @Override
    public List<String> inWords() {
        return Check.verdict(
                differences,
                "All " + number(rows) + " KPI rows match a recount of the sessions.",
                "NOT as counted: of " + number(rows) + " KPI rows, " + number(differences.size())
                        + " differ from a recount of the sessions");
    }
}
