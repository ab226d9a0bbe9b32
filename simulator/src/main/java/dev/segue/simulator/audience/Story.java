package dev.segue.simulator.audience;

import dev.segue.simulator.music.MusicShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Something that is staged for those who watch, with people of its own beside the rest of the audience. */
public enum Story {
    /** A flight: what was told as two sessions turns out to be one when a laptop gets a network again. */
    FLIGHT {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            return List.of(new Traveller(scenario, shelf, plan, chance));
        }
    },
    /**
     * A Monday morning on which New Zealanders leave the weekly playlist sooner than on all Mondays before; these Mondays are
     * staged, too, before the rest of the audience begins.
     */
    MONDAY {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            List<Participant> commuters = new ArrayList<>();
            for (int number = 1; number <= Commuter.HOW_MANY; number++) {
                commuters.add(new Commuter(number, scenario, shelf, plan, chance.split()));
            }
            return commuters;
        }
    },
    /** A listener whose music is calm for a while, and lively after it, again and again. */
    CHANGING_MOOD {
        @Override
        List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
            return List.of(new Wanderer(scenario, shelf, plan, chance));
        }
    };

    /** Those who play it. */
    abstract List<Participant> cast(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance);
}
