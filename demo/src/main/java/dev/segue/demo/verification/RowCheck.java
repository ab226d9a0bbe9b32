package dev.segue.demo.verification;

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
