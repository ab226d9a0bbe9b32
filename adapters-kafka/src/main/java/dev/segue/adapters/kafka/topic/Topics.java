package dev.segue.adapters.kafka.topic;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the topics; defined only here.
 *
 * @param playback in: playback events, by user id
 * @param tracks in: the track catalogue, by track id; compacted
 * @param sessions out: session revisions, by session id; partitioned by user id
 * @param plays out: the plays of sessions, by session id and chunk; partitioned by user id
 * @param late out: events beyond the allowed lateness, by user id
 * @param deadLetters out: rejected records, by their original key
 * @param kpis KPI rows, by subject, place and window; from one job to others
 * @param alerts out: incidents, by incident id
 * @param signals out: signals, by user id
 * @param health out: ledgers and clocks, by job, stage and subtask
 */
public record Topics(
        String playback,
        String tracks,
        String sessions,
        String plays,
        String kpis,
        String alerts,
        String signals,
        String late,
        String deadLetters,
        String health)
        implements Serializable {

    public static final Topics DEFAULT = new Topics(
            "listening.playback",
            "catalog.tracks",
            "listening.sessions",
            "listening.plays",
            "listening.kpis",
            "listening.alerts",
            "listening.signals",
            "listening.late",
            "listening.dead-letters",
            "listening.health");

    public Topics {
        Set<String> seen = new HashSet<>();
        for (String topic :
                List.of(playback, tracks, sessions, plays, kpis, alerts, signals, late, deadLetters, health)) {
            if (topic.isBlank()) {
                throw new IllegalArgumentException("a topic must have a name");
            }
            if (!seen.add(topic)) {
                throw new IllegalArgumentException("topics must differ, but two are named " + topic);
            }
        }
    }

    /** All of them, inputs first. */
    public List<String> all() {
        return List.of(playback, tracks, sessions, plays, kpis, alerts, signals, late, deadLetters, health);
    }
}
