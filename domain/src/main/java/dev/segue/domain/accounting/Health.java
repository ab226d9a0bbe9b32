package dev.segue.domain.accounting;

/**
 * The state of one part of a job, at a moment at which the whole ledger balances.
 *
 * @param job the job's name
 * @param stage which part of the work the subtask does: its operator's name in business words
 * @param subtask counts from 0
 * @param parallelism how many subtasks the stage has at that checkpoint, so that it is known when all have reported; 0
 *     when unknown
 * @param checkpoint the checkpoint for which it holds; reports of one job with the same checkpoint add up to one
 *     balanced ledger; {@link #AT_END} at the end of bounded input
 * @param ledger this subtask's part of the ledger
 * @param acceptanceClock {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before the clock has started, and in a stage
 *     without a clock
 * @param closingClock {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before the clock has started, and in a stage
 *     without a clock
 * @param lagMs from the append of the newest event until it was read, in milliseconds; -1 when unknown
 */
public record Health(
        String job,
        String stage,
        int subtask,
        int parallelism,
        long checkpoint,
        Ledger ledger,
        long acceptanceClock,
        long closingClock,
        long lagMs) {

    public static final long AT_END = Long.MAX_VALUE;
}
