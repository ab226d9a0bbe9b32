package dev.segue.benchmarks.history;

import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Many listeners who all listen at once and without end: in turn, each ends a play, in every {@link #ROUND_MS} one. So none of
 * their sessions ends. Deterministic, and in order.
 */
public final class AllAtOnce implements Iterator<PlaybackEvent> {

    /** How often each listener ends a play, in milliseconds: about the length of a song. */
    public static final long ROUND_MS = 200_000;

    private static final long SEED = 5;
    private static final int ALBUMS = 4_000;

    private final int listeners;
    private final long beginning;
    private final Plays plays = new Plays(new SplittableRandom(SEED));
    private long events;

    /**
     * Everybody, before the first play has ended.
     *
     * @param beginning when the first play ends, in epoch milliseconds
     */
    public AllAtOnce(int listeners, long beginning) {
        this.listeners = listeners;
        this.beginning = beginning;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public PlaybackEvent next() {
        int listener = (int) (events % listeners);
        long end = beginning + (long) ((double) events / listeners * ROUND_MS);
        events++;
        PlayContext album = new PlayContext(PlayContext.Type.ALBUM, "a" + (ALBUMS + listener % ALBUMS), null);
        return plays.endingAt(end, ROUND_MS, listener, 0, album);
    }
}
