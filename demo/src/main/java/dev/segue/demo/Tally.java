package dev.segue.demo;

import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Incident;
import dev.segue.contracts.IncidentStatus;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.TrackKpis;
import dev.segue.demo.screen.RevisionInWords;
import dev.segue.demo.screen.Snapshot;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.JobReports;
import dev.segue.simulator.verification.OutputListener;
import dev.segue.simulator.verification.Outputs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what is on the output topics, and remembers the latest of it for the screen. */
final class Tally implements OutputListener {

    /** More than any terminal shows. */
    private static final int MOST_SENTENCES = 40;

    private final Outputs outputs;
    private final Map<String, IncidentStatus> incidents = new HashMap<>();
    private final Map<String, Boolean> openById = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private final Set<String> superseded = new HashSet<>();
    private final Deque<String> running = new ArrayDeque<>();
    private final Deque<String> emitted = new ArrayDeque<>();
    private final Map<String, JobReports> byJob = new HashMap<>();

    private volatile Snapshot snapshot = Snapshot.NOTHING;
    private long revisions;
    private long open;
    private long late;
    private long deadLetters;

    /**
     * A tally without records.
     *
     * @param outputs takes every record as well, for whoever compares them in the end; null when nobody will
     */
    Tally(Outputs outputs) {
        this.outputs = outputs;
    }

    /** As of the last batch of records; safe to call from another thread. */
    Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public void revision(SessionRevision revision) {
        revisions++;
        String id = revision.getSessionId();
        setOpen(id, revision.getStatus() == SessionStatus.SUPERSEDED ? null : revision.getOpen());
        if (revision.getStatus() == SessionStatus.SUPERSEDED) {
            superseded.add(id);
        } else {
            superseded.remove(id);
        }
        if (revision.getStatus() == SessionStatus.CORRECTED) {
            corrected.add(id);
        }
        add(revision.getStatus() == SessionStatus.EARLY ? running : emitted, RevisionInWords.of(revision));
        pass(to -> to.revision(revision));
    }

    @Override
    public void plays(String key, SessionPlays plays) {
        pass(to -> to.plays(key, plays));
    }

    @Override
    public void row(String key, KpiRow row) {
        pass(to -> to.row(key, row));
    }

    @Override
    public void trackKpis(String key, TrackKpis kpis) {
        pass(to -> to.trackKpis(key, kpis));
    }

    @Override
    public void incident(Incident incident) {
        IncidentStatus status = incident.getStatus();
        if (incidents.put(incident.getIncidentId(), status) != status) {
            add(emitted, "incident " + status + ": " + incident.getSentence());
        }
        pass(to -> to.incident(incident));
    }

    @Override
    public void lateEvent() {
        late++;
        pass(OutputListener::lateEvent);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        deadLetters++;
        pass(to -> to.deadLetter(letter));
    }

    @Override
    public void health(Health report) {
        byJob.computeIfAbsent(report.job(), job -> new JobReports()).take(report);
        pass(to -> to.health(report));
    }

    @Override
    public void batchEnded() {
        Map<String, JobHealth> jobs = new HashMap<>();
        byJob.forEach((job, reports) -> reports.complete().ifPresent(health -> jobs.put(job, health)));
        snapshot = new Snapshot(
                revisions,
                open,
                openById.size() - open,
                corrected.size(),
                superseded.size(),
                late,
                deadLetters,
                jobs,
                running.stream().toList(),
                emitted.stream().toList());
    }

    private void pass(Consumer<OutputListener> record) {
        if (outputs != null) {
            record.accept(outputs);
        }
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
