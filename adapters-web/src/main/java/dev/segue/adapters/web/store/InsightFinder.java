package dev.segue.adapters.web.store;

import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.alert.impact.Insight;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.WeakHashMap;

/** Finds what is furthest from expected in the latest complete hour, or day, of every country. */
final class InsightFinder {

    /** Of more series, those with most sessions are compared, so that the time that this takes is bounded. */
    static final int MOST_COMPARED = 2_000;

    /** How far back a window may be that is complete, in windows: half a day of hours, or two days. */
    private static final int MOST_HOURS_BACK = 12;

    private static final int MOST_DAYS_BACK = 2;
    private static final int HOURS_OF_A_DAY = 24;

    private final Rows rows;
    private final Incidents incidents;
    private final AlertSettings unusual;

    /** Most series do not change between two requests. */
    private final Map<Series, Judged> judged = new WeakHashMap<>();

    /** What was found in one window of a series, while the series has not changed. */
    private record Judged(long window, long changes, List<Insight> found) {}

    /** A series, and the window of it that is judged. */
    private record Candidate(Series series, long window) {}

    InsightFinder(Rows rows, Incidents incidents, AlertSettings unusual) {
        this.rows = rows;
        this.incidents = incidents;
        this.unusual = unusual;
    }

    /**
     * Finds them.
     *
     * @param period hour or day
     * @param clock of the rows
     */
    Memory.Insights find(KpiWindow.Period period, long clock) {
        PriorityQueue<Candidate> compared = new PriorityQueue<>(
                Comparator.comparingInt(candidate -> candidate.series().mostSessions()));
        int all = candidates(period, clock, compared);
        Map<Incidents.About, List<Incident>> held = period == KpiWindow.Period.HOUR ? incidents.bySeries() : Map.of();
        List<Insight> found = new ArrayList<>();
        compared.forEach(candidate -> found.addAll(judge(candidate, held)));
        found.sort(Insight.MOST_AFFECTED_FIRST);
        return new Memory.Insights(List.copyOf(found), compared.size(), all - compared.size());
    }

    /** Adds those with most sessions, and returns how many there are in all. */
    private int candidates(KpiWindow.Period period, long clock, PriorityQueue<Candidate> most) {
        int all = 0;
        for (Map.Entry<Place, Set<Series>> country : rows.judged(period).entrySet()) {
            long window = lastComplete(country.getKey(), period, country.getValue(), clock);
            if (window == Long.MIN_VALUE) {
                continue;
            }
            all += country.getValue().size();
            for (Series series : country.getValue()) {
                if (most.size() < MOST_COMPARED) {
                    most.add(new Candidate(series, window));
                } else if (series.mostSessions() > most.element().series().mostSessions()) {
                    most.remove();
                    most.add(new Candidate(series, window));
                }
            }
        }
        return all;
    }

    /** The latest window of a country that can be judged, by all its listening; the smallest number if there is none. */
    private long lastComplete(Place place, KpiWindow.Period period, Set<Series> judgedThere, long clock) {
        Series all = rows.series(Subject.ALL, place, period);
        Series some = all == null ? judgedThere.iterator().next() : all;
        long now = LocalHour.at(clock, LocalHour.zone(some.last().mainTimeZone()));
        boolean byHour = period == KpiWindow.Period.HOUR;
        long length = byHour ? 1 : HOURS_OF_A_DAY;
        long current = byHour ? now : Math.floorDiv(now, HOURS_OF_A_DAY) * HOURS_OF_A_DAY;
        long settledMs = unusual.rules().agesMs().get(unusual.rules().lastAge());
        for (int back = 1; back <= (byHour ? MOST_HOURS_BACK : MOST_DAYS_BACK); back++) {
            long window = current - back * length;
            KpiRow row = some.at(LocalHour.start(window));
            if (row == null || Insight.isComplete(row, clock, settledMs)) {
                return window;
            }
        }
        return Long.MIN_VALUE;
    }

    private List<Insight> judge(Candidate candidate, Map<Incidents.About, List<Incident>> held) {
        Series series = candidate.series();
        Judged before = judged.get(series);
        if (before != null && before.window() == candidate.window() && before.changes() == series.changes()) {
            return before.found();
        }
        List<Insight> found = new ArrayList<>();
        Subject subject = series.key().subject();
        Place place = series.key().place();
        for (Policy policy : unusual.policies(subject, place)) {
            List<Incident> those = held.getOrDefault(new Incidents.About(policy.kpi(), subject, place), List.of());
            judge(candidate, policy, those, found);
        }
        judged.put(series, new Judged(candidate.window(), series.changes(), List.copyOf(found)));
        return found;
    }

    private void judge(Candidate candidate, Policy policy, List<Incident> held, List<Insight> found) {
        Series series = candidate.series();
        UsualOfSeries kpi = new UsualOfSeries(series, policy.kpi(), unusual, held);
        Reading reading = kpi.latest(candidate.window());
        Usual usual = reading == null ? null : kpi.usualWithoutGrowth(candidate.window());
        if (usual == null || policy.remarkable(reading, usual).isEmpty()) {
            return;
        }
        UsualOfSeries listeners = new UsualOfSeries(series, Kpi.LISTENERS, unusual, held);
        Usual usualListeners = listeners.usualWithoutGrowth(candidate.window());
        KpiKey key = new KpiKey(
                series.key().subject(),
                series.key().place(),
                new KpiWindow(series.key().period(), LocalHour.start(candidate.window()), null));
        Insight.of(
                        key,
                        policy,
                        reading,
                        usual,
                        Comparisons.valueOf(listeners.latest(candidate.window())),
                        usualListeners == null ? 0 : usualListeners.median())
                .ifPresent(found::add);
    }
}
