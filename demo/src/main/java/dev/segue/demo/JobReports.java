package dev.segue.demo;

import dev.segue.contracts.Health;
import dev.segue.demo.screen.JobLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the subtasks of one job report at a checkpoint. */
final class JobReports {

    private static final long NOT_KNOWN = -1;

    private final Map<String, Health> latestByPart = new HashMap<>();
    private final TreeMap<Long, Map<String, Health>> byCheckpoint = new TreeMap<>();
    private JobLedger ledger = JobLedger.NOTHING;

    void take(Health report) {
        String part = report.getStage() + " " + report.getSubtask();
        latestByPart.put(part, report);
        long checkpoint = report.getCheckpoint() == null ? Long.MAX_VALUE : report.getCheckpoint();
        byCheckpoint.computeIfAbsent(checkpoint, number -> new HashMap<>()).put(part, report);
        Map<String, Health> parts = byCheckpoint.get(checkpoint);
        if (parts.size() == latestByPart.size()) {
            JobLedger sum = JobLedger.NOTHING;
            for (Health each : parts.values()) {
                sum = sum.and(each);
            }
            ledger = sum;
            byCheckpoint.headMap(checkpoint).clear();
        }
    }

    /** The ledger at the newest checkpoint for which all subtasks have reported. */
    JobLedger ledger() {
        return ledger;
    }

    /** From append to reading, of the subtask that is furthest behind, in milliseconds; -1 while unknown. */
    long lagMs() {
        return latestByPart.values().stream()
                .mapToLong(report -> report.getLagMs() == null ? NOT_KNOWN : report.getLagMs())
                .max()
                .orElse(NOT_KNOWN);
    }
}
