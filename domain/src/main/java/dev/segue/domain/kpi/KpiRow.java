package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Skips;

/**
 * What was listened to, of one subject, in one place, in one slot.
 *
 * @param startsAt when the slot begins in the first zone that has a session or run in it
 * @param endsAt when the slot ends in the last zone that has a session or run in it
 * @param mainTimeZone the zone that most of its sessions and runs are in; of equals the first by name
 * @param listeners how many different listeners have a session, or of a playlist, album or radio a run, that began here
 * @param sessions how many sessions began here; of a playlist, album or radio, how many sessions have a run of it that
 *     began here
 * @param listenedMs listened time of these sessions, or runs
 * @param plays of these sessions, or runs
 * @param runs how many runs began here
 * @param songsInRuns plays of these runs
 * @param songsPerRun songs of these runs
 * @param longestRun songs of the longest run of each session that began here; of a playlist, album or radio, of its
 *     longest run of it that began here; sessions without a run are left out
 * @param openSessions how many of its sessions are still running
 * @param over whether the clock has passed {@code endsAt}
 * @param settled whether nothing in it can change any more
 * @param asOf the acceptance clock when this was emitted; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it
 *     knew any time
 */
public record KpiRow(
        Subject subject,
        Place place,
        KpiWindow window,
        long startsAt,
        long endsAt,
        String mainTimeZone,
        int listeners,
        int sessions,
        long listenedMs,
        int plays,
        int countedPlays,
        Skips skips,
        int runs,
        int songsInRuns,
        int abandonedRuns,
        Distribution songsPerRun,
        Distribution longestRun,
        int openSessions,
        boolean over,
        boolean settled,
        long asOf) {

    public KpiRow {
        requireNonNull(subject, "subject");
        requireNonNull(place, "place");
        requireNonNull(window, "slot");
        requireNonNull(mainTimeZone, "mainTimeZone");
        requireNonNull(skips, "skips");
        requireNonNull(songsPerRun, "songsPerRun");
        requireNonNull(longestRun, "longestRun");
    }
}
