package dev.segue.domain.history;

import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Session;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all sessions of a listener add up to.
 *
 * @param firstAt when the first session began, in epoch milliseconds
 * @param lastAt when the last session began, in epoch milliseconds
 * @param sessions how many sessions
 * @param plays all plays
 * @param countedPlays how many of them were played long enough to count
 * @param skips the skips among them
 * @param listenedMs listened time, in milliseconds: the sum of that of all sessions
 * @param times when that was
 * @param longestSessions the longest from start to end, the longest first
 * @param longestUnskipped the most songs in a row without a skip, the longest first
 * @param longestRuns the most songs from one playlist, the longest first; empty if the input names no playlists
 * @param moods the listened time, in milliseconds, of sessions in each mood; without unknown moods
 * @param years every year with a session, in order
 */
public record ListenerHistory(
        String listener,
        long firstAt,
        long lastAt,
        int sessions,
        Standing<String> plays,
        long countedPlays,
        Skips skips,
        long listenedMs,
        ListeningTimes times,
        List<Session> longestSessions,
        List<Unskipped> longestUnskipped,
        List<Run> longestRuns,
        Ranked<Work> artists,
        Ranked<Work> albums,
        Ranked<Work> tracks,
        Ranked<Device> devices,
        Map<Quadrant, Long> moods,
        List<YearOfListening> years) {

    public ListenerHistory {
        longestSessions = List.copyOf(longestSessions);
        longestUnskipped = List.copyOf(longestUnskipped);
        longestRuns = List.copyOf(longestRuns);
        years = List.copyOf(years);
        Map<Quadrant, Long> ordered = new EnumMap<>(Quadrant.class);
        ordered.putAll(moods);
        moods = Collections.unmodifiableMap(ordered);
    }
}
