package dev.segue.simulator.audience;

import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.music.Playlist;
import dev.segue.simulator.music.Song;
import dev.segue.simulator.plan.Plan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Listens to calm music for a while, then to lively music, and starts again after some hours. */
public final class Wanderer implements Participant {

    /** The listener's name; also the user id. */
    public static final String NAME = "milo";

    private static final long MINUTE = 60_000;
    private static final long FIRST_AFTER_MS = 30 * MINUTE;
    private static final long EVERY_MS = 4 * 60 * MINUTE;
    private static final int SONGS_OF_EACH = 10;

    private final Persona who;
    private final Plan plan;
    private final SplittableRandom chance;
    private final Uplink uplink;
    private final Playlist calm;
    private final Playlist lively;
    private long next;
    private int evenings;

    Wanderer(Scenario scenario, MusicShelf shelf, Plan plan, SplittableRandom chance) {
        this.calm = playlist("Candlelight", song -> song.energy() < 0.35 && song.valence() > 0.5, shelf);
        this.lively = playlist("Confetti", song -> song.energy() > 0.65 && song.valence() > 0.5, shelf);
        this.who = Persona.named(NAME, "GB", "Europe/London", List.of(calm, lively));
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
        Sitting evening = new Sitting(who, NAME + "-" + ++evenings, who.pocketDevice(), next, plan, chance);
        evening.play(calm, SONGS_OF_EACH).play(lively, SONGS_OF_EACH);
        evening.drafts().forEach(draft -> plan.sitting(draft.planned(0, WrongClock.NONE)));
        next = Math.max(next + EVERY_MS, evening.endedAt() + Plan.GAP_MS + 1);
        return uplink.soon(evening.events());
    }

    private static Playlist playlist(String name, Predicate<Song> fits, MusicShelf shelf) {
        return new Playlist(name, false, shelf.songs().stream().filter(fits).toList());
    }
}
