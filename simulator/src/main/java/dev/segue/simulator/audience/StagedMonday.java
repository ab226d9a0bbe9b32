package dev.segue.simulator.audience;

import dev.segue.simulator.music.MusicShelf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The Monday morning that {@link Story#MONDAY} stages: when, where and on which playlist listening is not as usual.
 *
 * @param from when the first may be disappointed, in epoch milliseconds
 * @param until from when on nobody is, in epoch milliseconds
 * @param overAt when the last commuters set out, in epoch milliseconds
 */
public record StagedMonday(String country, String playlist, long from, long until, long overAt) {

    /** The one of a scenario; empty when the story is not staged, or the audience goes home before it. */
    public static Optional<StagedMonday> in(Scenario scenario) {
        LocalDate day = Commuter.firstMondayFrom(scenario.beginning());
        long from = Commuter.at(day, Commuter.EARLIEST);
        if (!scenario.stories().contains(Story.MONDAY) || scenario.end() <= from) {
            return Optional.empty();
        }
        return Optional.of(new StagedMonday(
                Commuter.COUNTRY,
                MusicShelf.WEEKLY,
                from,
                Commuter.at(day, Commuter.DISAPPOINTED_UNTIL),
                from + Commuter.MORNING_MS));
    }

    /** Whether somebody who watches until then has seen all of it. */
    public boolean isOverBy(long time) {
        return time >= overAt;
    }
}
