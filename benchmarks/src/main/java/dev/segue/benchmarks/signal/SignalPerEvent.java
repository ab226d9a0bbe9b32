package dev.segue.benchmarks.signal;

import dev.segue.adapters.kafka.catalogue.MoodMap;
import dev.segue.benchmarks.history.InventedCatalogue;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.SignalRule;
import dev.segue.domain.signal.SignalRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one core takes from an event to its signal, by catalogue size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SignalPerEvent {

    private static final int LISTENERS = 500;
    private static final int PLAYS = 15;
    private static final int EVENTS = LISTENERS * PLAYS * 2;

    private static final long SEED = 7;
    private static final long BEGIN = 1_736_121_600_000L;
    private static final long LONGEST_MS = 300_000;
    private static final long EARLY_MS = 20_000;
    private static final double SKIPPED = 0.35;

    @Param({"1000", "1000000"})
    public int tracks;

    private final MoodMap songs = new MoodMap();
    private final List<List<PlaybackEvent>> sessions = new ArrayList<>();

    /** Creates the catalogue and the events in advance, so that only the rule is measured. */
    @Setup
    public void listen() {
        new InventedCatalogue(tracks).fill(songs);
        System.out.printf("# %,d tracks: %d bytes each%n", tracks, songs.bytes() / tracks);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int listener = 0; listener < LISTENERS; listener++) {
            sessions.add(session("u" + listener, random));
        }
    }

    /** A session of each listener: starts and ends of fifteen plays, each of which produces a signal. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long acceptAndEmit() {
        SignalRule rule = new SignalRule(SignalRules.DEFAULT, songs);
        long suggested = 0;
        for (List<PlaybackEvent> session : sessions) {
            RecentListening memory = new RecentListening();
            for (PlaybackEvent event : session) {
                suggested += rule.accept(event, memory, Clocks.NOT_STARTED)
                        .signal()
                        .nextSongs()
                        .size();
            }
        }
        return suggested;
    }

    private List<PlaybackEvent> session(String listener, SplittableRandom random) {
        PlayContext context = new PlayContext(PlayContext.Type.PLAYLIST, "p" + random.nextInt(100), null);
        List<PlaybackEvent> events = new ArrayList<>();
        long at = BEGIN + random.nextLong(LONGEST_MS);
        for (int play = 0; play < PLAYS; play++) {
            String track = InventedCatalogue.idOf(random.nextInt(tracks));
            boolean skipped = random.nextDouble() < SKIPPED;
            long length = skipped ? random.nextLong(EARLY_MS) : random.nextLong(LONGEST_MS / 2, LONGEST_MS);
            events.add(event(listener, "s" + play, at, track, new TrackStarted(null, track, null, context)));
            EndReason reason = skipped ? EndReason.FORWARD : EndReason.COMPLETED;
            TrackEnded ended = new TrackEnded(null, track, Content.TRACK, at, length, reason, null, context, false);
            events.add(event(listener, "e" + play, at + length, track, ended));
            at += length;
        }
        return events;
    }

    private PlaybackEvent event(String listener, String id, long at, String track, Detail detail) {
        return new PlaybackEvent(
                listener,
                id,
                new Device("phone", Device.Type.PHONE),
                at,
                null,
                null,
                0,
                "SE",
                "Europe/Stockholm",
                false,
                detail,
                songs.factsOf(track));
    }
}
