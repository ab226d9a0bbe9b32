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

/** Binds what every job needs: how it runs, where Kafka and the schema registry are, and how results are written. */
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

    /** The topics come from the job's own options; a job without {@link TopicOptions} cannot use sinks. */
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
