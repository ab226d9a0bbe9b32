package dev.segue.app.recount;

import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;

/**
 * Something that counts in a row: a session where it began, or a run where it began.
 *
 * @param run null of a session
 * @param zone the IANA id of the zone it is counted in
 * @param window when it began
 */
record RecountedFact(SessionRevision session, Run run, String zone, RecountedWindow window) {}
