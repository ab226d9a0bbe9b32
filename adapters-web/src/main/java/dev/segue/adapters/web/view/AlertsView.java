package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.AlertNote;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.impact.Impact;
import dev.segue.domain.alert.impact.Severity;
import dev.segue.domain.alert.impact.SeverityLevels;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The incidents that are asked for: open ones first, of these the one that affects most listeners; then the latest first.
 *
 * @param clock the newest event time received, in epoch milliseconds; null before any
 * @param all how many incidents are in memory
 * @param open how many of these are open
 * @param matching how many of these are asked for
 * @param more how many earlier ones are in memory beyond {@code incidents}
 * @param notJudged how many of the others were left out because their severity is asked for, and not known: it is computed for
 *     1,000 incidents at most
 * @param countries of all incidents in memory
 * @param opened all about the incident that was asked for by its id; null if none was, or there is none
 * @param majorFrom from so many affected listener-hours on an incident is major
 * @param criticalFrom from so many affected listener-hours on an incident is critical
 */
public record AlertsView(
        Long clock,
        int all,
        int open,
        int matching,
        List<Alert> incidents,
        int more,
        int notJudged,
        List<String> countries,
        IncidentView opened,
        double majorFrom,
        double criticalFrom) {

    private static final int MOST = 200;

    /** Of so many incidents, open ones first, then the latest, the severity is computed: that takes time. */
    private static final int MOST_JUDGED = 1_000;

    /**
     * An incident. Its KPI, subject and place are named as in {@link PlaylistsView}, to which it links.
     *
     * @param severity null if it is not known, because by the KPI rows in memory none of its hours deviates
     * @param listeners how many there were in an average hour of it, or were expected where these are more; null as severity
     * @param affected affected listener-hours; null as severity
     * @param worse whether it is for the worse
     * @param sinceLocal start of its first window in local time, as if it were UTC, in epoch seconds
     * @param shownFrom the same, as a parameter for {@link PlaylistsView}
     * @param shownUntil end of its last unusual window, as a parameter for {@link PlaylistsView}
     * @param note the latest; null if there is none
     */
    public record Alert(
            String id,
            int revision,
            Incident.Status status,
            Severity severity,
            Double listeners,
            Double affected,
            boolean worse,
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
            int weeks,
            Note note) {

        static Alert of(Memory memory, Incident incident) {
            Impact impact = memory.impact(incident);
            boolean isKnown = impact.windows() > 0;
            return new Alert(
                    incident.id(),
                    incident.revision(),
                    incident.status(),
                    isKnown ? memory.unusual().levels().of(impact) : null,
                    isKnown ? Double.valueOf(impact.listeners() / impact.windows()) : null,
                    isKnown ? Double.valueOf(impact.affected()) : null,
                    incident.isWorse(),
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
                    incident.weeks(),
                    memory.note(incident.id()).map(Note::of).orElse(null));
        }
    }

    /** What somebody says about an incident; {@code at} is in epoch milliseconds. */
    public record Note(boolean acknowledged, String text, String by, long at) {

        /** As it is shown. */
        public static Note of(AlertNote note) {
            return new Note(note.acknowledged(), note.text(), note.by(), note.at());
        }
    }

    static AlertsView of(Memory memory, AlertsQuestion question, long now) {
        List<Incident> all = memory.incidents();
        List<Incident> matching = all.stream().filter(question::asksFor).toList();
        List<Alert> judged = matching.stream()
                .limit(MOST_JUDGED)
                .map(incident -> Alert.of(memory, incident))
                .filter(alert -> question.severity() == null || (alert.worse() && question.asksFor(alert.severity())))
                .sorted(Comparator.comparingDouble(AlertsView::rank))
                .toList();
        int notJudged = Math.max(0, matching.size() - MOST_JUDGED);
        int beyond = question.severity() == null ? notJudged : 0;
        List<Alert> shown = new ArrayList<>(judged.subList(0, Math.min(MOST, judged.size())));
        Incident opened = question.opened() == null
                ? null
                : memory.incident(question.opened()).orElse(null);
        if (opened != null && shown.stream().noneMatch(alert -> alert.id().equals(opened.id()))) {
            shown.add(0, Alert.of(memory, opened));
        }
        SeverityLevels levels = memory.unusual().levels();
        return new AlertsView(
                StatusView.timeOrNull(memory.clock()),
                all.size(),
                memory.openIncidents(),
                judged.size() + beyond,
                shown,
                Math.max(0, judged.size() - MOST) + beyond,
                notJudged - beyond,
                all.stream()
                        .map(incident -> incident.place().country())
                        .distinct()
                        .sorted()
                        .toList(),
                opened == null ? null : IncidentView.of(memory, opened, now),
                levels.majorFrom(),
                levels.criticalFrom());
    }

    /** The sort is stable: what is not open stays as it is, the latest first. */
    private static double rank(Alert alert) {
        if (alert.status() != Incident.Status.OPEN) {
            return 1;
        }
        return alert.affected() == null ? 0 : -alert.affected();
    }
}
