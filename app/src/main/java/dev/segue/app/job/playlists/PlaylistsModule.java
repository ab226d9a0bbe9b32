package dev.segue.app.job.playlists;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.app.config.Config;
import dev.segue.app.config.JobSettings;
import dev.segue.app.config.KafkaSettings;
import dev.segue.app.job.Job;

/** Wires the playlists job. */
final class PlaylistsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Job.class).to(PlaylistsJob.class);
        bind(PlaylistsJob.class);
    }

    @Provides
    @Singleton
    PlaylistsConfig config(Config config, KafkaSettings kafka) {
        return PlaylistsConfig.from(config, kafka);
    }

    @Provides
    Sinks sinks(PlaylistsConfig config, KafkaSettings kafka, RegistryAccess registry, JobSettings job) {
        return new Sinks(
                kafka.cluster(), registry, config.topics(), job.name(), job.delivery(), kafka.transactionTimeout());
    }
}
