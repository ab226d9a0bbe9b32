package dev.segue.app.job.alerts;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.segue.app.config.Config;
import dev.segue.app.job.Job;
import dev.segue.app.option.KafkaSettings;

/** Wires the alerts job. */
final class AlertsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Job.class).to(AlertsJob.class);
        bind(AlertsJob.class);
    }

    @Provides
    @Singleton
    AlertsConfig config(Config config, KafkaSettings kafka) {
        return AlertsConfig.from(config, kafka);
    }
}
