package dev.segue.app.job.playlists;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.segue.app.config.Config;
import dev.segue.app.job.Job;
import dev.segue.app.option.KafkaSettings;

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
}
