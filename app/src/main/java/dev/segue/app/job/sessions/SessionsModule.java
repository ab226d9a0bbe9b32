package dev.segue.app.job.sessions;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.segue.adapters.kafka.catalogue.KafkaCatalogue;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Config;
import dev.segue.app.job.Job;
import dev.segue.app.option.KafkaSettings;
import dev.segue.domain.catalogue.CatalogueAccess;

/** Wires the sessions job. */
final class SessionsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Job.class).to(SessionsJob.class);
        bind(SessionsJob.class);
    }

    @Provides
    @Singleton
    SessionsConfig config(Config config, KafkaSettings kafka) {
        return SessionsConfig.from(config, kafka);
    }

    @Provides
    CatalogueAccess catalogue(SessionsConfig config, KafkaCluster cluster, RegistryAccess registry) {
        return config.catalogueUsed()
                ? KafkaCatalogue.ofTracks(cluster, registry, config.topics().tracks())
                : CatalogueAccess.NONE;
    }
}
