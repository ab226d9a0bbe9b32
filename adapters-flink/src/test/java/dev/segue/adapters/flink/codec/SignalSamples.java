package dev.segue.adapters.flink.codec;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.signal.Beginning;
import dev.segue.domain.signal.RecentEvent;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.now.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples of signals and their state, with all fields and with as few as possible. */
final class SignalSamples {

    private SignalSamples() {}

    /** All samples by name, in the order of the golden file. */
    static Map<String, Object> all(Play play) {
        Map<String, Object> samples = new LinkedHashMap<>();
        samples.put("recent listening", recent(play));
        samples.put("recent listening empty", new RecentListening());
        samples.put("signal", signal(true));
        samples.put("signal minimal", signal(false));
        return samples;
    }

    private static RecentListening recent(Play play) {
        PlayContext album = new PlayContext(PlayContext.Type.ALBUM, "album", null);
        return new RecentListening(
                List.of(
                        new RecentEvent.Played(1, 2, play),
                        new RecentEvent.Started(3, 4, "phone", "song", album),
                        new RecentEvent.Started(5, 6, "", null, null),
                        new RecentEvent.Searched(7, 8, "search", "laptop"),
                        new RecentEvent.AdPlayed(9, 10),
                        new RecentEvent.Present(11, 12, 13)),
                new Beginning(1, 2, 3, 4, new Skips(5, 6, 7), 8),
                9,
                10,
                11);
    }

    private static Signal signal(boolean full) {
        PlayContext weekly = new PlayContext(PlayContext.Type.PLAYLIST, "weekly", "w1");
        return new Signal(
                "anna",
                1,
                new Signal.Trigger("event", Signal.Cause.TRACK_SKIPPED, full),
                2,
                new Signal.SessionSoFar(3, 4, 5, new Skips(6, 7, 8), 9),
                full ? new Signal.CurrentRun(weekly, 10, 11) : null,
                12,
                new Mood(Mood.Quadrant.CALM, 700, 200, 900),
                full ? new Signal.Heading(600, 100) : null,
                full
                        ? List.of(
                                new Signal.NextSong("song", 1_000, List.of()),
                                new Signal.NextSong(
                                        "another",
                                        7,
                                        List.of(new Signal.Factor("near", 14), new Signal.Factor("other", 500))))
                        : List.of(),
                full ? List.of(new Signal.LeftOut("not this", 990, List.of(new Signal.Factor("other", 0)))) : List.of(),
                new Signal.AdJudgement(Signal.AdJudgement.Verdict.HOLD, "policy", "A reason."),
                "1-ab");
    }
}
