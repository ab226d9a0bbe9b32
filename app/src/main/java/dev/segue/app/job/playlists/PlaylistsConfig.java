package dev.segue.app.job.playlists;

import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ListeningRuleOptions;
import dev.segue.app.option.ResultOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.track.TrackRules;
import dev.segue.domain.listening.ListeningRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The playlists job's own configuration.
 *
 * @param sessions how the topic of sessions is read
 * @param plays how the topic of plays is read, if tracks are counted
 */
record PlaylistsConfig(
        Topics topics, TopicReading sessions, TopicReading plays, KpiRules rules, TrackRules trackRules) {

    private static final int MOST_SUBJECTS_EVER = 10_000_000;

    static final Setting<String> FOLLOW = Setting.text("kpis.follow")
            .optional(
                    "Ids of the playlists, albums and radios that have rows of their own, separated by commas; without"
                            + " it, all have. The others are counted together, as OTHER.");

    static final Setting<Integer> MOST_SUBJECTS = Setting.number("kpis.max-subjects", 0, MOST_SUBJECTS_EVER)
            .defaultsTo(
                    KpiRules.DEFAULT.follow().mostSubjects(),
                    "The maximum number of playlists, albums and radios that are followed, when `kpis.follow` names none: the"
                            + " first that appear, for good. The others are counted together, as OTHER. The same"
                            + " maximum holds for editions.");

    static final Setting<Duration> EMIT_EVERY = Setting.durationOrZero("kpis.emit-every")
            .defaultsTo(
                    Duration.ofMillis(KpiRules.DEFAULT.emitEveryMs()),
                    "How often a row that keeps changing is emitted at most, by the wall clock. Less often is cheaper for all"
                            + " who read rows.");

    static final Setting<Duration> LONGEST_SESSION = Setting.duration("kpis.max-session")
            .defaultsTo(
                    Duration.ofMillis(KpiRules.DEFAULT.longestSessionMs()),
                    "How long a session can last: `sessions.cap` and `sessions.max-play` together, or longer. A row"
                            + " waits this long after its window, and as long as sessions take to settle, before it is settled.");

    static final Setting<Integer> MOST_TRACKS = Setting.number("kpis.max-tracks", 0, TrackRules.MOST_TRACKS_EVER)
            .defaultsTo(
                    TrackRules.DEFAULT.mostTracks(),
                    "The maximum number of tracks of a playlist, album or radio, or of an edition of it, that are counted"
                            + " one by one in a week: the first that are played. The others are counted together. With 0,"
                            + " no tracks are counted, and `topics.plays` is not read.");

    static final Setting<Duration> EMIT_TRACKS_EVERY = Setting.durationOrZero("kpis.emit-tracks-every")
            .defaultsTo(
                    Duration.ofMillis(TrackRules.DEFAULT.emitEveryMs()),
                    "How often the track KPIs of a subject that keep changing are emitted at most, by the wall clock. Each"
                            + " time, all of its tracks are.");

    static final List<OptionGroup> OPTIONS = List.of(
            ResultOptions.GROUP,
            ListeningRuleOptions.GROUP,
            OptionGroup.of(
                    "KPIs",
                    "What is followed, and how KPI rows are emitted.",
                    FOLLOW,
                    MOST_SUBJECTS,
                    EMIT_EVERY,
                    LONGEST_SESSION,
                    MOST_TRACKS,
                    EMIT_TRACKS_EVERY));

    static PlaylistsConfig from(Config config, KafkaSettings kafka) {
        Topics topics = TopicOptions.from(config);
        return new PlaylistsConfig(
                topics,
                ResultOptions.from(config, topics.sessions(), kafka.groupId()),
                ResultOptions.from(config, topics.plays(), kafka.groupId()),
                new KpiRules(
                        new FollowRule(
                                config.find(FOLLOW).map(PlaylistsConfig::ids).orElse(Set.of()),
                                config.get(MOST_SUBJECTS)),
                        config.get(EMIT_EVERY).toMillis(),
                        config.get(LONGEST_SESSION).toMillis()),
                new TrackRules(
                        config.get(MOST_TRACKS), config.get(EMIT_TRACKS_EVERY).toMillis(), listening(config)));
    }

    /** Interruptions are of no concern here. */
    private static ListeningRules listening(Config config) {
        return ListeningRuleOptions.from(config, Duration.ofMillis(ListeningRules.DEFAULT.interruptionMs()));
    }

    private static Set<String> ids(String listed) {
        return Setting.listed(listed).stream().filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
