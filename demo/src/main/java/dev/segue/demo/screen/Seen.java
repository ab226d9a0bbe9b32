package dev.segue.demo.screen;

import dev.segue.app.job.sessions.SessionsJob;
import java.util.List;
import java.util.Map;

/**
 * What the output topics have told so far.
 *
 * @param revisions how many revisions of sessions there were
 * @param open sessions that stand and still run
 * @param closed sessions that stand and have ended
 * @param corrected sessions that changed after they had first ended, or began as a correction
 * @param superseded session ids that stand no more
 * @param late records of the late topic
 * @param deadLetters records of the dead-letter topic
 * @param accounts of each job, by its name, at the newest checkpoint of which all its parts have reported
 * @param lagMs from append to reading, of the part that is furthest behind; -1 before anyone knows
 * @param running the latest early revisions in words, oldest first
 * @param told the latest other revisions in words, oldest first
 */
public record Seen(
        long revisions,
        long open,
        long closed,
        long corrected,
        long superseded,
        long late,
        long deadLetters,
        Map<String, Reckoning> accounts,
        long lagMs,
        List<String> running,
        List<String> told) {

    public static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, 0, 0, Map.of(), -1, List.of(), List.of());

    public Seen {
        accounts = Map.copyOf(accounts);
        running = List.copyOf(running);
        told = List.copyOf(told);
    }

    /** The account of a job; {@link Reckoning#NOTHING} as long as it has none. */
    public Reckoning accountOf(String job) {
        return accounts.getOrDefault(job, Reckoning.NOTHING);
    }

    /** The account of what the audience sent. */
    public Reckoning account() {
        return accountOf(SessionsJob.REGISTRATION.name());
    }
}
