package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import dev.segue.simulator.audience.Sent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledgers of the jobs, compared with what was sent and with the topics of late events and dead letters.
 *
 * @param sent by the audience
 * @param sessionsJob the name of the job that turns playback into sessions
 * @param jobs the health of every job, by its name
 * @param late how many records the late topic has
 * @param deadLetters how many records of playback the dead-letter topic has
 * @param once whether delivery is exactly once; if not, those topics may have some records more than once
 */
public record Accounting(
        Sent sent, String sessionsJob, Map<String, JobHealth> jobs, long late, long deadLetters, boolean once)
        implements Check {

    public Accounting {
        jobs = Map.copyOf(jobs);
    }

    @Override
    public boolean isGood() {
        Ledger ledger = ledger();
        return jobs.values().stream().allMatch(job -> job.ledger().balances())
                && ledger.read() == sent.records()
                && ledger.accepted() == sent.originals()
                && ledger.duplicate() == sent.repetitions()
                && ledger.late() == sent.daysOld()
                && areOnTopics(ledger);
    }

    private boolean areOnTopics(Ledger ledger) {
        return isOnTopic(ledger.late() + ledger.refused(), late)
                && isOnTopic(ledger.rejectedInAll() - ledger.refused(), deadLetters);
    }

    private boolean isOnTopic(long counted, long records) {
        return once ? counted == records : counted <= records;
    }

    @Override
    public List<String> inWords() {
        return List.of(isGood() ? "The accounting of every job adds up." : whyNot());
    }

    /** What was sent, in a sentence. */
    public static String inWords(Sent sent) {
        return "The audience sent " + number(sent.records()) + " records: " + number(sent.originals()) + " events, "
                + number(sent.repetitions()) + " repeated, " + number(sent.daysOld()) + " from days ago, and "
                + number(sent.unusable()) + " unusable.";
    }

    /** What was read, in a sentence without its full stop. */
    public static String inWords(Ledger ledger) {
        return "Segue read " + number(ledger.read()) + " = " + number(ledger.accepted()) + " accepted + "
                + number(ledger.duplicate()) + " duplicate + " + number(ledger.late()) + " late + "
                + number(ledger.rejectedInAll()) + " rejected";
    }

    private Ledger ledger() {
        return jobs.getOrDefault(sessionsJob, JobHealth.UNKNOWN).ledger();
    }

    private String whyNot() {
        Ledger ledger = ledger();
        String verdict = "The accounting does NOT add up: ";
        if (ledger.read() != sent.records()) {
            return verdict + number(sent.records()) + " records were sent, but " + number(ledger.read())
                    + " were read.";
        }
        for (Map.Entry<String, JobHealth> job : new TreeMap<>(jobs).entrySet()) {
            Ledger of = job.getValue().ledger();
            if (!of.balances()) {
                return verdict + "of " + number(of.read()) + " records that " + job.getKey() + " has read, "
                        + number(of.accepted() + of.duplicate() + of.late() + of.rejectedInAll())
                        + " are accounted for.";
            }
        }
        if (!areOnTopics(ledger)) {
            return verdict + "the late topic has " + number(late) + " records for "
                    + number(ledger.late() + ledger.refused())
                    + " late events, the dead-letter topic has " + number(deadLetters) + " for "
                    + number(ledger.rejectedInAll() - ledger.refused()) + " rejected records.";
        }
        return verdict + "expected " + number(sent.originals()) + " accepted + " + number(sent.repetitions())
                + " duplicate + " + number(sent.daysOld()) + " late + " + number(sent.unusable())
                + " rejected, found " + number(ledger.accepted()) + " accepted + " + number(ledger.duplicate())
                + " duplicate + " + number(ledger.late()) + " late + " + number(ledger.rejectedInAll())
                + " rejected.";
    }
}
