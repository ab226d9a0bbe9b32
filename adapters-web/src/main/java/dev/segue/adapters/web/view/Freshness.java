package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory.PartReport;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether the output of a job is current, by its own reports: the only rule for what the page calls behind.
 *
 * @param job its name
 * @param clock its event time, in epoch milliseconds: that of its slowest part; null if it has not reported any
 * @param behindMs how far that is behind the most advanced job, in milliseconds of event time; null if {@code clock} is
 * @param lagMs how old its newest input was when it was read, in milliseconds: the worst of its parts; null if it is
 *     unknown, or meaningless because there is nothing new to read
 * @param reportedAt when it last reported, in epoch milliseconds; null if it never has
 */
public record Freshness(String job, State state, Long clock, Long behindMs, Long lagMs, Long reportedAt) {

    /**
     * A job whose clock is this far behind that of another is behind, however new its input is: its input was written
     * late. Jobs in a chain are some minutes apart, as sessions and KPI rows are emitted every ten minutes. If event
     * time runs at wall-clock pace, the lag of a minute shows first; this is for recordings and time lapses.
     */
    public static final long MOST_BEHIND_MS = 2 * 3_600_000L;

    /** From best to worst. */
    public enum State {
        /** It reads its input as it is written. */
        CURRENT,
        /** It has read all of a bounded input and ended. */
        ENDED,
        /** It has never reported. */
        UNKNOWN,
        /** Its output is old, and more will follow. */
        BEHIND,
        /** It has not reported for so long that it may no longer run. */
        SILENT
    }

    /** Whether its output may be old. */
    boolean isHeldUp() {
        return state == State.BEHIND || state == State.SILENT;
    }

    /**
     * Judges a job by its reports.
     *
     * @param parts the newest report of each part; empty if it has never reported
     * @param furthest the event time of the most advanced job; {@link Clocks#NOT_STARTED} if none has reported any
     * @param now in epoch milliseconds
     */
    static Freshness of(String job, List<PartReport> parts, long furthest, long now) {
        PartReport newest =
                parts.stream().max(Comparator.comparingLong(PartReport::at)).orElse(null);
        if (newest == null) {
            return new Freshness(job, State.UNKNOWN, null, null, null, null);
        }
        long silence = newest.longestSilenceMs();
        List<PartReport> running = parts.stream()
                .filter(part -> part.at() >= newest.at() - silence)
                .toList();
        Long clock = StatusView.timeOrNull(clock(parts));
        Long behind = clock == null ? null : Long.valueOf(Math.max(0, furthest - clock));
        long worst = worst(running, PartReport::lagMs);
        Long lag = worst < 0 ? null : Long.valueOf(worst);
        State state = state(running, behind, lag, now - newest.at() > silence);
        return new Freshness(job, state, clock, behind, lag, newest.at());
    }

    /** The event time of a job, that of its slowest part; {@link Clocks#NOT_STARTED} if it has reported none. */
    static long clock(List<PartReport> parts) {
        long newest = worst(parts, PartReport::at);
        return parts.stream()
                // Parts that have been silent for longer no longer exist: the job was scaled down.
                .filter(part -> part.at() >= newest - part.longestSilenceMs())
                .mapToLong(part -> part.health().acceptanceClock())
                .filter(clock -> clock != Clocks.NOT_STARTED)
                .min()
                .orElse(Clocks.NOT_STARTED);
    }

    private static State state(List<PartReport> running, Long behind, Long lag, boolean isSilent) {
        if (running.stream().allMatch(part -> part.health().checkpoint() == Health.AT_END)) {
            return State.ENDED;
        }
        if (isSilent) {
            return State.SILENT;
        }
        boolean isBehind = (lag != null && lag > PartReport.MOST_LAG_MS) || (behind != null && behind > MOST_BEHIND_MS);
        return isBehind ? State.BEHIND : State.CURRENT;
    }

    private static long worst(List<PartReport> parts, ToLongFunction<PartReport> of) {
        return parts.stream().mapToLong(of).max().orElse(-1);
    }
}
