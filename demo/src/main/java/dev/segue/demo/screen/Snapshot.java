package dev.segue.demo.screen;

import dev.segue.app.job.sessions.SessionsJob;
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
 * @param ledgers of each job, by its name, at the newest checkpoint for which all its subtasks have reported
 * @param lagMs from append to reading, of the subtask that is furthest behind; -1 while unknown
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
        Map<String, JobLedger> ledgers,
        long lagMs,
        List<String> running,
        List<String> emitted) {

    public static final Snapshot NOTHING = new Snapshot(0, 0, 0, 0, 0, 0, 0, Map.of(), -1, List.of(), List.of());

    public Snapshot {
        ledgers = Map.copyOf(ledgers);
        running = List.copyOf(running);
        emitted = List.copyOf(emitted);
    }

    /** The ledger of a job; {@link JobLedger#NOTHING} while it has none. */
    public JobLedger ledgerOf(String job) {
        return ledgers.getOrDefault(job, JobLedger.NOTHING);
    }

    /** The ledger of what the audience sent. */
    public JobLedger ledger() {
        return ledgerOf(SessionsJob.REGISTRATION.name());
    }
}
