package dev.segue.benchmarks.peers;

import dev.segue.benchmarks.history.Habits;
import dev.segue.benchmarks.history.ListeningLog;
import dev.segue.benchmarks.pipeline.SideRun;
import java.time.Duration;

/** What is read. Every log has the listeners that make sense for the smaller size. */
enum Workload {
    IN_ORDER("in-order", "every event in order", 20),
    LATE("late", "5 % of the events up to ten minutes late", 20),
    OFFLINE(
            "offline",
            "5 % of the sessions on phones that are offline for hours, and then send all events at once; an allowed"
                    + " lateness of 24 hours",
            20),
    MIXES("mixes", "3 % of the plays are mixes, which are longer than the gap", 20),
    SHORT_SESSIONS("short-sessions", "20 plays a session", 4_000),
    LONG_SESSIONS("long-sessions", "2,000 plays a session", 4_000),
    HOT("hot", "one listener sends nearly half of all events, in sessions of 2,000 plays", 4_000),
    FEW_LISTENERS("few-listeners", "two plays a session, 10,000 listeners at two million events", 200),
    MANY_LISTENERS("many-listeners", "two plays a session, a million listeners at two million events", 2);

    private static final long SEED = 42;
    private static final int USUAL_PLAYS = 10;
    private static final double LATE_SHARE = 0.05;

    /** Together, they send about as much as the hot one. */
    private static final int LISTENERS_OF_HOT = 500;

    private final String word;
    private final String description;
    private final int eventsPerListener;

    Workload(String word, String description, int eventsPerListener) {
        this.word = word;
        this.description = description;
        this.eventsPerListener = eventsPerListener;
    }

    /** What is special about it, in words. */
    String description() {
        return description;
    }

    /** The allowed lateness of all contenders: none of the events is later. */
    Duration lateness() {
        return this == OFFLINE ? Duration.ofHours(24) : SideRun.LATENESS;
    }

    /** The same log each time. */
    ListeningLog log(long smallestSize) {
        return new ListeningLog(SEED, habits((int) Math.max(1, smallestSize / eventsPerListener)));
    }

    private Habits habits(int listeners) {
        return switch (this) {
            case IN_ORDER -> Habits.of(listeners, USUAL_PLAYS, 0);
            case LATE -> Habits.of(listeners, USUAL_PLAYS, LATE_SHARE);
            case OFFLINE -> Habits.of(listeners, USUAL_PLAYS, LATE_SHARE).offline(0.05);
            case MIXES -> Habits.of(listeners, USUAL_PLAYS, LATE_SHARE).withMixes(0.03);
            case SHORT_SESSIONS -> Habits.ofShortPlays(listeners, 20, LATE_SHARE);
            case LONG_SESSIONS -> Habits.ofShortPlays(listeners, 2_000, LATE_SHARE);
            case HOT -> Habits.of(LISTENERS_OF_HOT, USUAL_PLAYS, LATE_SHARE).withHotListener();
            case FEW_LISTENERS, MANY_LISTENERS -> Habits.of(listeners, 2, LATE_SHARE);
        };
    }

    /** Its name on the command line and in the table. */
    @Override
    public String toString() {
        return word;
    }

    static Workload of(String word) {
        for (Workload workload : values()) {
            if (workload.word.equals(word)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("there is no workload " + word);
    }
}
