package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.RecordRates;
import dev.segue.domain.playback.RejectionReason;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The state of each job, by its latest reports; in the order of the pipeline, and others after them.
 *
 * @param rejected what the jobs rejected, by reason, the most first
 * @param deadLetters whether dead letters are read, so that there can be examples of what was rejected
 * @param mostLagMs a greater lag is too long
 * @param mostBehindMs a job further behind the most advanced one is too far behind
 */
public record HealthView(
        List<Job> jobs, List<Rejected> rejected, boolean deadLetters, long mostLagMs, long mostBehindMs) {

    /** What the page calls the topic of dead letters, which it reads only where it is asked to. */
    public static final String DEAD_LETTERS = "dead letters";

    /**
     * A job.
     *
     * @param ledger at the newest checkpoint that all parts have reported; null before the first
     * @param rates null until they are known for a whole minute
     * @param parts by stage and subtask
     */
    public record Job(String name, Sum ledger, Rates rates, Freshness freshness, List<Part> parts) {}

    /**
     * Records a minute by the wall clock, from the reports that the page has read. All lists have the same length; a value is null
     * where a minute is not known.
     *
     * @param firstMinute of each list, in minutes since the epoch
     * @param accepted of those that were read, as are the others
     */
    public record Rates(
            long firstMinute,
            List<Double> read,
            List<Double> accepted,
            List<Double> duplicate,
            List<Double> late,
            List<Double> rejected) {}

    /**
     * What the jobs rejected for one reason.
     *
     * @param jobs how many each job rejected, by its latest ledger; two jobs that read the same topic reject the same record
     * @param letters the latest, the latest first; empty if dead letters are not read
     */
    public record Rejected(String reason, Map<String, Long> jobs, List<Memory.Letter> letters) {}

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
                        job.rates().isEmpty() ? null : rates(job),
                        freshness.get(job.job()),
                        job.parts().stream().map(HealthView::part).toList()))
                .toList();
        return new HealthView(
                jobs,
                rejected(memory),
                readsDeadLetters(memory),
                Memory.PartReport.MOST_LAG_MS,
                Freshness.MOST_BEHIND_MS);
    }

    private static Rates rates(Memory.JobReport of) {
        return new Rates(
                of.firstMinute(),
                numbers(of, RecordRates.Rate::read),
                numbers(of, RecordRates.Rate::accepted),
                numbers(of, RecordRates.Rate::duplicate),
                numbers(of, RecordRates.Rate::late),
                numbers(of, RecordRates.Rate::rejected));
    }

    /** To a tenth of a record: more digits would only make the answer longer. */
    private static List<Double> numbers(Memory.JobReport of, ToDoubleFunction<RecordRates.Rate> number) {
        return of.rates().stream()
                .map(rate -> rate == null ? null : Double.valueOf(Math.round(number.applyAsDouble(rate) * 10) / 10.0))
                .toList();
    }

    private static List<Rejected> rejected(Memory memory) {
        Map<RejectionReason, List<Memory.Letter>> letters = memory.deadLetters();
        Map<RejectionReason, Map<String, Long>> counts = new EnumMap<>(RejectionReason.class);
        letters.keySet().forEach(reason -> counts.put(reason, new TreeMap<>()));
        memory.jobs().stream().filter(job -> job.ledger() != null).forEach(job -> job.ledger()
                .rejected()
                .forEach((reason, count) ->
                        counts.computeIfAbsent(reason, of -> new TreeMap<>()).merge(job.job(), count, Long::sum)));
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong(HealthView::most).reversed())
                .map(of ->
                        new Rejected(of.getKey().name(), of.getValue(), letters.getOrDefault(of.getKey(), List.of())))
                .filter(of -> !of.jobs().isEmpty() || !of.letters().isEmpty())
                .toList();
    }

    private static long most(Map.Entry<RejectionReason, Map<String, Long>> rejected) {
        return rejected.getValue().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static boolean readsDeadLetters(Memory memory) {
        return memory.topics().stream().anyMatch(topic -> topic.use().equals(DEAD_LETTERS));
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
