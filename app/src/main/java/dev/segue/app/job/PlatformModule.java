package dev.segue.app.job;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.app.config.Config;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;

/** Binds what every job stands on: how it runs, where Kafka is, where the schema registry is, and how results are written. */
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

    /** The topics are the job's own option; a job that has not taken it has no use for sinks. */
    @Provides
    Sinks sinks(KafkaSettings kafka, RegistryAccess registry) {
        return new Sinks(
                kafka.cluster(),
                registry,
                TopicOptions.from(config),
                job.name(),
                job.delivery(),
                kafka.transactionTimeout());
    }
}
