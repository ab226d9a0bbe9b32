package dev.segue.demo.screen;

import dev.segue.contracts.Health;

/**
 * The ledger of a job at one checkpoint: what was read, and what became of it.
 *
 * @param acceptanceClock in epoch milliseconds, of the subtask that is furthest behind; {@link #NO_TIME} while unknown
 */
public record JobLedger(long read, long accepted, long duplicate, long late, long rejected, long acceptanceClock) {

    static final long NO_TIME = Long.MIN_VALUE;

    public static final JobLedger NOTHING = new JobLedger(0, 0, 0, 0, 0, NO_TIME);

    /** Whether everything read is accounted for. */
    public boolean balances() {
        return read == accepted + duplicate + late + rejected;
    }

    /** With one more subtask. */
    public JobLedger and(Health part) {
        long clock = part.getAcceptanceClock() == null
                ? acceptanceClock
                : part.getAcceptanceClock().toEpochMilli();
        return new JobLedger(
                read + part.getRead(),
                accepted + part.getAccepted(),
                duplicate + part.getDuplicate(),
                late + part.getLate(),
                rejected
                        + part.getRejected().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                acceptanceClock == NO_TIME ? clock : Math.min(clock, acceptanceClock));
    }
}
