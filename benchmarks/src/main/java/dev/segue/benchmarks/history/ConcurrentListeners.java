package dev.segue.benchmarks.history;

import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Many listeners who listen at the same time, without end: each ends a play every {@link #ROUND_MS}, in turn, so no session ends. A third of them begins in the first round, another in each of the next two, so that their early results
 * do not all come in the same minutes. Deterministic, and in order.
 */
public final class ConcurrentListeners implements Iterator<PlaybackEvent> {

    /** How often each listener ends a play, in milliseconds: about the length of a song. */
    public static final long ROUND_MS = 200_000;

    private static final long SEED = 5;
    private static final int ALBUMS = 4_000;
    private static final int GROUPS = 3;
    private static final long LONG_AGO_MS = Duration.ofDays(100).toMillis();

    private final int listeners;
    private final long beginning;
    private final Plays plays = new Plays(new SplittableRandom(SEED));
    private long turns;

    /**
     * Everybody, before the first play has ended.
     *
     * @param beginning when the first play ends, in epoch milliseconds
     */
    public ConcurrentListeners(int listeners, long beginning) {
        this.listeners = listeners;
        this.beginning = beginning;
    }

    /** An event of a listener from so long ago that it is late, whatever the allowed lateness: it is answered at once. */
    public PlaybackEvent lateEvent(int listener) {
        return plays.endingAt(beginning - LONG_AGO_MS, ROUND_MS, listener, 0, null);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** How many events there are until all have ended that many plays. */
    public long eventsUntil(int playsOfEach) {
        long events = (long) listeners * (playsOfEach + GROUPS - 1);
        for (int group = 1; group < GROUPS; group++) {
            // Of the later groups, as many rounds are missing as they begin later.
            events -= (long) group * ((listeners - group + GROUPS - 1) / GROUPS);
        }
        return events;
    }

    @Override
    public PlaybackEvent next() {
        while (turns / listeners < turns % listeners % GROUPS) {
            turns++;
        }
        int listener = (int) (turns % listeners);
        long end = beginning + (long) ((double) turns / listeners * ROUND_MS);
        turns++;
        PlayContext album = new PlayContext(PlayContext.Type.ALBUM, "a" + (ALBUMS + listener % ALBUMS), null);
        return plays.endingAt(end, ROUND_MS, listener, 0, album);
    }
}
