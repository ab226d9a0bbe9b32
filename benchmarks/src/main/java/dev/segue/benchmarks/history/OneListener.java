package dev.segue.benchmarks.history;

import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The plays of one listener, session after session; deterministic for a seed. */
public final class OneListener {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long BEGIN = 1_736_121_600_000L;

    /** Short, so that 2,000 plays fit into a day, the longest session. */
    private static final long LONGEST_PLAY = 40 * SECOND;

    private static final int PLAYS_PER_CONTEXT = 10;

    private OneListener() {}

    /**
     * That many plays, in order of arrival.
     *
     * @param seed seed of the plays
     * @param plays number of plays
     * @param perSession number of plays in a session
     * @param lateShare 0 to 1: the share of events that arrive up to ten minutes late
     */
    public static List<PlaybackEvent> plays(long seed, int plays, int perSession, double lateShare) {
        SplittableRandom random = new SplittableRandom(seed);
        Plays made = new Plays(random.split());
        record Arriving(long at, PlaybackEvent event) {}
        List<Arriving> arriving = new ArrayList<>();
        long now = BEGIN;
        PlayContext context = null;
        for (int i = 0; i < plays; i++) {
            context = i % PLAYS_PER_CONTEXT == 0 ? made.someContext() : context;
            now += i > 0 && i % perSession == 0 ? 30 * MINUTE : random.nextLong(SECOND);
            PlaybackEvent event = made.startingAt(now, LONGEST_PLAY, 0, 0, context);
            now = event.occurredAt();
            long delay = random.nextDouble() < lateShare ? random.nextLong(10 * MINUTE) : 0;
            arriving.add(new Arriving(now + delay, event));
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }
}
