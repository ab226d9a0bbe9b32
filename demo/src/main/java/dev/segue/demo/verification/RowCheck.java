package dev.segue.demo.verification;

import dev.segue.app.recount.KpiRecount;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import java.util.Collection;
import java.util.List;

/**
 * What stands on the KPI topic, held against what the sessions give when they are counted anew.
 *
 * @param rows how many there are
 * @param differences one sentence for each row that is not as counted
 */
public record RowCheck(long rows, List<String> differences) {

    public RowCheck {
        differences = List.copyOf(differences);
    }

    public static RowCheck of(Collection<SessionRevision> current, Collection<KpiRow> rows) {
        return new RowCheck(rows.size(), KpiRecount.differences(current, rows));
    }

    public boolean isAsCounted() {
        return differences.isEmpty();
    }
}
