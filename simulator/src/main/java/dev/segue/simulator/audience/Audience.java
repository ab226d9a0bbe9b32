package dev.segue.simulator.audience;

import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import dev.segue.simulator.plan.PlannedSession;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Many listeners at once: everything that their clients report, in the order of arrival, and the plan behind it. */
public final class Audience {

    private static final int LISTENERS_A_BOT = 250;

    /** The first listener with a wrong clock; each of them has a different kind of error. */
    private static final int FIRST_WRONG_CLOCK = 5;

    private static final double A_WRONG_CLOCK = 0.04;

    private record InTurn(long order, Upload upload) {}

    /** Somebody who listens until some time, in epoch milliseconds. */
    private record Member(Participant who, long until) {
        long nextAt() {
            return who.nextAt();
        }
    }

    private final PriorityQueue<Member> atRest = new PriorityQueue<>(Comparator.comparingLong(Member::nextAt));
    private final PriorityQueue<InTurn> underway = new PriorityQueue<>(
            Comparator.<InTurn>comparingLong(turn -> turn.upload.arrivesAt()).thenComparingLong(InTurn::order));
    private final Scenario scenario;
    private final MusicShelf shelf;
    private final Plan plan;
    private final Outages outages;
    private long sent;

    private Audience(Scenario scenario, Consumer<PlannedSession> sittings) {
        SplittableRandom chance = new SplittableRandom(scenario.seed());
        this.scenario = scenario;
        this.shelf = MusicShelf.invented(chance.nextLong());
        this.plan = new Plan(sittings);
        this.outages = new Outages(scenario, plan, chance.split());
        Map<Integer, Persona> heard = new TreeMap<>();
        for (int number = 0; number < scenario.listeners(); number++) {
            SplittableRandom own = chance.split();
            Persona who = Persona.invented(number, shelf, own);
            WrongClock clock = clock(number, own);
            add(new Listener(who, scenario, new Repertoire(scenario, number), clock, plan, own));
            if (clock.fate() == WrongClock.Fate.RECEIVED) {
                heard.put(number, who);
            }
        }
        List<Persona> bots = new ArrayList<>();
        int manyBots = scenario.has(Hazard.BOTS) ? 1 + scenario.listeners() / LISTENERS_A_BOT : 0;
        for (int number = 0; number < manyBots; number++) {
            SplittableRandom own = chance.split();
            bots.add(Persona.bot(number, own));
            add(new Bot(bots.get(number), scenario, plan, own));
        }
        for (Story story : new TreeSet<>(scenario.stories())) {
            story.cast(scenario, shelf, plan, chance.split()).forEach(this::add);
        }
        for (Scenario week : scenario.weeksBefore()) {
            addPast(week, heard, bots, chance);
        }
    }

    private void add(Participant who) {
        atRest.add(new Member(who, scenario.end()));
    }

    /**
     * Adds a week of the past: everybody whose events are accepted, with clients that report little. What goes wrong
     * then does not count: it proves nothing about the audience itself.
     *
     * @param listeners by number
     */
    private void addPast(Scenario week, Map<Integer, Persona> listeners, List<Persona> bots, SplittableRandom chance) {
        Plan sittingsOnly = new Plan(plan::sitting);
        listeners.forEach((number, who) -> addPast(
                week,
                who,
                new Listener(
                        who.quiet(),
                        week,
                        new Repertoire(week, number),
                        WrongClock.NONE,
                        sittingsOnly,
                        chance.split())));
        bots.forEach(bot -> addPast(week, bot, new Bot(bot, week, sittingsOnly, chance.split())));
    }

    private void addPast(Scenario week, Persona who, Participant then) {
        long weekEnds = scenario.past().endOf(week.beginning(), ZoneId.of(who.timeZone()));
        atRest.add(new Member(then, Math.min(week.end(), weekEnds)));
    }

    /**
     * The audience of a scenario.
     *
     * @param sittings receives each session that must result, once nothing can be added to it
     */
    public static Audience of(Scenario scenario, Consumer<PlannedSession> sittings) {
        return new Audience(scenario, sittings);
    }

    /** The music they listen to. */
    public MusicShelf shelf() {
        return shelf;
    }

    /** What they have been made to do so far; complete once {@link #next} returns no more. */
    public Plan plan() {
        return plan;
    }

    /** What reaches the server next; empty when the audience has ended and everything has arrived. */
    public Optional<Upload> next() {
        while (!atRest.isEmpty()
                && (underway.isEmpty()
                        || atRest.peek().nextAt() <= underway.peek().upload().arrivesAt())) {
            Member next = atRest.remove();
            if (next.nextAt() >= next.until()) {
                next.who().end();
                continue;
            }
            for (Upload upload : next.who().act()) {
                underway.add(new InTurn(sent++, outages.delayed(upload)));
            }
            atRest.add(next);
        }
        return underway.isEmpty()
                ? Optional.empty()
                : Optional.of(underway.remove().upload());
    }

    private WrongClock clock(int number, SplittableRandom chance) {
        int rehearsed = number - FIRST_WRONG_CLOCK;
        boolean isRehearsed = rehearsed >= 0 && rehearsed < WrongClock.KINDS;
        int kind = isRehearsed ? rehearsed : chance.nextInt(WrongClock.KINDS);
        boolean wrong = isRehearsed || chance.nextDouble() < A_WRONG_CLOCK;
        WrongClock clock = WrongClock.ofKind(kind, chance);
        boolean allowed = scenario.has(Hazard.WRONG_CLOCKS)
                && (clock.fate() != WrongClock.Fate.DAYS_OLD || scenario.has(Hazard.BEYOND_ALLOWED_LATENESS));
        return wrong && allowed ? clock : WrongClock.NONE;
    }
}
