package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.Memory.PartReport;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.JobReports;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.RecordRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest report of each part of each job. */
final class Reports {

    private record Part(String stage, int subtask) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int byStage = stage.compareTo(other.stage);
            return byStage != 0 ? byStage : Integer.compare(subtask, other.subtask);
        }
    }

    /** Limits the memory that a topic of invalid records could take. */
    private static final int MOST_JOBS = 100;

    private static final int MOST_PARTS = 20_000;

    private final Map<String, Map<Part, PartReport>> byJob = new TreeMap<>();
    private final Map<String, Spells> past = new TreeMap<>();
    private int number;
    private final Map<String, JobReports> complete = new TreeMap<>();

    /** Of 12 KB each. */
    private final Map<String, RecordRates> rates = new TreeMap<>();

    void put(Health health, long at) {
        if (byJob.size() >= MOST_JOBS && !byJob.containsKey(health.job())) {
            return;
        }
        Map<Part, PartReport> parts = byJob.computeIfAbsent(health.job(), job -> new TreeMap<>());
        Part part = new Part(health.stage(), health.subtask());
        PartReport before = parts.get(part);
        boolean isNew = before == null;
        if (isNew && number >= MOST_PARTS) {
            return;
        }
        number += isNew ? 1 : 0;
        PartReport report = after(before, health, at);
        parts.put(part, report);
        if (before != null) {
            // The first report of a part may be a very old one, of a part that no longer exists.
            past.computeIfAbsent(health.job(), job -> new Spells(before.at()))
                    .report(report, before.longestSilenceMs());
        }
        JobReports reports = complete.computeIfAbsent(health.job(), job -> new JobReports());
        long silence = before == null ? PartReport.LONGEST_SILENCE_MS : before.longestSilenceMs();
        if (reports.take(health)) {
            reports.complete().ifPresent(now -> rates(health.job()).take(now.ledger(), at, silence));
        }
    }

    private static PartReport after(PartReport before, Health health, long at) {
        if (before == null) {
            return new PartReport(health, at, null, at);
        }
        boolean readMore = health.ledger().read() != before.health().ledger().read();
        return new PartReport(health, at, before.at(), readMore ? at : before.readAt());
    }

    RecordRates rates(String job) {
        return rates.computeIfAbsent(job, of -> new RecordRates());
    }

    List<Memory.JobPast> past() {
        return past.entrySet().stream()
                .map(job -> new Memory.JobPast(
                        job.getKey(), job.getValue().since(), job.getValue().all()))
                .toList();
    }

    List<String> jobs() {
        return List.copyOf(byJob.keySet());
    }

    List<PartReport> of(String job) {
        return new ArrayList<>(byJob.getOrDefault(job, Map.of()).values());
    }

    /**
     * The ledger of a job at the newest checkpoint that all parts have reported; they report one after the other.
     *
     * @return null if there has never been one
     */
    Ledger ledger(String job) {
        JobReports reports = complete.get(job);
        return reports == null
                ? null
                : reports.complete().map(JobHealth::ledger).orElse(null);
    }
}
