package dev.segue.adapters.kafka.cluster;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.secret.ReferenceProvider;
import dev.segue.adapters.kafka.secret.References;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Address and client settings of a Kafka cluster. Serialized to the workers.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param settings further settings of every client of this cluster, such as {@code security.protocol}; may contain
 *     secrets, so {@link #toString} omits the values. References in them are resolved by each client, where it runs
 */
public record KafkaCluster(String bootstrapServers, Map<String, String> settings) implements Serializable {

    /**
     * For an admin client, and for the settings that Flink's source shares with its own. While no broker answers, Kafka's
     * admin client starts over after every retry and logs that, hundreds of times a second with the default of 100 ms.
     */
    public static final Map<String, String> PATIENT_ADMIN = Map.of("retry.backoff.ms", "1000");

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    private static final String PROVIDERS = "config.providers";

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

    /** Settings for a client of this cluster; {@code own} overrides the cluster's settings. */
    public Properties propertiesWith(Map<String, String> own) {
        return propertiesWith(Map.of(), own);
    }

    /**
     * Settings for a client of this cluster.
     *
     * @param usual defaults of the client, which the cluster's settings override
     * @param own settings that the client requires; they override the cluster's settings
     */
    public Properties propertiesWith(Map<String, String> usual, Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(usual);
        all.putAll(settings);
        all.putAll(own);
        all.put(BOOTSTRAP_SERVERS, bootstrapServers);
        if (settings.values().stream().anyMatch(References::in)) {
            all.putAll(ReferenceProvider.settingsBeside(settings.get(PROVIDERS)));
        }
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    @Override
    public String toString() {
        return bootstrapServers + (settings.isEmpty() ? "" : " with " + settings.keySet());
    }
}
