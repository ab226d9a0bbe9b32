package dev.segue.demo.verification;

/**
 * All final results, compared with what was expected.
 *
 * @param sessions compared with the plan
 * @param rows compared with a recount of the sessions
 * @param incidents compared with the staged ones
 */
public record Findings(Verification sessions, RowCheck rows, IncidentCheck incidents) {

    public boolean areGood() {
        return sessions.isAsPlanned() && rows.isAsCounted() && incidents.isAsStaged();
    }
}
