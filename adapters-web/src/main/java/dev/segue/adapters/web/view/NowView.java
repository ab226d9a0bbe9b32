package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import java.util.List;

/**
 * The current audience.
 *
 * @param clock the current event time, in epoch milliseconds; null before any is known
 * @param firstMinute of {@code songs} and {@code skips}, in minutes since the epoch
 * @param fromSignals whether songs are counted from signals, at once; otherwise only from sessions, minutes later
 * @param moodSide cells on each side of the mood map
 * @param moods listeners by cell: row by row from the lowest energy, in each from the lowest valence
 */
public record NowView(
        Long clock,
        long listening,
        long openSessions,
        long firstMinute,
        List<Integer> songs,
        List<Integer> skips,
        boolean fromSignals,
        int moodSide,
        List<Integer> moods) {

    private static final int MINUTES = 180;

    static NowView of(Memory memory) {
        Memory.Audience audience = memory.audience(MINUTES);
        return new NowView(
                StatusView.timeOrNull(audience.clock()),
                audience.listening(),
                audience.openSessions(),
                audience.firstMinute(),
                audience.songs(),
                audience.skips(),
                audience.fromSignals(),
                Memory.moodFields(),
                audience.moods());
    }
}
