package dev.segue.domain.accounting;

import dev.segue.domain.clock.Clocks;
import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * The health of a whole job at one checkpoint.
 *
 * @param ledger of all its subtasks
 * @param acceptanceClock of the subtask that is furthest behind; {@link Clocks#NOT_STARTED} when none has one
 * @param closingClock of the subtask that is furthest behind; {@link Clocks#NOT_STARTED} when none has one
 * @param lagMs from append to reading, of the subtask that is furthest behind, in milliseconds; -1 when unknown
 */
public record JobHealth(Ledger ledger, long acceptanceClock, long closingClock, long lagMs) {

    /** Of a job that has not reported. */
    public static final JobHealth UNKNOWN = new JobHealth(Ledger.EMPTY, Clocks.NOT_STARTED, Clocks.NOT_STARTED, -1);

    /** What these reports add up to. */
    static JobHealth of(Collection<Health> reports) {
        return new JobHealth(
                reports.stream().map(Health::ledger).reduce(Ledger.EMPTY, Ledger::plus),
                furthestBehind(reports, Health::acceptanceClock),
                furthestBehind(reports, Health::closingClock),
                reports.stream().mapToLong(Health::lagMs).max().orElse(-1));
    }

    private static long furthestBehind(Collection<Health> reports, ToLongFunction<Health> clock) {
        return reports.stream()
                .mapToLong(clock)
                .filter(time -> time != Clocks.NOT_STARTED)
                .min()
                .orElse(Clocks.NOT_STARTED);
    }
}
