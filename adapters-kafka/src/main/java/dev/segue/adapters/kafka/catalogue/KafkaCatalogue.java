package dev.segue.adapters.kafka.catalogue;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.catalogue.CatalogueAccess;
import java.util.Map;
import java.util.Properties;

/**
 * The track catalogue in a compacted topic. All users in one task manager share one copy and one reader; when the last
 * of them closes it, the reader stops.
 *
 * @param topic topic of tracks; the key is the track id in UTF-8, and a tombstone removes the track
 * @param withSongs whether songs can also be found by their mood
 */
public record KafkaCatalogue(KafkaCluster cluster, RegistryAccess registry, String topic, boolean withSongs)
        implements CatalogueAccess {

    public KafkaCatalogue {
        requireNonNull(cluster, "cluster");
        requireNonNull(registry, "registry");
        requireNonNull(topic, "topic");
    }

    /** A catalogue that provides track facts. */
    public static KafkaCatalogue ofTracks(KafkaCluster cluster, RegistryAccess registry, String topic) {
        return new KafkaCatalogue(cluster, registry, topic, false);
    }

    /** A catalogue in which songs can also be found by their mood. */
    public static KafkaCatalogue ofSongs(KafkaCluster cluster, RegistryAccess registry, String topic) {
        return new KafkaCatalogue(cluster, registry, topic, true);
    }

    /** Settings of its consumer; may contain secrets. */
    public Properties consumerProperties() {
        return cluster.propertiesWith(
                Map.of("client.id", "segue-catalogue"),
                Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false"));
    }

    /**
     * Waits until the topic has been read up to the end it had when the first user opened it; for ever, if Kafka stays
     * unavailable.
     */
    @Override
    public OpenCatalogue open() throws InterruptedException {
        return SharedCatalogues.open(this);
    }
}
