package dev.segue.simulator.audience;

import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import dev.segue.simulator.plan.PlannedSession;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Many listeners at once: everything that their clients report, in the order of arrival, and the plan behind it. */
public final class Audience {

    private static final int LISTENERS_A_BOT = 250;

    /** The first listener with a wrong clock; each of them has a different kind of error. */
    private static final int FIRST_WRONG_CLOCK = 5;

    private static final double A_WRONG_CLOCK = 0.04;

    private record InTurn(long order, Upload upload) {}

    private final PriorityQueue<Participant> atRest =
            new PriorityQueue<>(Comparator.comparingLong(Participant::nextAt));
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
        for (int number = 0; number < scenario.listeners(); number++) {
            SplittableRandom own = chance.split();
            Persona who = Persona.invented(number, shelf, own);
            WrongClock clock = clock(number, own);
            atRest.add(new Listener(who, scenario, new Repertoire(scenario, number), clock, plan, own));
        }
        int bots = scenario.has(Hazard.BOTS) ? 1 + scenario.listeners() / LISTENERS_A_BOT : 0;
        for (int number = 0; number < bots; number++) {
            SplittableRandom own = chance.split();
            atRest.add(new Bot(Persona.bot(number, own), scenario, plan, own));
        }
        for (Story story : new TreeSet<>(scenario.stories())) {
            atRest.addAll(story.cast(scenario, shelf, plan, chance.split()));
        }
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
            Participant next = atRest.remove();
            if (next.nextAt() >= scenario.end()) {
                next.end();
                continue;
            }
            for (Upload upload : next.act()) {
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
