package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import java.time.LocalDate;
import java.util.List;

/** The simulated weeks: first those in which detectors learn the baseline, then those in which they are watched. */
final class Weeks {

    /** Number of watched weeks without incidents. */
    static final int QUIET = 9;

    /** Number of watched weeks with an incident, which begins in the first of them. */
    private static final int STAGED = 3;

    private static final int TEACHING = 6;

    /**
     * A Monday. Clocks are set back six weeks later in Europe, and seven weeks later in North America; nowhere before.
     */
    private static final LocalDate BEGINNING = LocalDate.parse("2026-09-14");

    private Weeks() {}

    /** The Monday of the first watched week. */
    static LocalDate firstWatched() {
        return BEGINNING.plusWeeks(TEACHING);
    }

    /** The start of that week in a crowd's time zone, in epoch milliseconds. */
    static long watchedFrom(Crowd crowd) {
        return firstWatched().atStartOfDay(crowd.country().zone()).toInstant().toEpochMilli();
    }

    /** A crowd's listening without incidents. */
    static List<Hour> quiet(Crowd crowd) {
        return crowd.over(BEGINNING, TEACHING + QUIET, Disturbance.NONE);
    }

    /** A crowd's listening with an incident. */
    static List<Hour> with(Crowd crowd, Disturbance staged) {
        return crowd.over(BEGINNING, TEACHING + STAGED, staged);
    }
}
