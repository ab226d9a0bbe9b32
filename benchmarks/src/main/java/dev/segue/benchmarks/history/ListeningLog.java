package dev.segue.benchmarks.history;

import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The plays of many listeners, in order of arrival; endless, and deterministic for a seed. A session ends with a break
 * of at least half an hour, so that every definition of a session by a gap of 15 minutes finds the same ones, unless
 * there are mixes in it: these are longer than the gap.
 */
public final class ListeningLog implements Iterator<PlaybackEvent> {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** 6 January 2025, midnight UTC. */
    private static final long BEGIN = 1_736_121_600_000L;

    /** In a session, unless habits say otherwise, and from one playlist in a long one. */
    private static final int PLAYS = 10;

    private static final long LONGEST_MIX = 90 * MINUTE;
    private static final long LONGEST_HOT_PLAY = 4 * SECOND;
    private static final int HOT_PLAYS = 2_000;
    private static final long LONGEST_PAUSE = 5 * SECOND;
    private static final long SHORTEST_BREAK = 30 * MINUTE;
    private static final long MEAN_FURTHER_BREAK = 6 * HOUR;
    private static final long LATEST = 10 * MINUTE;
    private static final long SHORTEST_OFFLINE = HOUR;
    private static final long LONGEST_OFFLINE = 8 * HOUR;

    private final SplittableRandom random;
    private final Habits habits;
    private final Plays plays;
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long sequence;
    private long sessions;

    /**
     * A log from its beginning; a session has ten plays on average.
     *
     * @param seed seed of the log
     * @param listeners number of listeners
     * @param lateShare 0 to 1: the share of events that arrive up to ten minutes late
     */
    public ListeningLog(long seed, int listeners, double lateShare) {
        this(seed, Habits.of(listeners, PLAYS, lateShare));
    }

    /** A log from its beginning. */
    public ListeningLog(long seed, Habits habits) {
        this.random = new SplittableRandom(seed);
        this.habits = habits;
        this.plays = new Plays(random.split());
        for (int i = 0; i < habits.listeners(); i++) {
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
            long delivery = Math.max(event.occurredAt(), listener.offlineUntil);
            listener.playOn(event.occurredAt());
            boolean late = random.nextDouble() < habits.lateShare();
            if (!late && delivery == event.occurredAt()) {
                return event;
            }
            steps.add(new Step(delivery + (late ? random.nextLong(LATEST) : 0), sequence++, event, null));
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
        private final boolean hot;
        private int device;
        private PlayContext context;
        private int played;
        private long offlineUntil;

        Listener(int number) {
            this.number = number;
            this.hot = habits.oneIsHot() && number == 0;
        }

        void sitDownAt(long start) {
            device = plays.someDevice();
            context = plays.someContext();
            played = 0;
            if (habits.offlineShare() > 0 && random.nextDouble() < habits.offlineShare()) {
                offlineUntil = start + random.nextLong(SHORTEST_OFFLINE, LONGEST_OFFLINE);
            }
            play(start);
        }

        void playOn(long ended) {
            sessions += played == 0 ? 1 : 0;
            played++;
            if (isLast()) {
                double further = hot ? 0 : -Math.log(1 - random.nextDouble()) * MEAN_FURTHER_BREAK;
                sitDownAt(ended + SHORTEST_BREAK + (long) further);
            } else {
                if ((hot || habits.exactly()) && played % PLAYS == 0) {
                    context = plays.someContext();
                }
                play(ended + random.nextLong(LONGEST_PAUSE));
            }
        }

        private boolean isLast() {
            if (hot) {
                return played == HOT_PLAYS;
            }
            return habits.exactly() ? played == habits.plays() : random.nextDouble() < 1.0 / habits.plays();
        }

        private void play(long start) {
            boolean mix = habits.mixShare() > 0 && random.nextDouble() < habits.mixShare();
            long longest = hot
                    ? LONGEST_HOT_PLAY
                    : mix ? LONGEST_MIX : habits.longestPlay().toMillis();
            PlaybackEvent event = plays.startingAt(start, longest, number, device, context);
            steps.add(new Step(event.occurredAt(), sequence++, event, this));
        }
    }
}
