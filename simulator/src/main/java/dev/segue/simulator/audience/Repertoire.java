package dev.segue.simulator.audience;

import dev.segue.simulator.plan.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The acts of one listener. The first acts of an audience are fixed, so that even a small one includes every hazard;
 * later ones are random.
 */
final class Repertoire {

    private static final int REHEARSALS_OF_EACH = 3;

    /** Something that listeners do. */
    enum Act {
        SIT_DOWN(null, 0),
        SIT_DOWN_WITH_SOMETHING_LONG(Hazard.LONG_PLAYS, 0.03),
        SIT_DOWN_AND_PAUSE_FOR_HOURS(Hazard.LONG_PAUSES, 0.03),
        LISTEN_ON_TWO_DEVICES(Hazard.TWO_DEVICES, 0.05),
        FLY(Hazard.FLIGHTS, 0.04),
        FIND_A_FORGOTTEN_DEVICE(Hazard.BEYOND_ALLOWED_LATENESS, 0.004);

        private final Hazard hazard;
        private final double share;

        Act(Hazard hazard, double share) {
            this.hazard = hazard;
            this.share = share;
        }
    }

    private final List<Act> acts = new ArrayList<>();
    private final int number;
    private final int listeners;

    /**
     * The repertoire of one listener.
     *
     * @param number of the listener in the audience, from 0
     */
    Repertoire(Scenario scenario, int number) {
        this.number = number;
        this.listeners = scenario.listeners();
        for (Act act : Act.values()) {
            if (act.hazard != null && scenario.has(act.hazard)) {
                acts.add(act);
            }
        }
    }

    /** Whether this act of the listener, numbered from 0, is fixed. */
    boolean isRehearsed(int turn) {
        return place(turn) < (long) REHEARSALS_OF_EACH * acts.size();
    }

    /** The listener's act in this turn, from 0. */
    Act next(int turn, SplittableRandom chance) {
        if (isRehearsed(turn)) {
            return acts.get((int) (place(turn) % acts.size()));
        }
        double fate = chance.nextDouble();
        for (Act act : acts) {
            fate -= act.share;
            if (fate < 0) {
                return act;
            }
        }
        return Act.SIT_DOWN;
    }

    private long place(int turn) {
        return number + (long) turn * listeners;
    }
}
