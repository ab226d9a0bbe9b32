package dev.segue.adapters.web.store;

import dev.segue.domain.kpi.WeeklyPattern;
import java.util.OptionalDouble;

/**
 * Songs and skips by the minute in which they ended, over the last day. Two sources count them: signals at once, and
 * sessions later but finally. For each minute the greater count applies. What is usual is known from sessions alone.
 */
final class Minutes {

    static final int KEPT = 24 * 60;

    private static final long MINUTE_MS = 60_000;

    private static final int FROM_SESSIONS = 0;
    private static final int SKIPS_FROM_SESSIONS = 1;
    private static final int FROM_SIGNALS = 2;
    private static final int SKIPS_FROM_SIGNALS = 3;

    private final int[][] counts = new int[4][KEPT];
    private final WeeklyPattern songsOfWeeks = new WeeklyPattern();
    private final WeeklyPattern skipsOfWeeks = new WeeklyPattern();
    private long newest = Long.MIN_VALUE;

    /** Adds songs of a session; negative numbers remove them. */
    void addSession(long endedAt, int songs, int skips) {
        add(endedAt, FROM_SESSIONS, songs, SKIPS_FROM_SESSIONS, skips);
        songsOfWeeks.add(endedAt, songs);
        skipsOfWeeks.add(endedAt, skips);
    }

    /** Adds songs known from a signal. */
    void addSignal(long at, int songs, int skips) {
        add(at, FROM_SIGNALS, songs, SKIPS_FROM_SIGNALS, skips);
    }

    int songs(long minute) {
        return most(minute, FROM_SESSIONS, FROM_SIGNALS);
    }

    int skips(long minute) {
        return most(minute, SKIPS_FROM_SESSIONS, SKIPS_FROM_SIGNALS);
    }

    /** How many songs a minute usually has at this time of the week; empty if too few weeks are known. */
    OptionalDouble usualSongs(long time) {
        return aMinute(songsOfWeeks.usualAt(time));
    }

    OptionalDouble usualSkips(long time) {
        return aMinute(skipsOfWeeks.usualAt(time));
    }

    private static OptionalDouble aMinute(OptionalDouble aSlot) {
        return aSlot.isEmpty() ? aSlot : OptionalDouble.of(aSlot.getAsDouble() * MINUTE_MS / WeeklyPattern.SLOT_MS);
    }

    static long minuteOf(long time) {
        return Math.floorDiv(time, MINUTE_MS);
    }

    private int most(long minute, int fromSession, int fromSignal) {
        int at = (int) Math.floorMod(minute, (long) KEPT);
        return isRecent(minute) ? Math.max(counts[fromSession][at], counts[fromSignal][at]) : 0;
    }

    private boolean isRecent(long minute) {
        return minute <= newest && minute > newest - KEPT;
    }

    private void add(long time, int songsOf, int songs, int skipsOf, int skips) {
        long minute = minuteOf(time);
        advance(minute);
        if (isRecent(minute)) {
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
