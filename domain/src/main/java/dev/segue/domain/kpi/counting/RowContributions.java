package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one session adds to which rows. A session counts wholly where and when it began, a run where its session began and
 * when it began itself.
 */
final class RowContributions {

    private final CountedSession session;
    private final Map<KpiKey, Sum> sums = new LinkedHashMap<>();

    private RowContributions(CountedSession session) {
        this.session = session;
    }

    /** What {@code session} adds, by row; nothing for null. */
    static Map<KpiKey, KpiNumbers> of(CountedSession session) {
        Map<KpiKey, KpiNumbers> found = new LinkedHashMap<>();
        if (session != null) {
            RowContributions contributions = new RowContributions(session);
            contributions.addSession();
            session.runs().forEach(contributions::addRun);
            contributions.sums.forEach((key, sum) -> found.put(key, sum.total(session.open())));
        }
        return found;
    }

    private void addSession() {
        KpiNumbers listening =
                listening(session.listenedMs(), session.plays(), session.countedPlays(), session.skips());
        for (Sum sum : sumsOf(Subject.ALL, LocalTime.at(session.startedAt(), session.offsetSeconds()))) {
            sum.add(listening);
            sum.countSession(session.longestRun());
        }
    }

    private void addRun(CountedRun run) {
        LocalTime start = LocalTime.at(run.startedAt(), run.offsetSeconds());
        if (run.kind() == Subject.Kind.PLAYLIST) {
            KpiNumbers one = run(run);
            sumsOf(Subject.ALL, start).forEach(sum -> sum.add(one));
        }
        addRun(run, run.subject(), start);
        if (run.subject().edition() != null) {
            addRun(run, run.subject().withoutEdition(), start);
        }
    }

    private void addRun(CountedRun run, Subject subject, LocalTime start) {
        KpiNumbers all = run(run).plus(listening(run.listenedMs(), run.songs(), run.countedPlays(), run.skips()));
        for (Sum sum : sumsOf(subject, start)) {
            sum.add(all);
            sum.countSession(run.songs());
        }
    }

    private List<Sum> sumsOf(Subject subject, LocalTime start) {
        Place country = new Place(session.country(), null);
        return List.of(
                sumOf(subject, new Place(session.country(), session.timeZone()), start.hourWithOffset()),
                sumOf(subject, country, start.hour()),
                sumOf(subject, country, start.day()),
                sumOf(subject, country, start.week()),
                sumOf(subject, Place.WORLD, start.day()),
                sumOf(subject, Place.WORLD, start.week()));
    }

    private Sum sumOf(Subject subject, Place place, KpiWindow window) {
        return sums.computeIfAbsent(new KpiKey(subject, place, window), key -> new Sum());
    }

    /** One session, without what was listened to. */
    private static KpiNumbers session(boolean open, int longestRun) {
        Distribution longest = longestRun == 0 ? Distribution.EMPTY : Distribution.of(longestRun);
        return new KpiNumbers(1, open ? 1 : 0, 0, 0, 0, Skips.NONE, 0, 0, 0, Distribution.EMPTY, longest);
    }

    private static KpiNumbers listening(long listenedMs, int plays, int countedPlays, Skips skips) {
        return new KpiNumbers(
                0, 0, listenedMs, plays, countedPlays, skips, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY);
    }

    /** One run, without what was listened to. */
    private static KpiNumbers run(CountedRun run) {
        Distribution songs = Distribution.of(run.songs());
        return new KpiNumbers(
                0, 0, 0, 0, 0, Skips.NONE, 1, run.songs(), run.abandoned() ? 1 : 0, songs, Distribution.EMPTY);
    }

    /** What the session adds to one row, as far as it has been added up. It counts once, however many runs it has. */
    private static final class Sum {
        private KpiNumbers numbers = KpiNumbers.NONE;
        private boolean countsSession;
        private int longestRun;

        void add(KpiNumbers more) {
            numbers = numbers.plus(more);
        }

        void countSession(int songsOfRun) {
            countsSession = true;
            longestRun = Math.max(longestRun, songsOfRun);
        }

        KpiNumbers total(boolean open) {
            return countsSession ? numbers.plus(session(open, longestRun)) : numbers;
        }
    }
}
