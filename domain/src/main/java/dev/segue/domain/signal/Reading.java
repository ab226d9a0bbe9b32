package dev.segue.domain.signal;

import dev.segue.domain.listening.ListenedTime;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.signal.RecentEvent.AdPlayed;
import dev.segue.domain.signal.RecentEvent.Searched;
import dev.segue.domain.signal.RecentEvent.Started;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import java.util.ArrayList;
import java.util.List;

/** Derives what is known about a listener now from the retained state. */
final class Reading {

    private final RecentListening memory;
    private final SignalRules rules;

    private Reading(RecentListening memory, SignalRules rules) {
        this.memory = memory;
        this.rules = rules;
    }

    /**
     * What is known now.
     *
     * @param memory of a listener with at least one retained event
     */
    static Now of(RecentListening memory, SignalRules rules) {
        return new Reading(memory, rules).now();
    }

    private Now now() {
        List<RecentEvent> moments = memory.moments;
        int first = firstOfSession();
        List<RecentEvent> session = moments.subList(first, moments.size());
        List<Play> plays = RecentListening.playsIn(session);
        List<Started> starts = allOf(Started.class, session);
        Mood mood = Moods.of(plays, rules.listening());
        return new Now(
                moments.get(moments.size() - 1).at(),
                soFar(session, plays),
                RunNow.in(plays, starts, searchesIn(session), rules.listening()),
                skipStreak(plays),
                mood,
                Headings.of(mood, Moods.of(plays, withHalfLife(rules.recentMoodMs()))),
                plays,
                RecentListening.playsIn(moments.subList(0, first)),
                sounding(plays, starts),
                lastAdAt());
    }

    /** Goes backwards, as long as the gap to the next activity is no longer than the session gap. */
    private int firstOfSession() {
        List<RecentEvent> moments = memory.moments;
        int first = moments.size() - 1;
        long from = moments.get(first).from();
        while (first > 0 && from - moments.get(first - 1).at() <= rules.gapMs()) {
            first--;
            from = Math.min(from, moments.get(first).from());
        }
        return first;
    }

    private SessionSoFar soFar(List<RecentEvent> session, List<Play> plays) {
        long from = Long.MAX_VALUE;
        for (RecentEvent moment : session) {
            from = Math.min(from, moment.from());
        }
        int counted = 0;
        for (Play play : plays) {
            counted += play.isCounted(rules.listening()) ? 1 : 0;
        }
        Beginning remembered = new Beginning(
                from, memory.asOf, plays.size(), counted, Skips.in(plays, rules.listening()), ListenedTime.of(plays));
        Beginning before = memory.beginning;
        boolean goesOn = before != null && from - before.until() <= rules.gapMs();
        Beginning all = goesOn ? before.plus(remembered) : remembered;
        return new SessionSoFar(all.from(), all.plays(), all.countedPlays(), all.skips(), all.listenedMs());
    }

    private static int skipStreak(List<Play> plays) {
        int streak = 0;
        while (streak < plays.size() && plays.get(plays.size() - 1 - streak).isSkip()) {
            streak++;
        }
        return streak;
    }

    private static String sounding(List<Play> plays, List<Started> starts) {
        if (starts.isEmpty()) {
            return null;
        }
        Started newest = starts.get(starts.size() - 1);
        for (Play play : plays) {
            if (play.startedAt() >= newest.at() && play.device().id().equals(newest.deviceId())) {
                return null;
            }
        }
        return newest.trackId();
    }

    private Long lastAdAt() {
        List<AdPlayed> ads = allOf(AdPlayed.class, memory.moments);
        return ads.isEmpty() ? null : Long.valueOf(ads.get(ads.size() - 1).at());
    }

    private ListeningRules withHalfLife(long ms) {
        ListeningRules usual = rules.listening();
        return new ListeningRules(
                usual.quickSkipMs(), usual.earlySkipMs(), usual.countedPlayMs(), usual.interruptionMs(), ms);
    }

    private static List<Runs.Search> searchesIn(List<RecentEvent> moments) {
        List<Runs.Search> searches = new ArrayList<>();
        for (Searched search : allOf(Searched.class, moments)) {
            searches.add(new Runs.Search(search.at(), search.eventId(), search.deviceId()));
        }
        return searches;
    }

    private static <T extends RecentEvent> List<T> allOf(Class<T> kind, List<RecentEvent> moments) {
        List<T> found = new ArrayList<>();
        for (RecentEvent moment : moments) {
            if (kind.isInstance(moment)) {
                found.add(kind.cast(moment));
            }
        }
        return found;
    }
}
