package dev.segue.adapters.web.view;

import dev.segue.adapters.web.kept.Memory;
import dev.segue.adapters.web.kept.Topic;
import dev.segue.domain.session.Clocks;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How reading goes, and how much is kept.
 *
 * @param trouble why nothing is read at the moment, in one sentence; null when all is well
 * @param clock the newest event time that was told, in epoch milliseconds; null before any
 * @param oldestSession when the session began that would be let go next; null when there is none
 * @param rowsSince the local time before which KPI rows were let go; null when none was
 */
public record StatusView(
        String trouble,
        List<Topic> topics,
        Long clock,
        Memory.Fill sessions,
        Memory.Fill rows,
        Memory.Fill incidents,
        Memory.Fill signals,
        Long oldestSession,
        String rowsSince) {

    static StatusView of(Memory memory) {
        return new StatusView(
                memory.trouble().orElse(null),
                memory.topics(),
                timeOrNull(memory.clock()),
                memory.sessionsKept(),
                memory.rowsKept(),
                memory.incidentsKept(),
                memory.signalsKept(),
                memory.oldestSessionBegan().orElse(null),
                memory.rowsKeptSince().map(LocalDateTime::toString).orElse(null));
    }

    static Long timeOrNull(long clock) {
        return clock == Clocks.NOT_STARTED || clock == Clocks.ENDED ? null : Long.valueOf(clock);
    }
}
