package dev.segue.simulator.audience;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Flies again and again, and never stops listening: on the phone at the airport, on an offline laptop on board, on the
 * phone in the taxi. The laptop reports at home, and turns two sessions into one.
 */
final class Traveller implements Participant {

    /** The listener's name; also the user id. */
    static final String NAME = "amelia";

    private static final long MINUTE = 60_000;
    private static final long FIRST_AFTER_MS = 20 * MINUTE;
    private static final long AT_THE_AIRPORT_MS = 15 * MINUTE;
    private static final long ABOARD_MS = 90 * MINUTE;
    private static final long IN_THE_TAXI_MS = 15 * MINUTE;
    private static final long BETWEEN_MS = 8 * MINUTE;
    private static final long UNTIL_HOME_MS = 30 * MINUTE;
    private static final long EVERY_MS = 8 * 60 * MINUTE;

    private final Persona who;
    private final Plan plan;
    private final SplittableRandom chance;
    private final Uplink uplink;
    private long next;
    private int flights;

    Traveller(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
        this.who = Persona.named(NAME, "SE", "Europe/Stockholm", List.of(shelf.weekly()));
        this.plan = plan;
        this.chance = chance;
        this.uplink = new Uplink(NAME, WrongClock.NONE, scenario, plan, chance);
        this.next = scenario.beginning() + FIRST_AFTER_MS;
    }

    @Override
    public long nextAt() {
        return next;
    }

    @Override
    public List<Upload> act() {
        Sitting journey = new Sitting(who, NAME + "-flight-" + ++flights, who.pocketDevice(), next, plan, chance);
        journey.on(who.pocketDevice(), false).listen(AT_THE_AIRPORT_MS);
        int atTheAirport = journey.events().size();
        journey.rest(BETWEEN_MS).on(who.laptop(), true).listen(ABOARD_MS);
        int aboard = journey.events().size();
        journey.rest(BETWEEN_MS).on(who.pocketDevice(), false).listen(IN_THE_TAXI_MS);
        journey.drafts().forEach(draft -> plan.sitting(draft.planned(0, WrongClock.NONE)));
        long home = journey.endedAt() + UNTIL_HOME_MS;
        next = Math.max(next + EVERY_MS, home + Plan.GAP_MS + 1);
        List<PlaybackEvent> events = journey.events();
        List<Upload> uploads = new ArrayList<>(uplink.soon(events.subList(0, atTheAirport)));
        uploads.addAll(uplink.soon(events.subList(aboard, events.size())));
        uploads.addAll(uplink.together(events.subList(atTheAirport, aboard), home, Kind.ORIGINAL));
        return uploads;
    }
}
