package dev.segue.simulator.audience;

import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.music.Playlist;
import dev.segue.simulator.plan.Plan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plays a few songs of some playlist in Auckland on Monday mornings, and then many of the weekly one, starting some
 * weeks before the rest of the audience, with clients that report little until then. On the first Monday that all
 * take part in, early commuters leave the weekly playlist after a few songs and play many of the other: as many songs
 * as ever and no more skips, so only the weekly playlist leaves its expected range. The other playlists are too many
 * for any one of them to be conspicuous.
 */
final class Commuter implements Participant {

    /** The number of commuters: enough for dozens of sessions in each hour. */
    static final int HOW_MANY = 320;

    /** The number of Mondays before the rest of the audience begins. */
    static final int WEEKS_BEFORE = 5;

    static final String COUNTRY = "NZ";

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    static final LocalTime EARLIEST = LocalTime.of(7, 0);
    static final LocalTime DISAPPOINTED_UNTIL = LocalTime.of(9, 0);
    static final long MORNING_MS = 4 * 3_600_000L;
    private static final int FEWEST_MANY = 9;
    private static final int MOST_MANY = 15;
    private static final int FEWEST_FEW = 2;
    private static final int MOST_FEW = 5;

    private final Persona who;
    private final Plan plan;
    private final SplittableRandom chance;
    private final Uplink uplink;
    private final Playlist weekly;
    private final Playlist other;
    private final LocalDate disappointing;
    private LocalDate monday;
    private long next;

    Commuter(int number, Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
        String name = "commuter-" + number;
        this.weekly = shelf.weekly();
        this.other = shelf.playlists().get(number % (shelf.playlists().size() - 1));
        this.who = Persona.named(name, COUNTRY, AUCKLAND.getId(), List.of(weekly, other));
        this.plan = plan;
        this.chance = chance;
        this.uplink = new Uplink(name, WrongClock.NONE, scenario, plan, chance);
        this.disappointing = firstMondayFrom(scenario.beginning());
        this.monday = disappointing.minusWeeks(WEEKS_BEFORE);
        this.next = some(monday);
    }

    @Override
    public long nextAt() {
        return next;
    }

    @Override
    public List<Upload> act() {
        Persona reporting = monday.isBefore(disappointing) ? who.quiet() : who;
        Sitting morning = new Sitting(reporting, who.name() + "-" + monday, who.pocketDevice(), next, plan, chance);
        int many = chance.nextInt(FEWEST_MANY, MOST_MANY + 1);
        int few = chance.nextInt(FEWEST_FEW, MOST_FEW + 1);
        if (isDisappointed()) {
            morning.play(weekly, few).play(other, many);
        } else {
            morning.play(other, few).play(weekly, many);
        }
        morning.drafts().forEach(draft -> plan.sitting(draft.planned(0, WrongClock.NONE)));
        monday = monday.plusWeeks(1);
        next = some(monday);
        return uplink.soon(morning.events());
    }

    private boolean isDisappointed() {
        LocalTime now = Instant.ofEpochMilli(next).atZone(AUCKLAND).toLocalTime();
        return monday.equals(disappointing) && now.isBefore(DISAPPOINTED_UNTIL);
    }

    private long some(LocalDate day) {
        return at(day, EARLIEST) + chance.nextLong(MORNING_MS);
    }

    /** A local time there, in epoch milliseconds. */
    static long at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(AUCKLAND).toInstant().toEpochMilli();
    }

    /** The first Monday whose whole morning is after {@code time}. */
    static LocalDate firstMondayFrom(long time) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(AUCKLAND);
        LocalDate day =
                local.toLocalTime().isAfter(EARLIEST) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
