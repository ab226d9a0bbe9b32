package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiWindow;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The progress of reading, and how much is in memory.
 *
 * @param trouble why nothing is being read, in one sentence; null if there is no problem
 * @param awaited what the page is waiting for because it is still starting, in one sentence; null if nothing
 * @param replay whether the data is from a replay of files, so that only sessions and plays can exist
 * @param behind the jobs that are behind or silent, by name
 * @param fresh how current each kind of data is
 * @param openIncidents how many incidents are open
 * @param clock the newest event time received, in epoch milliseconds; null before any
 * @param normal how what is usual, expected or normal is computed
 * @param oldestSession when the session that would be evicted next began; null if there is none
 * @param rowsSince the local time before which KPI rows were evicted; null if none were
 */
public record StatusView(
        String trouble,
        String awaited,
        boolean replay,
        List<Topic> topics,
        List<Freshness> behind,
        Map<Source, Source.Fresh> fresh,
        int openIncidents,
        Long clock,
        Memory.Fill sessions,
        Memory.Fill rows,
        Memory.Fill incidents,
        Memory.Fill signals,
        Normal normal,
        Memory.Fill pastSignals,
        Memory.Fill titles,
        Long oldestSession,
        String rowsSince,
        Memory.Fill trackKpis) {

    static StatusView of(Memory memory, long now) {
        Map<String, Freshness> freshness = freshness(memory, now);
        Map<Source, Source.Fresh> fresh = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            fresh.put(source, source.fresh(memory, freshness));
        }
        return new StatusView(
                memory.trouble().orElse(null),
                memory.awaited().orElse(null),
                memory.isOfReplay(),
                memory.topics(),
                freshness.values().stream().filter(Freshness::isHeldUp).toList(),
                fresh,
                memory.openIncidents(),
                timeOrNull(memory.clock()),
                memory.sessionFill(),
                memory.rowFill(),
                memory.incidentFill(),
                memory.signalFill(),
                Normal.of(memory.unusual()),
                memory.pastSignalFill(),
                memory.titleFill(),
                memory.oldestSessionBegan().orElse(null),
                memory.rowsSince(KpiWindow.Period.HOUR)
                        .map(LocalDateTime::toString)
                        .orElse(null),
                memory.trackFill());
    }

    /** The freshness of each job that has reported, by name. */
    static Map<String, Freshness> freshness(Memory memory, long now) {
        List<Memory.JobReport> jobs = memory.jobs();
        long furthest = jobs.stream()
                .mapToLong(job -> Freshness.clock(job.parts()))
                .filter(clock -> clock != Clocks.ENDED)
                .max()
                .orElse(Clocks.NOT_STARTED);
        Map<String, Freshness> byJob = new TreeMap<>();
        jobs.forEach(job -> byJob.put(job.job(), Freshness.of(job.job(), job.parts(), furthest, now)));
        return byJob;
    }

    static Long timeOrNull(long clock) {
        return clock == Clocks.NOT_STARTED || clock == Clocks.ENDED ? null : Long.valueOf(clock);
    }
}
