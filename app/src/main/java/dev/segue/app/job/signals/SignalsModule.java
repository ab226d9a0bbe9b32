package dev.segue.app.job.signals;

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

/** Wires the signals job. */
final class SignalsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Job.class).to(SignalsJob.class);
        bind(SignalsJob.class);
    }

    @Provides
    @Singleton
    SignalsConfig config(Config config, KafkaSettings kafka) {
        return SignalsConfig.from(config, kafka);
    }

    @Provides
    CatalogueAccess catalogue(SignalsConfig config, KafkaCluster cluster, RegistryAccess registry) {
        return KafkaCatalogue.ofSongs(cluster, registry, config.topics().tracks());
    }
}
