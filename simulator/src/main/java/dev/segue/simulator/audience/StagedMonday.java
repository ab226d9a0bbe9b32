package dev.segue.simulator.audience;

import dev.segue.simulator.music.MusicShelf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The Monday morning that {@link Story#MONDAY} stages: when, where and in which playlist listening leaves its expected
 * range.
 *
 * @param from when the first listener may be disappointed, in epoch milliseconds
 * @param until from when on none is, in epoch milliseconds
 * @param overAt when the last commuters set out, in epoch milliseconds
 */
public record StagedMonday(String country, String playlist, long from, long until, long overAt) {

    /** The staged Monday of a scenario; empty without that story, or when the audience ends before it. */
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

    /** Whether all of it is over by then. */
    public boolean isOverBy(long time) {
        return time >= overAt;
    }
}
