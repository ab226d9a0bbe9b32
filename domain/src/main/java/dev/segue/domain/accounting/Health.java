package dev.segue.domain.accounting;

/**
 * How one part of a job is doing, at a moment at which the whole account adds up.
 *
 * @param job the job's name
 * @param stage which part of the work the subtask does: its operator's name in business words
 * @param subtask counts from 0
 * @param checkpoint the checkpoint at which it was true: reports of one job with one checkpoint add up to one balanced
 *     account; {@link #AT_END} at the end of bounded input
 * @param ledger this subtask's part of the account
 * @param acceptanceClock {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it knows any time, and in a stage
 *     that keeps no clock
 * @param closingClock {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it knows any time, and in a stage that
 *     keeps no clock
 * @param lagMs from the append to the reading of the newest event, in milliseconds; -1 when not known
 */
public record Health(
        String job,
        String stage,
        int subtask,
        long checkpoint,
        Ledger ledger,
        long acceptanceClock,
        long closingClock,
        long lagMs) {

    public static final long AT_END = Long.MAX_VALUE;
}
