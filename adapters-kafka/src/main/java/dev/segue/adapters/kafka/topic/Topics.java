package dev.segue.adapters.kafka.topic;

import dev.segue.adapters.kafka.topic.Topic.Storage;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of the platform, and what topics are called in an installation.
 *
 * @param names the name of every topic, inputs first
 */
public record Topics(Map<Topic, String> names) implements Serializable {

    public static final Topic PLAYBACK = new Topic(
                    "playback", "listening.playback", Storage.PLAYBACK, "In: playback events, by user id.")
            .partitionedByListener();
    public static final Topic TRACKS =
            new Topic("tracks", "catalog.tracks", Storage.LATEST, "In: the track catalogue, by track id.");
    public static final Topic SESSIONS = new Topic(
                    "sessions",
                    "listening.sessions",
                    Storage.UPSERTS,
                    "Out: session revisions, by session id, partitioned by user id.")
            .partitionedByListener();
    public static final Topic PLAYS = new Topic(
                    "plays",
                    "listening.plays",
                    Storage.UPSERTS,
                    "Out: the plays of sessions, by session id and chunk, partitioned by user id.")
            .partitionedByListener();
    public static final Topic KPIS = new Topic(
            "kpis",
            "listening.kpis",
            Storage.UPSERTS,
            "KPI rows, by subject, place and window: out of `playlists`, into `alerts`.");
    public static final Topic TRACK_KPIS = new Topic(
            "track-kpis",
            "listening.track-kpis",
            Storage.LATEST,
            "Out: how the tracks of each playlist, album and radio do, by subject and week.");
    public static final Topic ALERTS =
            new Topic("alerts", "listening.alerts", Storage.UPSERTS, "Out: incidents, by incident id.");
    public static final Topic ALERT_NOTES = new Topic(
            "alert-notes",
            "listening.alert-notes",
            Storage.LATEST,
            "What people say about incidents, by incident id: written and read by the page, if `dashboard.notes` is true.");
    public static final Topic SIGNALS = new Topic(
                    "signals", "listening.signals", Storage.LATEST_STAMPED, "Out: signals, by user id.")
            .partitionedByListener();
    public static final Topic LATE = new Topic(
                    "late",
                    "listening.late",
                    Storage.APPENDED,
                    "Out: events beyond the allowed lateness or the limits of their listener, whole, by user id.")
            .partitionedByListener();
    public static final Topic DEAD_LETTERS = new Topic(
            "dead-letters",
            "listening.dead-letters",
            Storage.APPENDED,
            "Out: rejected records, with the reason, by original key.");
    public static final Topic HEALTH = new Topic(
            "health",
            "listening.health",
            Storage.LATEST,
            "Out: the input's accounting and the clocks, by job, stage and subtask.");

    /** The topics that every installation has, inputs first. */
    public static final List<Topic> OF_THE_PLATFORM = List.of(
            PLAYBACK,
            TRACKS,
            SESSIONS,
            PLAYS,
            KPIS,
            TRACK_KPIS,
            ALERTS,
            ALERT_NOTES,
            SIGNALS,
            LATE,
            DEAD_LETTERS,
            HEALTH);

    /** The topics of the platform under their usual names. */
    public static final Topics DEFAULT = named(Map.of());

    public Topics {
        Set<String> seen = new HashSet<>();
        for (String name : names.values()) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a topic must have a name");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("topics must differ, but two are named " + name);
            }
        }
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** The topics of the platform and those that are named here; the others keep their usual names. */
    public static Topics named(Map<Topic, String> some) {
        Map<Topic, String> names = new LinkedHashMap<>();
        OF_THE_PLATFORM.forEach(topic -> names.put(topic, topic.usualName()));
        names.putAll(some);
        return new Topics(names);
    }

    /** The topics of the platform, each named by its key behind the prefix: for a set of topics beside others. */
    public static Topics prefixed(String prefix) {
        Map<Topic, String> names = new LinkedHashMap<>();
        OF_THE_PLATFORM.forEach(topic -> names.put(topic, prefix + topic.key()));
        return new Topics(names);
    }

    /**
     * What a topic is called.
     *
     * @throws IllegalArgumentException when the topic was not declared
     */
    public String name(Topic topic) {
        String name = names.get(topic);
        if (name == null) {
            throw new IllegalArgumentException("no such topic is declared: topics." + topic.key());
        }
        return name;
    }

    public String playback() {
        return name(PLAYBACK);
    }

    public String tracks() {
        return name(TRACKS);
    }

    public String sessions() {
        return name(SESSIONS);
    }

    public String plays() {
        return name(PLAYS);
    }

    public String kpis() {
        return name(KPIS);
    }

    public String trackKpis() {
        return name(TRACK_KPIS);
    }

    public String alerts() {
        return name(ALERTS);
    }

    public String alertNotes() {
        return name(ALERT_NOTES);
    }

    public String signals() {
        return name(SIGNALS);
    }

    public String late() {
        return name(LATE);
    }

    public String deadLetters() {
        return name(DEAD_LETTERS);
    }

    public String health() {
        return name(HEALTH);
    }

    /** The names of all of them, inputs first. */
    public List<String> all() {
        return List.copyOf(names.values());
    }
}
