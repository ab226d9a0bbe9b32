package dev.segue.demo.verification;

/**
 * Everything that stands in the end, held against what must.
 *
 * @param sessions against the plan
 * @param rows against the sessions, counted anew
 * @param incidents against what was staged
 */
public record Findings(Verification sessions, RowCheck rows, IncidentCheck incidents) {

    public boolean areGood() {
        return sessions.isAsPlanned() && rows.isAsCounted() && incidents.isAsStaged();
    }
}
