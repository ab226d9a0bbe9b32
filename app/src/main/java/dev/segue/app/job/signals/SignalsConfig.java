package dev.segue.app.job.signals;

import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ListeningRuleOptions;
import dev.segue.app.option.PlaybackOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.ranking.RankingPolicies;
import java.time.Duration;
import java.util.List;

/**
 * The signals job's own configuration.
 *
 * @param playback how playback is read, before anything is known about its topic
 * @param flushEvery how long an event may wait in a network buffer between two workers
 */
record SignalsConfig(Topics topics, PlaybackReading playback, SignalRules rules, Duration flushEvery) {

    private static final SignalRules RULES = SignalRules.DEFAULT;

    private static final int MOST_REMEMBERED_AT_ALL = 10_000;
    private static final int MOST_SONGS = 100;
    private static final int MANY = 1_000;

    static final Setting<Duration> MEMORY = Setting.duration("signals.memory")
            .defaultsTo(
                    Duration.ofMillis(RULES.memoryMs()),
                    "How far behind the acceptance clock an event may have occurred and still count. A listener without"
                            + " events is purged this long, plus `sessions.gap`, after the last one, or up to an hour later.");

    static final Setting<Integer> MOST_REMEMBERED = Setting.number("signals.max-remembered", 1, MOST_REMEMBERED_AT_ALL)
            .defaultsTo(
                    RULES.mostRemembered(),
                    "How many events of a listener are stored individually; older ones count only in the session's"
                            + " sums. Each takes a few hundred bytes.");

    static final Setting<Duration> RECENT_MOOD = Setting.duration("signals.recent-mood")
            .defaultsTo(
                    Duration.ofMillis(RULES.recentMoodMs()),
                    "Half-life, in listened time, of the recent mood, which shows where the mood is heading.");

    static final Setting<Integer> NEXT_SONGS = Setting.number("signals.next-songs", 0, MOST_SONGS)
            .defaultsTo(RULES.nextSongs(), "The maximum number of songs that a signal suggests.");

    static final Setting<Integer> NOT_AGAIN_WITHIN = Setting.number("signals.ranking.not-again-within", 0, MANY)
            .defaultsTo(
                    RankingPolicies.NOT_AGAIN_WITHIN,
                    "Policy `not-just-played`: a song among this many latest plays is not suggested.");

    static final Setting<Integer> VARIETY_OVER = Setting.number("signals.ranking.variety-over", 0, MANY)
            .defaultsTo(
                    RankingPolicies.VARIETY_OVER,
                    "Policy `variety-of-artist`: a song's score is halved for each song by the same artist among this"
                            + " many latest plays, and for each that is ranked before it.");

    static final Setting<Integer> HOLD_AFTER_SKIPS = Setting.number("signals.ads.hold-after-skips", 1, MANY)
            .defaultsTo(
                    AdPolicies.HOLD_AFTER_SKIPS,
                    "Policy `while-skipping`: after this many skips in a row, an ad is held.");

    static final Setting<Duration> PAUSE_AFTER_AD = Setting.durationOrZero("signals.ads.pause")
            .defaultsTo(
                    Duration.ofMillis(AdPolicies.PAUSE_MS),
                    "Policy `just-after-an-ad`: for this long after an ad, the next one is held.");

    static final Setting<Integer> FIRST_SONGS = Setting.number("signals.ads.first-songs", 0, MANY)
            .defaultsTo(
                    AdPolicies.FIRST_SONGS,
                    "Policy `before-the-first-song`: until a session has this many counted plays, an ad is held.");

    static final Setting<Integer> CALM_SONGS = Setting.number("signals.ads.calm-songs", 1, MANY)
            .defaultsTo(
                    AdPolicies.CALM_SONGS,
                    "Policy `calm-immersion`: after this many calm songs in a row without a skip, an ad is held.");

    static final Setting<Duration> FLUSH_EVERY = Setting.duration("signals.flush-every")
            .defaultsTo(
                    Duration.ofMillis(5),
                    "How long an event may wait in a network buffer between two workers. Shorter means lower latency"
                            + " and more CPU load.");

    static final List<OptionGroup> OPTIONS = List.of(
            PlaybackOptions.AS_IT_COMES,
            ListeningRuleOptions.GROUP,
            OptionGroup.of(
                    "Signals",
                    "What is stored and suggested, and when an ad is held; `docs/signals.md` explains it.",
                    MEMORY,
                    MOST_REMEMBERED,
                    RECENT_MOOD,
                    NEXT_SONGS,
                    NOT_AGAIN_WITHIN,
                    VARIETY_OVER,
                    HOLD_AFTER_SKIPS,
                    PAUSE_AFTER_AD,
                    FIRST_SONGS,
                    CALM_SONGS,
                    FLUSH_EVERY));

    static SignalsConfig from(Config config, KafkaSettings kafka) {
        Topics topics = TopicOptions.from(config);
        return new SignalsConfig(
                topics,
                PlaybackOptions.asItComes(config, topics.playback(), kafka.groupId(), false),
                rules(config),
                config.get(FLUSH_EVERY));
    }

    private static SignalRules rules(Config config) {
        Duration interruption = Duration.ofMillis(ListeningRules.DEFAULT.interruptionMs());
        return new SignalRules(
                config.get(ListeningRuleOptions.GAP).toMillis(),
                config.get(ListeningRuleOptions.MAX_PLAY).toMillis(),
                ListeningRuleOptions.from(config, interruption),
                config.get(RECENT_MOOD).toMillis(),
                config.get(MEMORY).toMillis(),
                config.get(MOST_REMEMBERED),
                config.get(NEXT_SONGS),
                AdPolicies.of(
                        config.get(HOLD_AFTER_SKIPS),
                        config.get(PAUSE_AFTER_AD).toMillis(),
                        config.get(FIRST_SONGS),
                        config.get(CALM_SONGS)),
                RankingPolicies.of(config.get(NOT_AGAIN_WITHIN), config.get(VARIETY_OVER)));
    }
}
