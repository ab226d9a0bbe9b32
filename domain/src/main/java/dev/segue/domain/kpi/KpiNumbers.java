package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Session;

/**
 * The additive numbers of a KPI row, and of what one session adds to it. What was added can be taken back exactly.
 *
 * @param sessions how many sessions began here; of a playlist, album or radio, how many sessions have a run of it that
 *     began here
 * @param openSessions how many of these sessions are still running
 * @param listenedMs listened time of these sessions, or runs, in milliseconds
 * @param plays of these sessions, or runs
 * @param countedPlays those of these plays that count as listened to
 * @param skips of these sessions, or runs
 * @param runs how many runs began here
 * @param songsInRuns plays of these runs
 * @param abandonedRuns how many of these runs were abandoned
 * @param songsPerRun songs of these runs
 * @param skippedSongs skipped plays of these runs by their number in the run, up to {@link Run#MOST_NUMBERED}
 * @param longestRun songs of the longest run of each session that began here; of a playlist, album or radio, of its
 *     longest run of it that began here; sessions without a run are left out
 */
public record KpiNumbers(
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
        Distribution skippedSongs,
        Distribution longestRun) {

    public static final KpiNumbers NONE = new KpiNumbers(
            0, 0, 0, 0, 0, Skips.NONE, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY, Distribution.EMPTY);

    public KpiNumbers {
        requireNonNull(skips, "skips");
        requireNonNull(songsPerRun, "songsPerRun");
        requireNonNull(skippedSongs, "skippedSongs");
        requireNonNull(longestRun, "longestRun");
    }

    /** What a session adds to a row of all listening. */
    public static KpiNumbers of(Session session, boolean open) {
        int longest = session.longestRun();
        return new KpiNumbers(
                1,
                open ? 1 : 0,
                session.listenedMs(),
                session.plays(),
                session.countedPlays(),
                session.skips(),
                0,
                0,
                0,
                Distribution.EMPTY,
                Distribution.EMPTY,
                longest == 0 ? Distribution.EMPTY : Distribution.of(longest));
    }

    /** What a run adds to a row of its subject, without its session. */
    public static KpiNumbers of(Run run) {
        return new KpiNumbers(
                0,
                0,
                run.listenedMs(),
                run.songs(),
                run.countedPlays(),
                run.skips(),
                1,
                run.songs(),
                run.abandoned() ? 1 : 0,
                Distribution.of(run.songs()),
                Distribution.of(run.skippedSongs()),
                Distribution.EMPTY);
    }

    /** These, with one session whose longest run here has so many songs. */
    public KpiNumbers withSession(boolean open, int longestRunHere) {
        return plus(sessions(1, open ? 1 : 0, Distribution.of(longestRunHere)));
    }

    /** The runs among these, without what was listened to. */
    public KpiNumbers ofRunsOnly() {
        return new KpiNumbers(
                0,
                0,
                0,
                0,
                0,
                Skips.NONE,
                runs,
                songsInRuns,
                abandonedRuns,
                songsPerRun,
                skippedSongs,
                Distribution.EMPTY);
    }

    /** These, with so many more sessions running. */
    public KpiNumbers withOpenSessions(int open) {
        return plus(sessions(0, open, Distribution.EMPTY));
    }

    /** The same, with no session running any more. */
    public KpiNumbers ended() {
        return minus(sessions(0, openSessions, Distribution.EMPTY));
    }

    /** Sessions, without what was listened to. */
    private static KpiNumbers sessions(int all, int open, Distribution longestRun) {
        return new KpiNumbers(
                all, open, 0, 0, 0, Skips.NONE, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY, longestRun);
    }

    /** Both together. */
    public KpiNumbers plus(KpiNumbers other) {
        return with(other, 1);
    }

    /** These without the others, which must have been added before. */
    public KpiNumbers minus(KpiNumbers other) {
        return with(other, -1);
    }

    private KpiNumbers with(KpiNumbers other, int sign) {
        return new KpiNumbers(
                sessions + sign * other.sessions,
                openSessions + sign * other.openSessions,
                listenedMs + sign * other.listenedMs,
                plays + sign * other.plays,
                countedPlays + sign * other.countedPlays,
                new Skips(
                        skips.quick() + sign * other.skips.quick(),
                        skips.early() + sign * other.skips.early(),
                        skips.late() + sign * other.skips.late()),
                runs + sign * other.runs,
                songsInRuns + sign * other.songsInRuns,
                abandonedRuns + sign * other.abandonedRuns,
                songsPerRun.with(other.songsPerRun, sign),
                skippedSongs.with(other.skippedSongs, sign),
                longestRun.with(other.longestRun, sign));
    }
}
