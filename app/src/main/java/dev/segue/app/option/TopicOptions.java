package dev.segue.app.option;

import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the topics. */
public final class TopicOptions {

    private static final Topics TOPICS = Topics.DEFAULT;

    public static final Setting<String> PLAYBACK =
            Setting.topic("topics.playback").defaultsTo(TOPICS.playback(), "In: playback events, by user id.");

    public static final Setting<String> TRACKS =
            Setting.topic("topics.tracks").defaultsTo(TOPICS.tracks(), "In: the track catalogue, by track id.");

    public static final Setting<String> SESSIONS = Setting.topic("topics.sessions")
            .defaultsTo(TOPICS.sessions(), "Out: session revisions, by session id, partitioned by user id.");

    public static final Setting<String> PLAYS = Setting.topic("topics.plays")
            .defaultsTo(TOPICS.plays(), "Out: the plays of sessions, by session id and chunk, partitioned by user id.");

    public static final Setting<String> KPIS = Setting.topic("topics.kpis")
            .defaultsTo(TOPICS.kpis(), "KPI rows, by subject, place and window: out of `playlists`, into `alerts`.");

    public static final Setting<String> ALERTS =
            Setting.topic("topics.alerts").defaultsTo(TOPICS.alerts(), "Out: incidents, by incident id.");

    public static final Setting<String> SIGNALS =
            Setting.topic("topics.signals").defaultsTo(TOPICS.signals(), "Out: signals, by user id.");

    public static final Setting<String> LATE = Setting.topic("topics.late")
            .defaultsTo(TOPICS.late(), "Out: events beyond the allowed lateness, whole, by user id.");

    public static final Setting<String> DEAD_LETTERS = Setting.topic("topics.dead-letters")
            .defaultsTo(TOPICS.deadLetters(), "Out: rejected records, with the reason, by original key.");

    public static final Setting<String> HEALTH = Setting.topic("topics.health")
            .defaultsTo(TOPICS.health(), "Out: the input's accounting and the clocks, by job, stage and subtask.");

    private static final List<Setting<String>> ALL =
            List.of(PLAYBACK, TRACKS, SESSIONS, PLAYS, KPIS, ALERTS, SIGNALS, LATE, DEAD_LETTERS, HEALTH);

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Topics",
                    "Where events come from and results go. The topics must exist before the job starts.",
                    ALL.toArray(Setting<?>[]::new))
            .agreeing(Agreement.between(ALL.toArray(Setting<?>[]::new))
                    .must("All topics must have different names.")
                    .when(TopicOptions::allDiffer));

    private TopicOptions() {}

    /** Reads this group. */
    public static Topics from(Config config) {
        return new Topics(
                config.get(PLAYBACK),
                config.get(TRACKS),
                config.get(SESSIONS),
                config.get(PLAYS),
                config.get(KPIS),
                config.get(ALERTS),
                config.get(SIGNALS),
                config.get(LATE),
                config.get(DEAD_LETTERS),
                config.get(HEALTH));
    }

    private static boolean allDiffer(Config config) {
        Set<String> names = ALL.stream().map(config::get).collect(Collectors.toSet());
        return names.size() == ALL.size();
    }
}
