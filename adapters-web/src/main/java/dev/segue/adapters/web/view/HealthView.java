package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of each job, by its latest reports; in the order of the pipeline, and others after them.
 *
 * @param mostLagMs a greater lag is too long
 * @param mostBehindMs a job further behind the most advanced one is too far behind
 */
public record HealthView(List<Job> jobs, long mostLagMs, long mostBehindMs) {

    /**
     * A job.
     *
     * @param ledger at the newest checkpoint that all parts have reported; null before the first
     * @param parts by stage and subtask
     */
    public record Job(String name, Sum ledger, Freshness freshness, List<Part> parts) {}

    /** A ledger. */
    public record Sum(
            long read,
            long accepted,
            long duplicate,
            long late,
            long rejected,
            Map<String, Long> reasons,
            boolean balances) {}

    /**
     * A part of a job.
     *
     * @param checkpoint null at the end of bounded input
     * @param acceptanceClock in epoch milliseconds; null before it has a time, or if it has no clock
     * @param closingClock as {@code acceptanceClock}
     * @param lagMs from append to reading; null if unknown
     * @param at when it reported, in epoch milliseconds
     */
    public record Part(
            String stage,
            int subtask,
            Long checkpoint,
            long read,
            Long acceptanceClock,
            Long closingClock,
            Long lagMs,
            long at) {}

    static HealthView of(Memory memory, long now) {
        Map<String, Freshness> freshness = StatusView.freshness(memory, now);
        List<Job> jobs = memory.jobs().stream()
                .sorted(Comparator.comparingInt(job -> Source.placeInPipeline(job.job())))
                .map(job -> new Job(
                        job.job(),
                        job.ledger() == null ? null : sum(job.ledger()),
                        freshness.get(job.job()),
                        job.parts().stream().map(HealthView::part).toList()))
                .toList();
        return new HealthView(jobs, Memory.PartReport.MOST_LAG_MS, Freshness.MOST_BEHIND_MS);
    }

    private static Sum sum(Ledger ledger) {
        Map<String, Long> reasons = new TreeMap<>();
        ledger.rejected().forEach((reason, count) -> reasons.put(reason.name(), count));
        return new Sum(
                ledger.read(),
                ledger.accepted(),
                ledger.duplicate(),
                ledger.late(),
                ledger.rejectedInAll(),
                reasons,
                ledger.balances());
    }

    private static Part part(Memory.PartReport report) {
        Health health = report.health();
        return new Part(
                health.stage(),
                health.subtask(),
                health.checkpoint() == Health.AT_END ? null : Long.valueOf(health.checkpoint()),
                health.ledger().read(),
                StatusView.timeOrNull(health.acceptanceClock()),
                StatusView.timeOrNull(health.closingClock()),
                health.lagMs() < 0 ? null : Long.valueOf(health.lagMs()),
                report.at());
    }
}
