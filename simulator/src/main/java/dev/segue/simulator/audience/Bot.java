package dev.segue.simulator.audience;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A machine that plays the same four minutes without end, and started the day before: at the beginning it reports all
 * plays until then. Its days have 361 plays: the last one begins exactly 24 hours after the first, the longest that a
 * session can be.
 */
final class Bot implements Participant {

    private static final long PLAY_MS = 4 * 60_000L;
    private static final int PLAYS_A_DAY = 361;
    private static final int PLAYS_BEFORE = 290;
    private static final PlayContext PLAYLIST = new PlayContext(PlayContext.Type.PLAYLIST, "Rain Sounds", null);

    private final Persona who;
    private final Device device;
    private final Plan plan;
    private final Uplink uplink;
    private final long beginning;
    private Draft day;
    private int days;
    private long plays;
    private long next;

    /** A bot that first reports at the beginning of the audience, or soon after. */
    Bot(Persona who, Scenario scenario, Plan plan, SplittableRandom chance) {
        this.who = who;
        this.device = who.pocketDevice();
        this.plan = plan;
        this.uplink = new Uplink(who.name(), WrongClock.NONE, scenario, plan, chance);
        this.day = new Draft(who);
        this.next = scenario.beginning() + chance.nextLong(PLAY_MS);
        this.beginning = next - PLAYS_BEFORE * PLAY_MS;
    }

    @Override
    public long nextAt() {
        return next;
    }

    @Override
    public List<Upload> act() {
        List<Upload> uploads;
        if (plays == 0) {
            plan.occurred(Hazard.BOTS);
            List<PlaybackEvent> before = new ArrayList<>();
            while (plays < PLAYS_BEFORE) {
                before.add(play());
            }
            uploads = uplink.together(before, next, Kind.ORIGINAL);
        } else {
            uploads = uplink.soon(List.of(play()));
        }
        next = beginning + plays * PLAY_MS;
        return uploads;
    }

    @Override
    public void end() {
        if (!day.isEmpty()) {
            plan.sitting(day.planned(days, WrongClock.NONE));
        }
    }

    private PlaybackEvent play() {
        if (plays > 0 && plays % PLAYS_A_DAY == 0) {
            plan.sitting(day.planned(days++, WrongClock.NONE));
            day = new Draft(who);
        }
        long from = beginning + plays * PLAY_MS;
        long to = from + PLAY_MS;
        day.there(from, to);
        day.reportedBy(device);
        day.played(device, from, to, PLAY_MS, false, PLAYLIST);
        String id = who.name() + "-" + from;
        plays++;
        return new PlaybackEvent(
                who.name(),
                id,
                device,
                to,
                null,
                null,
                0,
                who.country(),
                who.timeZone(),
                false,
                new Detail.TrackEnded(
                        id, "rain", Content.TRACK, from, PLAY_MS, EndReason.COMPLETED, "trackdone", PLAYLIST, false),
                TrackFacts.UNKNOWN);
    }
}
