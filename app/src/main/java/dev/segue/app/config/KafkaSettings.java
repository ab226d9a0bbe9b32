package dev.segue.app.config;

import java.time.Duration;
import java.util.Map;

/**
 * How to reach Kafka, and as whom.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param properties for every client, as the Kafka clients name them; may hold secrets, which {@link #toString} hides
 */
public record KafkaSettings(
        String bootstrapServers, String groupId, Duration transactionTimeout, Map<String, String> properties) {

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + " as " + groupId + "]";
    }
}
