package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;

/**
 * What KPIs need of a run.
 *
 * @param kind playlist, album or radio
 * @param subject what it is counted under, with its edition where that is followed; {@link Subject#OTHER} when it is not
 *     followed
 * @param startedAt when it counts as begun
 * @param offsetSeconds how far local clocks were ahead of UTC when it began
 */
public record CountedRun(
        Subject.Kind kind,
        Subject subject,
        long startedAt,
        int offsetSeconds,
        int songs,
        int countedPlays,
        Skips skips,
        long listenedMs,
        boolean abandoned) {}
