package dev.segue.adapters.kafka.catalogue;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.catalogue.CatalogueAccess;
import java.util.Map;
import java.util.Properties;

/**
 * The track catalogue in a compacted topic. All who open it in one task manager share one copy and one reader; the last
 * one to close it ends the reader.
 *
 * @param topic of tracks; the key is the track id in UTF-8, and a record without a value takes the track out
 * @param withSongs whether songs can be found by their mood, too
 */
public record KafkaCatalogue(KafkaCluster cluster, RegistryAccess registry, String topic, boolean withSongs)
        implements CatalogueAccess {

    public KafkaCatalogue {
        requireNonNull(cluster, "cluster");
        requireNonNull(registry, "registry");
        requireNonNull(topic, "topic");
    }

    /** A catalogue that answers what is known of tracks. */
    public static KafkaCatalogue ofTracks(KafkaCluster cluster, RegistryAccess registry, String topic) {
        return new KafkaCatalogue(cluster, registry, topic, false);
    }

    /** A catalogue in which songs can be found by their mood, too. */
    public static KafkaCatalogue ofSongs(KafkaCluster cluster, RegistryAccess registry, String topic) {
        return new KafkaCatalogue(cluster, registry, topic, true);
    }

    /** What its consumer is told, by Kafka's own keys; may hold secrets. */
    public Properties consumerProperties() {
        return cluster.propertiesWith(
                Map.of("client.id", "segue-catalogue"),
                Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false"));
    }

    /** Waits until the topic has been read to where it ended when the first user asked; for ever, if Kafka stays away. */
    @Override
    public OpenCatalogue open() throws InterruptedException {
        return SharedCatalogues.open(this);
    }
}
