package dev.segue.simulator.audience;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.simulator.audience.Repertoire.Act;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.WrongClock.Fate;
import dev.segue.simulator.audience.habit.Habits;
import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** One person over the days: listens again and again, flies now and then, and finds forgotten devices. */
final class Listener implements Participant {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private static final double AWAY_FOR_ONE_MILLISECOND_OVER_THE_GAP = 0.04;
    private static final double A_SECOND_DEVICE_OFFLINE = 0.3;
    private static final double A_PAUSE_OF_THE_GAP = 0.02;

    private static final long NEVER = Long.MIN_VALUE;

    private static final double USUAL_SITTING_MS = 35.0 * MINUTE;
    private static final long SHORTEST_SITTING_MS = 2 * MINUTE;
    private static final long LONGEST_SITTING_MS = 3 * HOUR;
    private static final double USUAL_BREAK_MS = 60.0 * MINUTE;
    private static final long LATEST_REHEARSED_MS = 10 * MINUTE;

    private final Persona who;
    private final Scenario scenario;
    private final Repertoire repertoire;
    private final Plan plan;
    private final SplittableRandom chance;
    private final Habits habits;
    private final WrongClock clock;
    private final Uplink uplink;
    private int acts;
    private long lastThere = NEVER;
    private long next;

    /**
     * A listener whose first act is after the audience's beginning.
     *
     * @param plan records everything
     */
    Listener(
            Persona who,
            Scenario scenario,
            Repertoire repertoire,
            WrongClock clock,
            Plan plan,
            SplittableRandom chance) {
        this.who = who;
        this.scenario = scenario;
        this.repertoire = repertoire;
        this.clock = clock;
        this.plan = plan;
        this.chance = chance;
        this.habits = new Habits(who.timeZone(), chance);
        this.uplink = new Uplink(who.name(), clock, scenario, plan, chance);
        this.next = repertoire.isRehearsed(0)
                ? scenario.beginning() + chance.nextLong(MINUTE, LATEST_REHEARSED_MS)
                : habits.nextAfter(scenario.beginning(), MINUTE, USUAL_BREAK_MS);
    }

    @Override
    public long nextAt() {
        return next;
    }

    @Override
    public List<Upload> act() {
        if (acts == 0 && !clock.isRight()) {
            plan.occurred(Hazard.WRONG_CLOCKS);
        }
        Act act = repertoire.next(acts++, chance);
        if (act == Act.FIND_A_FORGOTTEN_DEVICE && clock.fate() == Fate.UNUSABLE) {
            // With a clock in the future, events from days ago may seem to be from today.
            act = Act.SIT_DOWN;
        }
        if (act != Act.FIND_A_FORGOTTEN_DEVICE && lastThere != NEVER) {
            planIfReceived().silence(next - lastThere);
        }
        return switch (act) {
            case SIT_DOWN -> sitDown();
            case SIT_DOWN_WITH_SOMETHING_LONG -> sitDownWithSomethingLong();
            case SIT_DOWN_AND_PAUSE_FOR_HOURS -> sitDownAndPauseForHours();
            case LISTEN_ON_TWO_DEVICES -> listenOnTwoDevices();
            case FLY -> fly();
            case FIND_A_FORGOTTEN_DEVICE -> findForgottenDevice();
        };
    }

    private List<Upload> sitDown() {
        Sitting sitting = sitting(who.anyDevice(chance), next, planIfReceived());
        sitting.listen(aWhile());
        if (scenario.has(Hazard.LONG_PAUSES) && chance.nextDouble() < A_PAUSE_OF_THE_GAP) {
            sitting.playWithAPauseOfTheGap().listen(aWhile());
        }
        return soon(sitting);
    }

    private List<Upload> sitDownWithSomethingLong() {
        Sitting sitting = sitting(who.anyDevice(chance), next, planIfReceived());
        sitting.listen(aWhile()).playSomethingLong().listen(aWhile());
        occurred(Hazard.LONG_PLAYS);
        return soon(sitting);
    }

    private List<Upload> sitDownAndPauseForHours() {
        Sitting sitting = sitting(who.anyDevice(chance), next, planIfReceived());
        sitting.listen(aWhile()).playWithAPauseOfHours().listen(aWhile());
        occurred(Hazard.LONG_PAUSES);
        return soon(sitting);
    }

