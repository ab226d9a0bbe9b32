package dev.segue.demo.screen;

import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import java.util.List;
import java.util.Map;

/**
 * What has been read from the output topics so far.
 *
 * @param revisions how many revisions of sessions there were
 * @param open current sessions that are still open
 * @param closed current sessions that have ended
 * @param corrected sessions that changed after they had first ended, or began as a correction
 * @param superseded superseded session ids
 * @param late records of the late topic
 * @param deadLetters records of the dead-letter topic
 * @param jobs the health of each job, by its name, at its newest complete checkpoint
 * @param running the latest early revisions in words, oldest first
 * @param emitted the latest other revisions in words, oldest first
 */
public record Snapshot(
        long revisions,
        long open,
        long closed,
        long corrected,
        long superseded,
        long late,
        long deadLetters,
        Map<String, JobHealth> jobs,
        List<String> running,
        List<String> emitted) {

    public static final Snapshot NOTHING = new Snapshot(0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of());

    public Snapshot {
        jobs = Map.copyOf(jobs);
        running = List.copyOf(running);
        emitted = List.copyOf(emitted);
    }

    /** The health of a job; {@link JobHealth#UNKNOWN} while it has not reported. */
    public JobHealth of(String job) {
        return jobs.getOrDefault(job, JobHealth.UNKNOWN);
    }

    /** The health of the job that reads what the audience sends. */
    public JobHealth sessionsJob() {
        return of(SessionsJob.REGISTRATION.name());
    }

    /** The ledger of what the audience sent. */
    public Ledger ledger() {
        return sessionsJob().ledger();
    }
}
