package dev.segue.simulator.audience;

import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Something staged for viewers, with people of its own in addition to the rest of the audience. */
public enum Story {
    /** A flight: two emitted sessions turn out to be one when a laptop is online again. */
    FLIGHT {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            return List.of(new Traveller(scenario, shelf, plan, chance));
        }
    },
    /**
     * A Monday morning on which New Zealanders leave the weekly playlist sooner than on earlier Mondays, which are
     * staged too, before the rest of the audience begins. Nobody comes when the audience ends before that Monday.
     */
    MONDAY {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            List<Participant> commuters = new ArrayList<>();
            if (StagedMonday.in(scenario).isEmpty()) {
                return commuters;
            }
            for (int number = 1; number <= Commuter.HOW_MANY; number++) {
                commuters.add(new Commuter(number, scenario, shelf, plan, chance.split()));
            }
            return commuters;
        }
    },
    /** A listener whose music is calm for a while, and then lively, again and again. */
    CHANGING_MOOD {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            return List.of(new Wanderer(scenario, shelf, plan, chance));
        }
    };

    /** The people of the story. */
    abstract List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance);
}
