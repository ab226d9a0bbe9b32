package dev.segue.domain.kpi.counting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;

/**
 * What KPIs need of a run.
 *
 * @param kind playlist, album or radio
 * @param subject what it is counted under, with its edition where that is followed; {@link Subject#OTHER} when it is not
 *     followed
 * @param deviceType what it was played on
 * @param startedAt when it counts as begun
 * @param offsetSeconds how far local clocks were ahead of UTC when it began
 * @param numbers what it adds to a row of its subject, without its session
 */
public record CountedRun(
        Subject.Kind kind,
        Subject subject,
        Device.Type deviceType,
        long startedAt,
        int offsetSeconds,
        KpiNumbers numbers) {

    public CountedRun {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(numbers, "numbers");
    }

    static CountedRun of(Run run, Subject.Kind kind, Subject subject, long startedAt, int offsetSeconds) {
        return new CountedRun(kind, subject, run.deviceType(), startedAt, offsetSeconds, KpiNumbers.of(run));
    }

    /** The same, without what it adds to a row. */
    CountedRun withoutNumbers() {
        return new CountedRun(kind, subject, deviceType, startedAt, offsetSeconds, KpiNumbers.NONE);
    }

    int songs() {
        return numbers.songsInRuns();
    }
}
