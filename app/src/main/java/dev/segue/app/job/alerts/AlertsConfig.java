package dev.segue.app.job.alerts;

import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ResultOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.app.option.WebhookOptions;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import java.util.List;

/**
 * The alerts job's own configuration.
 *
 * @param kpis how KPI rows are read
 * @param mostSeries the maximum number of watched series
 */
record AlertsConfig(Topics topics, TopicReading kpis, Watch watch, AlertRules rules, int mostSeries) {

    static final List<OptionGroup> OPTIONS = List.of(ResultOptions.GROUP, AlertOptions.GROUP, WebhookOptions.GROUP);

    static AlertsConfig from(Config config, KafkaSettings kafka) {
        Topics topics = TopicOptions.from(config);
        return new AlertsConfig(
                topics,
                ResultOptions.from(config, topics.kpis(), kafka.groupId()),
                AlertOptions.watch(config),
                AlertOptions.rules(config),
                config.get(AlertOptions.MAX_SERIES));
    }
}
