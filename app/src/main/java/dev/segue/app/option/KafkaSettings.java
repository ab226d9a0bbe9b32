package dev.segue.app.option;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.time.Duration;

/**
 * How to reach Kafka, and as whom.
 *
 * @param groupId the consumer group
 * @param transactionTimeout after how long a broker gives up on a transaction of a job that went away
 */
public record KafkaSettings(KafkaCluster cluster, String groupId, Duration transactionTimeout) {}
