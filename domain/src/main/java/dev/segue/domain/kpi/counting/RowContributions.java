package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one session adds to which rows. A session counts wholly where and when it began, a run where its session began and
 * when it began itself. Devices are told apart by the day: a session counts under the type of its first one, a run under its
 * own.
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
        LocalTime start = LocalTime.at(session.startedAt(), session.offsetSeconds());
        sumsOf(Subject.ALL, session.deviceType(), start).forEach(sum -> sum.add(session.numbers()));
    }

    private void addRun(CountedRun run) {
        LocalTime start = LocalTime.at(run.startedAt(), run.offsetSeconds());
        if (run.kind() == Subject.Kind.PLAYLIST) {
            KpiNumbers runOnly = run.numbers().ofRunsOnly();
            sumsOf(Subject.ALL, run.deviceType(), start).forEach(sum -> sum.add(runOnly));
        }
        addRun(run, run.subject(), start);
        if (run.subject().edition() != null) {
            addRun(run, run.subject().withoutEdition(), start);
        }
    }

    private void addRun(CountedRun run, Subject subject, LocalTime start) {
        for (Sum sum : sumsOf(subject, run.deviceType(), start)) {
            sum.add(run.numbers());
            sum.countSession(run.songs());
        }
    }

    private List<Sum> sumsOf(Subject subject, Device.Type deviceType, LocalTime start) {
        Place country = new Place(session.country(), null);
        return List.of(
                sumOf(subject, new Place(session.country(), session.timeZone()), start.hourWithOffset()),
                sumOf(subject, country, start.hour()),
                sumOf(subject, country, start.day()),
                sumOf(subject, new Place(session.country(), null, deviceType), start.day()),
                sumOf(subject, country, start.week()),
                sumOf(subject, Place.WORLD, start.day()),
                sumOf(subject, Place.WORLD, start.week()));
    }

    private Sum sumOf(Subject subject, Place place, KpiWindow window) {
        return sums.computeIfAbsent(new KpiKey(subject, place, window), key -> new Sum());
    }

    /** What the session adds to one row, as far as it has been added up. */
    private static final class Sum {
        private KpiNumbers numbers = KpiNumbers.NONE;
        private int longestRun;

        void add(KpiNumbers more) {
            numbers = numbers.plus(more);
        }

        /** In a row of a subject, the session counts once, however many runs of it it has. */
        void countSession(int songsOfRun) {
            longestRun = Math.max(longestRun, songsOfRun);
        }

        KpiNumbers total(boolean open) {
            return longestRun == 0 ? numbers : numbers.withSession(open, longestRun);
        }
    }
}
