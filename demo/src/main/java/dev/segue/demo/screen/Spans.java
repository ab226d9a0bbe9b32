package dev.segue.demo.screen;

/** Durations in words. */
final class Spans {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** In the two largest units that fit, such as {@code 1 h 12 min}; never negative. */
    static String inWords(long ms) {
        long length = Math.max(0, ms);
        if (length >= DAY) {
            return two(length, DAY, "d", HOUR, "h");
        }
        if (length >= HOUR) {
            return two(length, HOUR, "h", MINUTE, "min");
        }
        if (length >= MINUTE) {
            return two(length, MINUTE, "min", SECOND, "s");
        }
        return length / SECOND + " s";
    }

    /** In whole minutes, hours from one hour on, such as {@code 42 min}. */
    static String inMinutes(long ms) {
        return ms >= HOUR ? inWords(ms) : Math.round((double) ms / MINUTE) + " min";
    }

    /** As on a stopwatch, such as {@code 1:05}. */
    static String onAStopwatch(long ms) {
        long seconds = Math.max(0, ms) / SECOND;
        return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
    }

    private static String two(long length, long large, String largeName, long small, String smallName) {
        long rest = length % large / small;
        return length / large + " " + largeName + (rest == 0 ? "" : " " + rest + " " + smallName);
    }
}
