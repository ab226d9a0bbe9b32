package dev.segue.app.job;

import com.google.inject.AbstractModule;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Config;
import dev.segue.app.config.JobSettings;
import dev.segue.app.config.KafkaOptions;
import dev.segue.app.config.KafkaSettings;
import dev.segue.app.config.RegistryOptions;

/** Binds what every job stands on: how it runs, where Kafka is, where the schema registry is. */
final class PlatformModule extends AbstractModule {

    private final Config config;
    private final JobSettings job;

    PlatformModule(Config config, JobSettings job) {
        this.config = config;
        this.job = job;
    }

    @Override
    protected void configure() {
        KafkaSettings kafka = KafkaOptions.from(config, job.name());
        binder().requireExplicitBindings();
        bind(Config.class).toInstance(config);
        bind(JobSettings.class).toInstance(job);
        bind(KafkaSettings.class).toInstance(kafka);
        bind(KafkaCluster.class).toInstance(kafka.cluster());
        bind(RegistryAccess.class).toInstance(RegistryOptions.from(config));
        bind(JobRun.class);
        bind(PlaybackStream.class);
        bind(ResultStreams.class);
    }
}
