package dev.segue.demo;

import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import dev.segue.simulator.plan.PlannedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What an audience is going to do, from beginning to end: the plan, known before anything is sent.
 *
 * @param sessions every session that must result
 * @param plan what happens on the way
 */
record Script(Scenario scenario, List<PlannedSession> sessions, Plan plan) {

    private static final long FEWEST_SESSIONS = 50;
    private static final double LEAST_SHARE_OF_EXACT_BREAKS = 0.01;

    Script {
        sessions = List.copyOf(sessions);
    }

    /** Runs a finite audience through all its acts without sending anything. */
    static Script of(Scenario scenario) {
        List<PlannedSession> sessions = new ArrayList<>();
        Audience rehearsing = Audience.of(scenario, sessions::add);
        while (rehearsing.next().isPresent()) {
            // The uploads are not needed yet.
        }
        return new Script(scenario, sessions, rehearsing.plan());
    }

    /** The reasons why the demo would prove too little; empty when there are none. */
    List<String> shortcomings() {
        List<String> reasons = new ArrayList<>();
        long watched = sessions.stream()
                .filter(session -> session.startedAt() >= scenario.beginning())
                .count();
        if (watched < FEWEST_SESSIONS) {
            reasons.add("there would be only " + watched + " sessions, fewer than the " + FEWEST_SESSIONS + " needed");
        }
        for (Hazard hazard : new TreeSet<>(scenario.hazards())) {
            if (!plan.times().containsKey(hazard)) {
                reasons.add("there would be no " + hazard.inWords());
            }
        }
        if (exactBreaks() < LEAST_SHARE_OF_EXACT_BREAKS * plan.breaks()) {
            reasons.add("of " + plan.breaks() + " breaks, only " + exactBreaks()
                    + " would be exactly as long as the gap, or a millisecond longer");
        }
        return reasons;
    }

    /** The number of breaks exactly as long as the session gap, or one millisecond longer. */
    long exactBreaks() {
        return plan.breaksOfExactlyTheGap() + plan.breaksOneMillisecondOverTheGap();
    }
}
