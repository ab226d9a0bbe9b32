package dev.segue.simulator.verification;

import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.JobReports;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers what is current on the output topics: the last record of every key, and counts. Any thread may ask; the
 * answers belong together once nothing is written any more.
 */
public final class Outputs implements OutputListener {

    private final Map<String, SessionRevision> current = new ConcurrentHashMap<>();
    private final Map<String, SessionPlays> plays = new ConcurrentHashMap<>();
    private final Map<String, KpiRow> rows = new ConcurrentHashMap<>();
    private final Map<String, TrackKpis> trackKpis = new ConcurrentHashMap<>();
    private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
    private final Map<String, JobHealth> jobs = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> deadLetters = new ConcurrentHashMap<>();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong revisions = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final Map<String, Integer> newest = new HashMap<>();
    private final Map<String, JobReports> reports = new HashMap<>();

    /** The last revision of every session that is not superseded. */
    public Collection<SessionRevision> current() {
        return current.values();
    }

    /** The last record of every chunk of plays that exists. */
    public Collection<SessionPlays> plays() {
        return plays.values();
    }

    /** The last KPI row of every key. */
    public Collection<KpiRow> rows() {
        return rows.values();
    }

    /** The last track KPIs of every subject and week. */
    public Collection<TrackKpis> trackKpis() {
        return trackKpis.values();
    }

    /** The last revision of every incident. */
    public Collection<Incident> incidents() {
        return incidents.values();
    }

    /** The health of every job at its newest complete checkpoint, by name; without jobs that have none yet. */
    public Map<String, JobHealth> jobs() {
        return Map.copyOf(jobs);
    }

    /** How many late events there are. */
    public long late() {
        return late.get();
    }

    /** How many dead letters there are of records of that topic. */
    public long deadLettersOf(String topic) {
        AtomicLong number = deadLetters.get(topic);
        return number == null ? 0 : number.get();
    }

    /** Whether every revision was emitted once. */
    public RevisionCheck revisions() {
        return new RevisionCheck(revisions.get(), repeated.get());
    }

    @Override
    public void revision(SessionRevision revision) {
        String id = revision.getSessionId();
        revisions.incrementAndGet();
        Integer before = newest.put(id, revision.getRevision());
        if (before != null && before >= revision.getRevision()) {
            repeated.incrementAndGet();
        }
        if (revision.getStatus() == SessionStatus.SUPERSEDED) {
            current.remove(id);
        } else {
            current.put(id, revision);
        }
    }

    @Override
    public void plays(String key, SessionPlays chunk) {
        if (chunk == null) {
            plays.remove(key);
        } else {
            plays.put(key, chunk);
        }
    }

    @Override
    public void row(String key, KpiRow row) {
        rows.put(key, row);
    }

    @Override
    public void trackKpis(String key, TrackKpis kpis) {
        trackKpis.put(key, kpis);
    }

    @Override
    public void incident(Incident incident) {
        incidents.put(incident.getIncidentId(), incident);
    }

    @Override
    public void lateEvent() {
        late.incrementAndGet();
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        deadLetters
                .computeIfAbsent(letter.getTopic(), topic -> new AtomicLong())
                .incrementAndGet();
    }

    @Override
    public void health(Health report) {
        JobReports ofJob = reports.computeIfAbsent(report.job(), job -> new JobReports());
        ofJob.take(report);
        ofJob.complete().ifPresent(health -> jobs.put(report.job(), health));
    }

    @Override
    public void batchEnded() {
        // Everything is up to date at once.
    }
}
