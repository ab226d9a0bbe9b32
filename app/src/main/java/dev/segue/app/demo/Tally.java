package dev.segue.app.demo;

import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps count of what the output topics tell. */
final class Tally {

    /** More than any terminal shows. */
    private static final int MOST_SENTENCES = 40;

    private final Map<String, SessionRevision> standing = new ConcurrentHashMap<>();
    private final Map<String, KpiRow> rows = new ConcurrentHashMap<>();
    private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> clocksByJob = new ConcurrentHashMap<>();
    private final Map<String, Boolean> openById = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private final Set<String> superseded = new HashSet<>();
    private final Deque<String> running = new ArrayDeque<>();
    private final Deque<String> told = new ArrayDeque<>();
    private final Map<String, Health> latestByPart = new HashMap<>();
    private final TreeMap<Long, Map<String, Health>> byCheckpoint = new TreeMap<>();

    private final boolean remembering;
    private long revisions;
    private long open;
    private long late;
    private long deadLetters;
    private Reckoning account = Reckoning.NOTHING;

    /**
     * Counts from nothing.
     *
     * @param remembering whether to keep the last revision of every session that stands, and of every KPI row
     */
    Tally(boolean remembering) {
        this.remembering = remembering;
    }

    /** The last revision of every session that stands, if they are kept; may be asked from another thread. */
    Collection<SessionRevision> standing() {
        return standing.values();
    }

    /** The last KPI row of every key, if they are kept; may be asked from another thread. */
    Collection<KpiRow> rows() {
        return rows.values();
    }

    /** The last revision of every incident; may be asked from another thread. */
    Collection<Incident> incidents() {
        return incidents.values();
    }

    /**
     * The acceptance clock of a job, of the part that is furthest behind, in epoch milliseconds; {@link Reckoning#NO_TIME}
     * before any is known. May be asked from another thread.
     */
    long clockOf(String job) {
        return clocksByJob.getOrDefault(job, Map.of()).values().stream()
                .min(Long::compare)
                .orElse(Reckoning.NO_TIME);
    }

    void clock(Health report) {
        if (report.getAcceptanceClock() != null) {
            clocksByJob
                    .computeIfAbsent(report.getJob(), job -> new ConcurrentHashMap<>())
                    .put(
                            report.getStage() + " " + report.getSubtask(),
                            report.getAcceptanceClock().toEpochMilli());
        }
    }

    void row(String key, KpiRow row) {
        if (remembering) {
            rows.put(key, row);
        }
    }

    void incident(Incident incident) {
        Incident before = incidents.put(incident.getIncidentId(), incident);
        if (before == null || before.getStatus() != incident.getStatus()) {
            add(told, "incident " + incident.getStatus() + ": " + incident.getSentence());
        }
    }

    void revision(SessionRevision revision) {
        revisions++;
        String id = revision.getSessionId();
        stands(id, revision.getStatus() == SessionStatus.SUPERSEDED ? null : revision.getOpen());
        if (revision.getStatus() == SessionStatus.SUPERSEDED) {
            superseded.add(id);
            standing.remove(id);
        } else {
            superseded.remove(id);
            if (remembering) {
                standing.put(id, revision);
            }
        }
        if (revision.getStatus() == SessionStatus.CORRECTED) {
            corrected.add(id);
        }
        add(revision.getStatus() == SessionStatus.EARLY ? running : told, RevisionInWords.of(revision));
    }

    void lateEvent() {
        late++;
    }

    void deadLetter() {
        deadLetters++;
    }

    void health(Health report) {
        String part = report.getStage() + " " + report.getSubtask();
        latestByPart.put(part, report);
        long checkpoint = report.getCheckpoint() == null ? Long.MAX_VALUE : report.getCheckpoint();
        byCheckpoint.computeIfAbsent(checkpoint, number -> new HashMap<>()).put(part, report);
        Map<String, Health> parts = byCheckpoint.get(checkpoint);
        if (parts.size() == latestByPart.size()) {
            Reckoning sum = Reckoning.NOTHING;
            for (Health each : parts.values()) {
                sum = sum.and(each);
            }
            account = sum;
            byCheckpoint.headMap(checkpoint).clear();
        }
    }

    Seen seen() {
        long lag = latestByPart.values().stream()
                .mapToLong(report -> report.getLagMs() == null ? -1 : report.getLagMs())
                .max()
                .orElse(-1);
        return new Seen(
                revisions,
                open,
                openById.size() - open,
                corrected.size(),
                superseded.size(),
                late,
                deadLetters,
                account,
                lag,
                running.stream().toList(),
                told.stream().toList());
    }

    /** Null when it stands no more. */
    private void stands(String id, Boolean isOpen) {
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
