package dev.segue.adapters.kafka.cluster;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where a Kafka cluster is and how to talk to it. Travels to the workers.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param settings what every client of this cluster needs besides, such as {@code security.protocol}; may hold secrets,
 *     which is why {@link #toString} leaves its values out
 */
public record KafkaCluster(String bootstrapServers, Map<String, String> settings) implements Serializable {

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    public KafkaCluster {
        requireNonNull(bootstrapServers, "bootstrapServers");
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers must not be empty");
        }
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A cluster that needs no further settings. */
    public static KafkaCluster at(String bootstrapServers) {
        return new KafkaCluster(bootstrapServers, Map.of());
    }

    /** Settings for a client of this cluster; {@code own} win over those of the cluster. */
    public Properties propertiesWith(Map<String, String> own) {
        return propertiesWith(Map.of(), own);
    }

    /**
     * Settings for a client of this cluster.
     *
     * @param usual what suits the client, where the cluster's settings say nothing else
     * @param own what the client cannot do without; it wins over the cluster's settings
     */
    public Properties propertiesWith(Map<String, String> usual, Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(usual);
        all.putAll(settings);
        all.putAll(own);
        all.put(BOOTSTRAP_SERVERS, bootstrapServers);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    @Override
    public String toString() {
        return bootstrapServers + (settings.isEmpty() ? "" : " with " + settings.keySet());
    }
}
