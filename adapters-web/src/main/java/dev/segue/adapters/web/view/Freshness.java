package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory.PartReport;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether what a job writes is current, by its own reports: the one rule of what the page calls behind.
 *
 * @param job its name
 * @param clock the event time up to which it has come, in epoch milliseconds: that of its slowest part; null when it has
 *     not said any
 * @param behindMs how far that is behind the job that has come furthest, in milliseconds of event time; null with
 *     {@code clock}
 * @param lagMs how old the newest of its input was when it was read, in milliseconds: the worst of its parts; null when it
 *     is not known, or says nothing, as there is nothing new to read
 * @param reportedAt when it reported last, in epoch milliseconds; null when it never did
 */
public record Freshness(String job, State state, Long clock, Long behindMs, Long lagMs, Long reportedAt) {

    /**
     * Of input this old when it is read, one says that the job is behind. A job reads within a second; while it starts
     * again after a failure, or a checkpoint is slow, it may take some ten seconds.
     */
    public static final long MOST_LAG_MS = 60_000;

    /**
     * A job whose clock is this far behind that of another is behind, however new its input is: what it reads was written
     * late. Jobs that read one another are some minutes apart, as sessions and KPI rows are told every ten minutes. Where
     * event time runs at its usual pace, a lag of a minute is seen first; this is for recordings and time lapses.
     */
    public static final long MOST_BEHIND_MS = 2 * 3_600_000L;

    /** A job reports with every checkpoint, usually every ten seconds: this is a dozen of them. */
    public static final long LONGEST_SILENCE_MS = 120_000;

    /** A job with longer checkpoints is silent when it left out so many. */
    private static final int MOST_LEFT_OUT = 3;

    /** However seldom a job reports, one that was silent for longer is silent: checkpoints this far apart are no use. */
    private static final long MOST_PATIENCE_MS = 30 * 60_000;

    /** A job that has read nothing for this long has read all there is; how old that was when it was read says nothing. */
    private static final long QUIET_MS = 60_000;

    /** How it is, the better first. */
    public enum State {
        /** It reads what is written as it is written. */
        CURRENT,
        /** It has read all of a bounded input, and ended. */
        ENDED,
        /** It never reported. */
        UNKNOWN,
        /** What it tells is old, and will be followed by more. */
        BEHIND,
        /** It has not reported for so long that it may not run any more. */
        SILENT
    }

    /** Whether what it tells may be old. */
    boolean isHeldUp() {
        return state == State.BEHIND || state == State.SILENT;
    }

    /**
     * By the reports of a job.
     *
     * @param parts the newest report of each part; empty when it never reported
     * @param furthest the event time up to which the job has come that has come furthest; {@link Clocks#NOT_STARTED} when
     *     none has said any
     * @param now in epoch milliseconds
     */
    static Freshness of(String job, List<PartReport> parts, long furthest, long now) {
        PartReport newest =
                parts.stream().max(Comparator.comparingLong(PartReport::at)).orElse(null);
        if (newest == null) {
            return new Freshness(job, State.UNKNOWN, null, null, null, null);
        }
        long silence = longestSilence(newest);
        List<PartReport> running = parts.stream()
                .filter(part -> part.at() >= newest.at() - silence)
                .toList();
        Long clock = StatusView.timeOrNull(clock(parts));
        Long behind = clock == null ? null : Long.valueOf(Math.max(0, furthest - clock));
        long worst = worst(running, Freshness::lag);
        Long lag = worst < 0 ? null : Long.valueOf(worst);
        State state = state(running, behind, lag, now - newest.at() > silence);
        return new Freshness(job, state, clock, behind, lag, newest.at());
    }

    /** The event time up to which a job has come, that of its slowest part; {@link Clocks#NOT_STARTED} when it said none. */
    static long clock(List<PartReport> parts) {
        long newest = worst(parts, PartReport::at);
        return parts.stream()
                .filter(part -> part.at() >= newest - longestSilence(part))
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
        boolean isBehind = (lag != null && lag > MOST_LAG_MS) || (behind != null && behind > MOST_BEHIND_MS);
        return isBehind ? State.BEHIND : State.CURRENT;
    }

    /**
     * Parts that have been silent for longer than this are no more: the job had more of them once. A pause between two
     * reports may have been an outage, so it is not taken for the rhythm of a job beyond {@link #MOST_PATIENCE_MS}.
     */
    private static long longestSilence(PartReport of) {
        return of.before() == null
                ? LONGEST_SILENCE_MS
                : Math.max(LONGEST_SILENCE_MS, Math.min(MOST_PATIENCE_MS, MOST_LEFT_OUT * (of.at() - of.before())));
    }

    private static long lag(PartReport part) {
        return part.at() - part.readAt() >= QUIET_MS ? -1 : part.health().lagMs();
    }

    private static long worst(List<PartReport> parts, ToLongFunction<PartReport> of) {
        return parts.stream().mapToLong(of).max().orElse(-1);
    }
}
