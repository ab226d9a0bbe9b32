package dev.segue.benchmarks.incidents;

import java.time.LocalDate;
import java.util.List;

/** The weeks that are simulated: those in which detectors learn what is usual, and then those in which they are watched. */
final class Weeks {

    /** Watched without incidents. */
    static final int QUIET = 9;

    /** Watched where an incident is staged in the first of them. */
    private static final int STAGED = 3;

    private static final int TEACHING = 6;

    /** A Monday: six weeks later clocks are set back in Europe, seven weeks later in North America; before, they go on. */
    private static final LocalDate BEGINNING = LocalDate.parse("2026-09-14");

    private Weeks() {}

    /** The Monday of the first week in which detectors are watched. */
    static LocalDate firstWatched() {
        return BEGINNING.plusWeeks(TEACHING);
    }

    /** When that begins where a crowd lives, in epoch milliseconds. */
    static long watchedFrom(Crowd crowd) {
        return firstWatched().atStartOfDay(crowd.country().zone()).toInstant().toEpochMilli();
    }

    /** What a crowd does when nothing is unusual. */
    static List<Hour> quiet(Crowd crowd) {
        return crowd.over(BEGINNING, TEACHING + QUIET, Disturbance.NONE);
    }

    /** What a crowd does with an incident. */
    static List<Hour> with(Crowd crowd, Disturbance staged) {
        return crowd.over(BEGINNING, TEACHING + STAGED, staged);
    }
}
