package dev.segue.adapters.web.kept;

/**
 * Songs and skips by the minute in which they ended, over the last day. Two witnesses tell of them: signals, at once, and
 * sessions, later and for good. A minute has had as many songs as the one who saw more of them.
 */
final class Minutes {

    static final int KEPT = 24 * 60;

    private static final long MINUTE_MS = 60_000;

    private static final int TOLD = 0;
    private static final int TOLD_SKIPS = 1;
    private static final int HEARD = 2;
    private static final int HEARD_SKIPS = 3;

    private final int[][] counts = new int[4][KEPT];
    private long newest = Long.MIN_VALUE;

    /** Songs that a session has, or has no more. */
    void told(long endedAt, int songs, int skips) {
        add(endedAt, TOLD, songs, TOLD_SKIPS, skips);
    }

    /** Songs that came to be known by a signal. */
    void heard(long at, int songs, int skips) {
        add(at, HEARD, songs, HEARD_SKIPS, skips);
    }

    int songs(long minute) {
        return most(minute, TOLD, HEARD);
    }

    int skips(long minute) {
        return most(minute, TOLD_SKIPS, HEARD_SKIPS);
    }

    static long minuteOf(long time) {
        return Math.floorDiv(time, MINUTE_MS);
    }

    private int most(long minute, int told, int heard) {
        int at = (int) Math.floorMod(minute, (long) KEPT);
        return isKept(minute) ? Math.max(counts[told][at], counts[heard][at]) : 0;
    }

    private boolean isKept(long minute) {
        return minute <= newest && minute > newest - KEPT;
    }

    private void add(long time, int songsOf, int songs, int skipsOf, int skips) {
        long minute = minuteOf(time);
        advance(minute);
        if (isKept(minute)) {
            int at = (int) Math.floorMod(minute, (long) KEPT);
            counts[songsOf][at] += songs;
            counts[skipsOf][at] += skips;
        }
    }

    private void advance(long minute) {
        if (minute <= newest) {
            return;
        }
        for (long empty = Math.max(newest + 1, minute - KEPT + 1); empty <= minute; empty++) {
            int at = (int) Math.floorMod(empty, (long) KEPT);
            for (int[] of : counts) {
                of[at] = 0;
            }
        }
        newest = minute;
    }
}
