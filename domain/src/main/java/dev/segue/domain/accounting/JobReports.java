package dev.segue.domain.accounting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds up the reports of one job: those of a checkpoint, once all subtasks of all stages have reported it. Reports of a
 * checkpoint that was aborted are never complete, and are dropped.
 */
public final class JobReports {

    /** A stage that has not reported for this many checkpoints is no longer part of the job. */
    private static final int MOST_CHECKPOINTS = 16;

    private record Part(String stage, int subtask) {}

    /** By the checkpoint; the one reported last is last. */
    private final Map<Long, Map<Part, Health>> reported = new LinkedHashMap<>();

    private JobHealth complete;
    private long completeAt = Long.MIN_VALUE;
    private Set<String> stages = Set.of();

    /**
     * Adds a report.
     *
     * @return whether {@link #complete} is of another report than before
     */
    public boolean take(Health report) {
        long checkpoint = report.checkpoint();
        Map<Part, Health> reports = reported.remove(checkpoint);
        if (reports == null) {
            reports = new HashMap<>();
        }
        reports.put(new Part(report.stage(), report.subtask()), report);
        reported.put(checkpoint, reports);
        dropWhatIsTooOld();
        return isComplete(reports) && completed(checkpoint, reports);
    }

    /** The health at the newest complete checkpoint; empty before the first. */
    public Optional<JobHealth> complete() {
        return Optional.ofNullable(complete);
    }

    /** Reports come one by one, so the first ones seem to be all; a ledger that balances shows that they are. */
    private boolean completed(long checkpoint, Map<Part, Health> reports) {
        JobHealth health = JobHealth.of(reports.values());
        Set<String> reporting = stagesOf(reports);
        boolean confirmed = checkpoint != completeAt && reporting.equals(stages);
        boolean isAll = health.ledger().balances() || confirmed;
        if (isAll) {
            complete = health;
            reported.keySet().removeIf(other -> other < checkpoint);
        }
        completeAt = checkpoint;
        stages = reporting;
        return isAll;
    }

    private boolean isComplete(Map<Part, Health> reports) {
        Map<String, Integer> missing = new HashMap<>();
        reports.values().forEach(report -> missing.put(report.stage(), report.parallelism()));
        reports.keySet().forEach(part -> missing.merge(part.stage(), -1, Integer::sum));
        return missing.values().stream().allMatch(number -> number == 0)
                && reported.values().stream()
                        .flatMap(other -> other.keySet().stream())
                        .allMatch(part -> missing.containsKey(part.stage()));
    }

    private void dropWhatIsTooOld() {
        if (reported.size() > MOST_CHECKPOINTS) {
            reported.remove(reported.keySet().iterator().next());
        }
    }

    private static Set<String> stagesOf(Map<Part, Health> reports) {
        Set<String> names = new TreeSet<>();
        reports.keySet().forEach(part -> names.add(part.stage()));
        return names;
    }
}
