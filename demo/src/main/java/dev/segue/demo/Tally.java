package dev.segue.demo;

import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.demo.screen.JobLedger;
import dev.segue.demo.screen.RevisionInWords;
import dev.segue.demo.screen.Snapshot;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is on the output topics. */
final class Tally {

    /** More than any terminal shows. */
    private static final int MOST_SENTENCES = 40;

    private final Map<String, SessionRevision> current = new ConcurrentHashMap<>();
    private final Map<String, KpiRow> rows = new ConcurrentHashMap<>();
    private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
    private final Map<String, Boolean> openById = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private final Set<String> superseded = new HashSet<>();
    private final Deque<String> running = new ArrayDeque<>();
    private final Deque<String> emitted = new ArrayDeque<>();
    private final Map<String, JobReports> byJob = new HashMap<>();

    private final boolean remembering;
    private long revisions;
    private long open;
    private long late;
    private long deadLetters;

    /**
     * A tally without records.
     *
     * @param remembering whether to store the last revision of every current session, and of every KPI row
     */
    Tally(boolean remembering) {
        this.remembering = remembering;
    }

    /** The last revision of every current session, if stored; safe to call from another thread. */
    Collection<SessionRevision> current() {
        return current.values();
    }

    /** The last KPI row of every key, if stored; safe to call from another thread. */
    Collection<KpiRow> rows() {
        return rows.values();
    }

    /** The last revision of every incident; safe to call from another thread. */
    Collection<Incident> incidents() {
        return incidents.values();
    }

    void row(String key, KpiRow row) {
        if (remembering) {
            rows.put(key, row);
        }
    }

    void incident(Incident incident) {
        Incident before = incidents.put(incident.getIncidentId(), incident);
        if (before == null || before.getStatus() != incident.getStatus()) {
            add(emitted, "incident " + incident.getStatus() + ": " + incident.getSentence());
        }
    }

    void revision(SessionRevision revision) {
        revisions++;
        String id = revision.getSessionId();
        setOpen(id, revision.getStatus() == SessionStatus.SUPERSEDED ? null : revision.getOpen());
        if (revision.getStatus() == SessionStatus.SUPERSEDED) {
            superseded.add(id);
            current.remove(id);
        } else {
            superseded.remove(id);
            if (remembering) {
                current.put(id, revision);
            }
        }
        if (revision.getStatus() == SessionStatus.CORRECTED) {
            corrected.add(id);
        }
        add(revision.getStatus() == SessionStatus.EARLY ? running : emitted, RevisionInWords.of(revision));
    }

    void lateEvent() {
        late++;
    }

    void deadLetter() {
        deadLetters++;
    }

    void health(Health report) {
        byJob.computeIfAbsent(report.getJob(), job -> new JobReports()).take(report);
    }

    Snapshot snapshot() {
        Map<String, JobLedger> ledgers = new HashMap<>();
        byJob.forEach((job, reports) -> ledgers.put(job, reports.ledger()));
        JobReports ofSessions = byJob.getOrDefault(SessionsJob.REGISTRATION.name(), new JobReports());
        return new Snapshot(
                revisions,
                open,
                openById.size() - open,
                corrected.size(),
                superseded.size(),
                late,
                deadLetters,
                ledgers,
                ofSessions.lagMs(),
                running.stream().toList(),
                emitted.stream().toList());
    }

    /** {@code isOpen} is null when the session is superseded. */
    private void setOpen(String id, Boolean isOpen) {
        Boolean before = isOpen == null ? openById.remove(id) : openById.put(id, isOpen);
        open += (isOpen != null && isOpen ? 1 : 0) - (before != null && before ? 1 : 0);
    }

    private static void add(Deque<String> sentences, String sentence) {
        sentences.addLast(sentence);
        if (sentences.size() > MOST_SENTENCES) {
            sentences.removeFirst();
        }
    }
}
