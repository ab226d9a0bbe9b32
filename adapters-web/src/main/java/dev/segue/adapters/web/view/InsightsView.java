package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.impact.Insight;
import dev.segue.domain.alert.impact.Severity;
import dev.segue.domain.alert.impact.SeverityLevels;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is furthest from expected, in the last complete hour and yesterday, what affects most listeners first.
 *
 * @param majorFrom from so many affected listeners on it is major
 * @param criticalFrom from so many affected listeners on it is critical
 * @param settledMs so long after its end an hour counts as complete, in milliseconds, even if many of its sessions are open
 */
public record InsightsView(
        Ranking now, Ranking yesterday, double majorFrom, double criticalFrom, long settledMs, int leastWeeks) {

    private static final int MOST = 50;

    /**
     * One list.
     *
     * @param compared how many subjects in countries were compared
     * @param leftOut how many were not, because others have more sessions
     * @param more how many are not as expected beyond {@code lines}
     */
    public record Ranking(List<Line> lines, int compared, int leftOut, int more) {}

    /**
     * A KPI of one subject in one country that is not as expected.
     *
     * @param local start of the hour or day in local time, as if it were UTC, in epoch seconds
     * @param zone the time zone of most of its listeners
     * @param from the same start, as a parameter for {@link PlaylistsView}
     * @param until its end, as a parameter for {@link PlaylistsView}
     * @param worse whether that is for the worse
     * @param listeners who were there, or were expected if these are more
     * @param affected listeners times effect
     * @param incident the id of the incident that is open about it; null if there is none
     */
    public record Line(
            String kind,
            String subject,
            String country,
            String kpi,
            String policy,
            long local,
            String zone,
            String from,
            String until,
            double value,
            double usual,
            double score,
            boolean worse,
            double listeners,
            double affected,
            Severity severity,
            String incident) {}

    static InsightsView of(Memory memory) {
        SeverityLevels levels = memory.unusual().levels();
        Map<List<Object>, String> open = new HashMap<>();
        memory.incidents().stream()
                .filter(incident -> incident.status() == Incident.Status.OPEN)
                .forEach(incident ->
                        open.put(List.of(incident.kpi(), incident.subject(), incident.place()), incident.id()));
        return new InsightsView(
                ranking(memory, KpiWindow.Period.HOUR, open),
                ranking(memory, KpiWindow.Period.DAY, open),
                levels.majorFrom(),
                levels.criticalFrom(),
                memory.unusual().rules().agesMs().get(memory.unusual().rules().lastAge()),
                memory.unusual().rules().leastWeeks());
    }

    private static Ranking ranking(Memory memory, KpiWindow.Period period, Map<List<Object>, String> open) {
        Memory.Insights all = memory.insights(period);
        return new Ranking(
                all.found().stream()
                        .limit(MOST)
                        .map(insight -> line(memory, insight, open))
                        .toList(),
                all.compared(),
                all.leftOut(),
                Math.max(0, all.found().size() - MOST));
    }

    private static Line line(Memory memory, Insight insight, Map<List<Object>, String> open) {
        KpiWindow window = insight.of().window();
        LocalDateTime end = window.period() == KpiWindow.Period.HOUR
                ? window.start().plusHours(1)
                : window.start().plusDays(1);
        return new Line(
                insight.of().subject().kind().name(),
                insight.of().subject().id(),
                insight.of().place().country(),
                insight.policy().kpi().name(),
                insight.policy().name(),
                window.start().toEpochSecond(ZoneOffset.UTC),
                memory.newestRow(insight.of().subject(), insight.of().place(), window.period())
                        .map(KpiRow::mainTimeZone)
                        .orElse(null),
                window.start().toString(),
                end.toString(),
                insight.found().value(),
                insight.found().usual(),
                insight.found().score(),
                insight.found().direction().isWorse(insight.policy().kpi()),
                insight.impact().listeners(),
                insight.impact().affected(),
                memory.unusual().levels().of(insight.impact()),
                open.get(List.of(
                        insight.policy().kpi(),
                        insight.of().subject(),
                        insight.of().place())));
    }
}
