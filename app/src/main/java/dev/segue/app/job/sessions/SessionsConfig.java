package dev.segue.app.job.sessions;

import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ListeningRuleOptions;
import dev.segue.app.option.PlaybackOptions;
import dev.segue.app.option.SessionRuleOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.session.SessionRules;
import java.util.List;

/**
 * The sessions job's own configuration.
 *
 * @param playback how playback is read, before anything is known about its topic
 * @param catalogueUsed whether plays are enriched from the track catalogue
 */
record SessionsConfig(Topics topics, PlaybackReading playback, boolean catalogueUsed, SessionRules rules) {

    static final Setting<Boolean> CATALOGUE = Setting.flag("catalogue.enabled")
            .defaultsTo(
                    true,
                    "Whether plays are enriched with the track facts in `topics.tracks`. If not, moods and durations"
                            + " are not known, and that topic need not exist.");

    static final List<OptionGroup> OPTIONS = List.of(
            PlaybackOptions.GROUP,
            OptionGroup.of("Catalogue", "What is known about tracks.", CATALOGUE),
            ListeningRuleOptions.GROUP,
            SessionRuleOptions.GROUP);

    static SessionsConfig from(Config config, KafkaSettings kafka) {
        Topics topics = TopicOptions.from(config);
        return new SessionsConfig(
                topics,
                PlaybackOptions.from(config, topics.playback(), kafka.groupId(), false),
                config.get(CATALOGUE),
                SessionRuleOptions.from(config));
    }
}
