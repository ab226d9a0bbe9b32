package dev.segue.benchmarks.history;

import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The plays of many listeners, in order of arrival; endless, and deterministic for a seed. A session has ten plays on
 * average and ends with a break of at least half an hour, so that every definition of a session by a gap of 15 minutes
 * finds the same ones.
 */
public final class ListeningLog implements Iterator<PlaybackEvent> {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** 6 January 2025, midnight UTC. */
    private static final long BEGIN = 1_736_121_600_000L;

    private static final double LAST_PLAY_SHARE = 0.1;
    private static final long LONGEST_PLAY = 5 * MINUTE;
    private static final long LONGEST_PAUSE = 5 * SECOND;
    private static final long SHORTEST_BREAK = 30 * MINUTE;
    private static final long MEAN_FURTHER_BREAK = 6 * HOUR;
    private static final long LATEST = 10 * MINUTE;

    private final SplittableRandom random;
    private final double lateShare;
    private final Plays plays;
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long sequence;
    private long sessions;

    /**
     * A log from its beginning.
     *
     * @param seed seed of the log
     * @param listeners number of listeners
     * @param lateShare 0 to 1: the share of events that arrive up to ten minutes late
     */
    public ListeningLog(long seed, int listeners, double lateShare) {
        this.random = new SplittableRandom(seed);
        this.lateShare = lateShare;
        this.plays = new Plays(random.split());
        for (int i = 0; i < listeners; i++) {
            Listener listener = new Listener(i);
            listener.sitDownAt(BEGIN + random.nextLong(MEAN_FURTHER_BREAK));
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public PlaybackEvent next() {
        while (true) {
            Step step = steps.remove();
            PlaybackEvent event = step.event;
            Listener listener = step.listener;
            if (listener == null) {
                return event;
            }
            listener.playOn(event.occurredAt());
            if (random.nextDouble() >= lateShare) {
                return event;
            }
            steps.add(new Step(event.occurredAt() + random.nextLong(LATEST), sequence++, event, null));
        }
    }

    /** Number of sessions started by the events so far. */
    public long sessions() {
        return sessions;
    }

    /**
     * A step of the simulation.
     *
     * @param listener who continues after it; null for the arrival of a delayed event
     */
    private record Step(long at, long sequence, PlaybackEvent event, Listener listener) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final class Listener {
        private final int number;
        private int device;
        private PlayContext context;
        private boolean begins;

        Listener(int number) {
            this.number = number;
        }

        void sitDownAt(long start) {
            device = plays.someDevice();
            context = plays.someContext();
            begins = true;
            play(start);
        }

        void playOn(long ended) {
            sessions += begins ? 1 : 0;
            begins = false;
            if (random.nextDouble() < LAST_PLAY_SHARE) {
                double further = -Math.log(1 - random.nextDouble()) * MEAN_FURTHER_BREAK;
                sitDownAt(ended + SHORTEST_BREAK + (long) further);
            } else {
                play(ended + random.nextLong(LONGEST_PAUSE));
            }
        }

        private void play(long start) {
            PlaybackEvent event = plays.startingAt(start, LONGEST_PLAY, number, device, context);
            steps.add(new Step(event.occurredAt(), sequence++, event, this));
        }
    }
}
