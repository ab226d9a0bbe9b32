package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Skips;
import java.util.List;

/**
 * What one session adds to one row.
 *
 * @param counted whether the session, and its listener, count here; of all listening only where the session began
 * @param open whether it counts here and is still running
 * @param runs how many of its runs began here
 * @param songsOfRuns the bucket of each of these runs, by their start
 * @param longestRun the bucket of its longest run; 0 when none counts here
 */
public record Contribution(
        boolean counted,
        boolean open,
        long listenedMs,
        int plays,
        int countedPlays,
        Skips skips,
        int runs,
        int songsInRuns,
        int abandonedRuns,
        List<Integer> songsOfRuns,
        int longestRun) {

    public Contribution {
        requireNonNull(skips, "skips");
        songsOfRuns = List.copyOf(songsOfRuns);
    }

    /** How many sessions and runs it counts: what decides the main time zone. */
    int weight() {
        return runs + (counted ? 1 : 0);
    }
}
