package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.Incident;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Incidents: open ones first, then the latest first.
 *
 * @param more how many earlier ones are in memory beyond these
 * @param clock the newest event time received, in epoch milliseconds; null before any
 */
public record AlertsView(Long clock, List<Alert> incidents, int more) {

    private static final int MOST = 200;

    /**
     * An incident. Its KPI, subject and place are named as in {@link PlaylistsView}, to which it links.
     *
     * @param sinceLocal start of its first window in local time, as if it were UTC, in epoch seconds
     * @param shownFrom the same, as a parameter for {@link PlaylistsView}
     * @param shownUntil end of its last unusual window, as a parameter for {@link PlaylistsView}
     */
    public record Alert(
            String id,
            int revision,
            Incident.Status status,
            String policy,
            String kpi,
            String kind,
            String subject,
            String edition,
            String country,
            String zone,
            Incident.Direction direction,
            String sentence,
            long sinceLocal,
            String shownFrom,
            String shownUntil,
            long since,
            long until,
            long openedAt,
            Long closedAt,
            double value,
            double usual,
            double score,
            double worstValue,
            double worstUsual,
            double worstScore,
            long sessions,
            int windows,
            int weeks) {

        static Alert of(Incident incident) {
            return new Alert(
                    incident.id(),
                    incident.revision(),
                    incident.status(),
                    incident.policy(),
                    incident.kpi().name(),
                    incident.subject().kind().name(),
                    incident.subject().id(),
                    incident.subject().edition(),
                    incident.place().country(),
                    incident.place().timeZone(),
                    incident.direction(),
                    incident.sentence(),
                    incident.sinceLocal().toEpochSecond(ZoneOffset.UTC),
                    incident.sinceLocal().toString(),
                    incident.sinceLocal()
                            .plus(Duration.ofMillis(incident.until() - incident.since()))
                            .toString(),
                    incident.since(),
                    incident.until(),
                    incident.openedAt(),
                    incident.closedAt(),
                    incident.value(),
                    incident.usual(),
                    incident.score(),
                    incident.worstValue(),
                    incident.worstUsual(),
                    incident.worstScore(),
                    incident.sessions(),
                    incident.windows(),
                    incident.weeks());
        }
    }

    static AlertsView of(Memory memory) {
        List<Incident> all = memory.incidents();
        return new AlertsView(
                StatusView.timeOrNull(memory.clock()),
                all.stream().limit(MOST).map(Alert::of).toList(),
                Math.max(0, all.size() - MOST));
    }
}
