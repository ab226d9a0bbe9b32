package dev.segue.domain.kpi;

import dev.segue.domain.listening.Skips;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of one KPI row, apart from its tallies. Mutable, because every session changes a row. */
public final class RowTotals {

    static final long NEVER = Long.MIN_VALUE;

    int listeners;
    int sessions;
    int openSessions;
    long listenedMs;
    int plays;
    int countedPlays;
    Skips skips = Skips.NONE;
    int runs;
    int songsInRuns;
    int abandonedRuns;
    final SortedMap<Integer, Integer> songsPerRun = new TreeMap<>();
    final SortedMap<Integer, Integer> longestRun = new TreeMap<>();
    long endsAt;
    long settledAfter = NEVER;
    long settlingMs;
    long passedAt = NEVER;
    boolean emittedAsOver;

    /** The totals of a row in which nothing has been counted. */
    public RowTotals() {}

    /**
     * What was kept.
     *
     * @param shown the row that these totals gave when they were kept
     * @param settledAfter {@link #settledAfter()}
     * @param settlingMs {@link #settlingMs()}
     * @param passedAt {@link #passedAt()}
     */
    public RowTotals(Kept shown, long settledAfter, long settlingMs, long passedAt) {
        listeners = shown.listeners();
        sessions = shown.sessions();
        openSessions = shown.openSessions();
        listenedMs = shown.listenedMs();
        plays = shown.plays();
        countedPlays = shown.countedPlays();
        skips = shown.skips();
        runs = shown.runs();
        songsInRuns = shown.songsInRuns();
        abandonedRuns = shown.abandonedRuns();
        songsPerRun.putAll(shown.songsPerRun().counts());
        longestRun.putAll(shown.longestRun().counts());
        endsAt = shown.endsAt();
        emittedAsOver = shown.emittedAsOver();
        this.settledAfter = settledAfter;
        this.settlingMs = settlingMs;
        this.passedAt = passedAt;
    }

    /**
     * The numbers, to be kept.
     *
     * @param endsAt when the slot ends in the last zone that counts in it
     * @param emittedAsOver whether the world has been told that the slot is over
     */
    public record Kept(
            int listeners,
            int sessions,
            int openSessions,
            long listenedMs,
            int plays,
            int countedPlays,
            Skips skips,
            int runs,
            int songsInRuns,
            int abandonedRuns,
            Distribution songsPerRun,
            Distribution longestRun,
            long endsAt,
            boolean emittedAsOver) {}

    /** The numbers as they are now. */
    public Kept kept() {
        return new Kept(
                listeners,
                sessions,
                openSessions,
                listenedMs,
                plays,
                countedPlays,
                skips,
                runs,
                songsInRuns,
                abandonedRuns,
                new Distribution(songsPerRun),
                new Distribution(longestRun),
                endsAt,
                emittedAsOver);
    }

    /** The latest time, on the acceptance clock, until which any session that ever counted here could change. */
    public long settledAfter() {
        return settledAfter;
    }

    /** The longest that any session that ever counted here could change after its end. */
    public long settlingMs() {
        return settlingMs;
    }

    /** The time at which the acceptance clock was first seen past all of that; {@link Long#MIN_VALUE} before. */
    public long passedAt() {
        return passedAt;
    }

    void add(Contribution more, int sign) {
        sessions += more.counted() ? sign : 0;
        openSessions += more.open() ? sign : 0;
        listenedMs += sign * more.listenedMs();
        plays += sign * more.plays();
        countedPlays += sign * more.countedPlays();
        skips = new Skips(
                skips.quick() + sign * more.skips().quick(),
                skips.early() + sign * more.skips().early(),
                skips.late() + sign * more.skips().late());
        runs += sign * more.runs();
        songsInRuns += sign * more.songsInRuns();
        abandonedRuns += sign * more.abandonedRuns();
        more.songsOfRuns().forEach(songs -> count(songsPerRun, songs, sign));
        if (more.longestRun() > 0) {
            count(longestRun, more.longestRun(), sign);
        }
    }

    private static void count(SortedMap<Integer, Integer> buckets, int upTo, int sign) {
        buckets.merge(upTo, sign, (before, one) -> before + one == 0 ? null : before + one);
    }
}
