package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.signal.now.Signal;
import java.util.List;

/**
 * A signal before the newest.
 *
 * @param asOf in epoch milliseconds
 * @param correction whether what happened was before {@code asOf}, and corrected what was known
 * @param nextSongs the best, best first
 */
public record PastSignalView(
        long sequence,
        long asOf,
        Signal.Cause cause,
        boolean correction,
        Mood mood,
        List<TrackView> nextSongs,
        Signal.AdJudgement.Verdict ad) {

    private static final int MOST_SONGS = 3;

    static PastSignalView of(Memory memory, Signal signal) {
        return new PastSignalView(
                signal.sequence(),
                signal.asOf(),
                signal.trigger().cause(),
                signal.trigger().correction(),
                signal.mood(),
                signal.nextSongs().stream()
                        .limit(MOST_SONGS)
                        .map(song -> TrackView.of(memory, song.trackId()))
                        .toList(),
                signal.ad().verdict());
    }
}
