package dev.segue.simulator.audience;

import java.util.SplittableRandom;

/**
 * The error of the clocks of one listener's devices, and what becomes of their events.
 *
 * @param errorMs positive when they are fast
 * @param reportsSentAt whether clients say when they sent an event, which reveals to a server how wrong their clock is
 * @param fate what must become of what they report
 */
record WrongClock(long errorMs, boolean reportsSentAt, Fate fate) {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** A correct clock. */
    static final WrongClock NONE = new WrongClock(0, true, Fate.RECEIVED);

    private static final long TOLERATED_MS = 5 * MINUTE;

    /** What becomes of events with the times of this clock. */
    enum Fate {
        /** Their times are usable, or can be corrected. */
        RECEIVED,
        /** They seem to come from the future. */
        UNUSABLE,
        /** They seem to be days old. */
        DAYS_OLD
    }

    /** The kinds of error. */
    private enum Kind {
        BY_SECONDS,
        BY_MINUTES,
        BY_DAYS,
        BY_HOURS_AND_SILENT,
        BY_DAYS_AND_SILENT,
        FROM_THE_FUTURE_AND_SILENT
    }

    /** The number of kinds of error. */
    static final int KINDS = Kind.values().length;

    /** A clock with this kind of error, from 0. */
    static WrongClock ofKind(int kind, SplittableRandom chance) {
        boolean fast = chance.nextBoolean();
        return switch (Kind.values()[kind]) {
            case BY_SECONDS -> reporting(either(fast, chance.nextLong(SECOND, TOLERATED_MS - 10 * SECOND)));
            case BY_MINUTES -> reporting(either(fast, MINUTE * chance.nextLong(6, 120)) + someSeconds(chance));
            case BY_DAYS ->
                reporting(either(fast, MINUTE * chance.nextLong(24 * 60, 9 * 24 * 60)) + someSeconds(chance));
            case BY_HOURS_AND_SILENT -> new WrongClock(-chance.nextLong(10 * MINUTE, 4 * HOUR), false, Fate.RECEIVED);
            case BY_DAYS_AND_SILENT -> new WrongClock(-chance.nextLong(48 * HOUR, 200 * HOUR), false, Fate.DAYS_OLD);
            case FROM_THE_FUTURE_AND_SILENT ->
                new WrongClock(chance.nextLong(48 * HOUR, 200 * HOUR), false, Fate.UNUSABLE);
        };
    }

    boolean isRight() {
        return errorMs == 0;
    }

    /**
     * The error that remains after correction. Small errors are tolerated. Of larger ones, if the client reveals them,
     * a server corrects the whole minutes.
     */
    long unknowableMs() {
        return reportsSentAt && Math.abs(errorMs) > TOLERATED_MS ? errorMs - wholeMinutes() * MINUTE : errorMs;
    }

    private long wholeMinutes() {
        return Math.round((double) errorMs / MINUTE);
    }

    private static WrongClock reporting(long errorMs) {
        return new WrongClock(errorMs, true, Fate.RECEIVED);
    }

    private static long either(boolean fast, long errorMs) {
        return fast ? errorMs : -errorMs;
    }

    /** Few enough seconds that rounding to the minute is unambiguous, whatever the network delay. */
    private static long someSeconds(SplittableRandom chance) {
        return chance.nextLong(-20 * SECOND, 20 * SECOND);
    }
}
