package dev.segue.app.job;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.RegistryOptions;

/** Binds what every job needs: how it runs, where Kafka and the schema registry are, and how results are written. */
final class PlatformModule extends AbstractModule {

    private final Config config;
    private final JobSettings job;
    private final Topics topics;

    PlatformModule(Config config, JobSettings job, Topics topics) {
        this.config = config;
        this.job = job;
        this.topics = topics;
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
        bind(Topics.class).toInstance(topics);
        bind(JobRun.class);
        bind(PlaybackStream.class);
        bind(ResultStreams.class);
    }

    @Provides
    Sinks sinks(KafkaSettings kafka, RegistryAccess registry) {
        return new Sinks(kafka.cluster(), registry, topics, job.name(), job.delivery(), kafka.transactionTimeout());
    }
}