    /** Half of a family listens in the kitchen, the other half on a laptop that may be offline. */
    private List<Upload> listenOnTwoDevices() {
        Sitting kitchen = sitting(who.pocketDevice(), next, planIfReceived()).on(who.pocketDevice(), false);
        kitchen.listen(aWhile());
        long meanwhile = chance.nextLong(next + 1, kitchen.endedAt() + 1);
        boolean offline = chance.nextDouble() < A_SECOND_DEVICE_OFFLINE;
        Sitting elsewhere = sitting(who.laptop(), meanwhile, planIfReceived()).on(who.laptop(), offline);
        elsewhere.listen(aWhile());
        Draft together = kitchen.drafts().get(0);
        together.alongside(elsewhere.drafts().get(0));
        occurred(Hazard.TWO_DEVICES);
        planned(List.of(together));
        next = nextVisit(together.endedAt());
        if (!offline) {
            return uplink.soon(inOrder(kitchen.events(), elsewhere.events()));
        }
        List<Upload> uploads = new ArrayList<>(uplink.soon(kitchen.events()));
        long connected = together.endedAt() + chance.nextLong(MINUTE, 3 * HOUR);
        uploads.addAll(uplink.together(elsewhere.events(), connected, Kind.ORIGINAL));
        return uploads;
    }

    /**
     * Listens on the phone at the airport, on an offline laptop on board, and on the phone in the taxi. The laptop
     * reports at home, after all that. Its events may join all of them into one sitting.
     */
    private List<Upload> fly() {
        Sitting journey = sitting(who.pocketDevice(), next, planIfReceived()).on(who.pocketDevice(), false);
        journey.listen(aWhile());
        int atTheAirport = journey.events().size();
        onward(journey);
        journey.on(who.laptop(), true).listen(chance.nextLong(HOUR, 3 * HOUR));
        int aboard = journey.events().size();
        onward(journey);
        journey.on(who.pocketDevice(), false).listen(aWhile());
        long home = journey.endedAt() + chance.nextLong(10 * MINUTE, 3 * HOUR);
        occurred(Hazard.FLIGHTS);
        planned(journey.drafts());
        next = nextVisit(Math.max(home, journey.endedAt()));
        List<PlaybackEvent> events = journey.events();
        List<Upload> uploads = new ArrayList<>(uplink.soon(events.subList(0, atTheAirport)));
        uploads.addAll(uplink.soon(events.subList(aboard, events.size())));
        uploads.addAll(uplink.together(events.subList(atTheAirport, aboard), home, Kind.ORIGINAL));
        return uploads;
    }

    /** Continues in the same sitting or in another one; the break is often as close to the gap as possible. */
    private void onward(Sitting journey) {
        switch (chance.nextInt(6)) {
            case 0 -> journey.rest(Plan.GAP_MS);
            case 1 -> journey.leave(Plan.GAP_MS + 1);
            case 2, 3 -> journey.rest(chance.nextLong(MINUTE, Plan.GAP_MS));
            default -> journey.leave(chance.nextLong(Plan.GAP_MS + 1, 40 * MINUTE));
        }
    }

    /** A device that was in a drawer for days reports its events: too late to be accepted. */
    private List<Upload> findForgottenDevice() {
        long then = next - chance.nextLong(40 * HOUR, 200 * HOUR);
        Sitting forgotten = sitting(who.pocketDevice(), then, new Plan(sitting -> {}));
        forgotten.on(who.pocketDevice(), true).listen(aWhile());
        List<Upload> uploads = uplink.together(forgotten.events(), next, Kind.DAYS_OLD);
        next = nextVisit(next);
        return uploads;
    }

    private List<Upload> soon(Sitting sitting) {
        planned(sitting.drafts());
        next = nextVisit(sitting.endedAt());
        return uplink.soon(sitting.events());
    }

    private Sitting sitting(Device device, long start, Plan learnsOfSilence) {
        return new Sitting(who, who.name() + "-" + acts + "-" + start, device, start, learnsOfSilence, chance);
    }

    private long aWhile() {
        return Math.min(LONGEST_SITTING_MS, SHORTEST_SITTING_MS + habits.exponential(USUAL_SITTING_MS));
    }

    private long nextVisit(long notBefore) {
        if (chance.nextDouble() < AWAY_FOR_ONE_MILLISECOND_OVER_THE_GAP) {
            return notBefore + Plan.GAP_MS + 1;
        }
        return habits.nextAfter(notBefore, Plan.GAP_MS + 1, USUAL_BREAK_MS);
    }

    private void planned(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (clock.fate() == Fate.RECEIVED) {
                plan.sitting(draft.planned(0, clock));
            }
            lastThere = draft.endedAt();
        }
    }

    private void occurred(Hazard hazard) {
        planIfReceived().occurred(hazard);
    }

    /** The plan excludes what cannot be accepted. */
    private Plan planIfReceived() {
        return clock.fate() == Fate.RECEIVED ? plan : new Plan(sitting -> {});
    }

    private static List<PlaybackEvent> inOrder(List<PlaybackEvent> some, List<PlaybackEvent> others) {
        List<PlaybackEvent> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingLong(PlaybackEvent::occurredAt));
        return all;
    }
}
