package dev.segue.simulator.verification;

import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.accounting.Health;

/** Takes what is on the output topics, record by record, in the order of each partition; by one thread. */
public interface OutputListener {

    void revision(SessionRevision revision);

    /**
     * A chunk of plays.
     *
     * @param plays null when the chunk no longer exists
     */
    void plays(String key, SessionPlays plays);

    void row(String key, KpiRow row);

    void trackKpis(String key, TrackKpis kpis);

    void incident(Incident incident);

    void lateEvent();

    void deadLetter(DeadLetter letter);

    void health(Health report);

    /** No further record is waiting for now. */
    void batchEnded();
}
