package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.signal.now.Signal;
import java.util.List;

/**
 * A signal, with the titles of its songs.
 *
 * @param asOf in epoch milliseconds
 * @param cause what happened
 * @param correction whether it happened before {@code asOf}, and corrected what was known
 * @param run null if there is none
 * @param heading null when unknown
 * @param nextSongs best first
 * @param leftOut what policies kept out of them, those first that would fit best without these policies
 */
public record SignalView(
        long sequence,
        long asOf,
        Signal.Cause cause,
        boolean correction,
        Signal.SessionSoFar session,
        Signal.CurrentRun run,
        int skipStreak,
        Mood mood,
        Signal.Heading heading,
        List<NextSong> nextSongs,
        List<LeftOut> leftOut,
        Signal.AdJudgement ad) {

    /**
     * A suggested song.
     *
     * @param fit in thousandths
     * @param factors the policies that lowered its fit
     */
    public record NextSong(TrackView track, int fit, List<Signal.Factor> factors) {}

    /**
     * A song that policies kept out.
     *
     * @param fitOtherwise without these policies, in thousandths
     */
    public record LeftOut(TrackView track, int fitOtherwise, List<Signal.Factor> factors) {}

    static SignalView of(Memory memory, Signal signal) {
        return new SignalView(
                signal.sequence(),
                signal.asOf(),
                signal.trigger().cause(),
                signal.trigger().correction(),
                signal.session(),
                signal.run(),
                signal.skipStreak(),
                signal.mood(),
                signal.heading(),
                signal.nextSongs().stream()
                        .map(song -> new NextSong(TrackView.of(memory, song.trackId()), song.fit(), song.factors()))
                        .toList(),
                signal.leftOut().stream()
                        .map(song ->
                                new LeftOut(TrackView.of(memory, song.trackId()), song.fitOtherwise(), song.factors()))
                        .toList(),
                signal.ad());
    }
}
