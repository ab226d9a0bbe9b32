package dev.segue.domain.kpi;

import dev.segue.domain.listening.Skips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a session adds to which rows. A session counts wholly where and when it began, a run where its session began
 * and when it began itself.
 */
final class Contributions {

    private final CountedSession session;
    private final Map<KpiKey, Sum> sums = new LinkedHashMap<>();

    private Contributions(CountedSession session) {
        this.session = session;
    }

    /** What {@code session} adds, by row; nothing for null. */
    static Map<KpiKey, Contribution> of(CountedSession session) {
        Map<KpiKey, Contribution> found = new LinkedHashMap<>();
        if (session != null) {
            Contributions contributions = new Contributions(session);
            contributions.addSession();
            session.runs().forEach(contributions::addRun);
            contributions.sums.forEach((key, sum) -> found.put(key, sum.contribution(session.open())));
        }
        return found;
    }

    private void addSession() {
        for (Sum sum : sumsOf(Subject.ALL, LocalTime.at(session.startedAt(), session.offsetSeconds()))) {
            sum.counted = true;
            sum.add(session.listenedMs(), session.plays(), session.countedPlays(), session.skips());
            sum.longestRun = session.longestRun();
        }
    }

    private void addRun(CountedRun run) {
        LocalTime start = LocalTime.at(run.startedAt(), run.offsetSeconds());
        if (run.kind() == Subject.Kind.PLAYLIST) {
            sumsOf(Subject.ALL, start).forEach(sum -> sum.addRun(run));
        }
        addRun(run, run.subject(), start);
        if (run.subject().edition() != null) {
            addRun(run, run.subject().withoutEdition(), start);
        }
    }

    private void addRun(CountedRun run, Subject subject, LocalTime start) {
        for (Sum sum : sumsOf(subject, start)) {
            sum.counted = true;
            sum.add(run.listenedMs(), run.songs(), run.countedPlays(), run.skips());
            sum.addRun(run);
            sum.longestRun = Math.max(sum.longestRun, run.songs());
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

    /** What the session adds to one row, as far as it has been added up. */
    private static final class Sum {
        private boolean counted;
        private long listenedMs;
        private int plays;
        private int countedPlays;
        private Skips skips = Skips.NONE;
        private int songsInRuns;
        private int abandonedRuns;
        private int longestRun;
        private final List<Integer> songsOfRuns = new ArrayList<>();

        void add(long moreListenedMs, int morePlays, int moreCounted, Skips moreSkips) {
            listenedMs += moreListenedMs;
            plays += morePlays;
            countedPlays += moreCounted;
            skips = new Skips(
                    skips.quick() + moreSkips.quick(),
                    skips.early() + moreSkips.early(),
                    skips.late() + moreSkips.late());
        }

        void addRun(CountedRun run) {
            songsInRuns += run.songs();
            abandonedRuns += run.abandoned() ? 1 : 0;
            songsOfRuns.add(Buckets.upTo(run.songs()));
        }

        Contribution contribution(boolean open) {
            return new Contribution(
                    counted,
                    counted && open,
                    listenedMs,
                    plays,
                    countedPlays,
                    skips,
                    songsOfRuns.size(),
                    songsInRuns,
                    abandonedRuns,
                    songsOfRuns,
                    Buckets.upTo(longestRun));
        }
    }
}
