package dev.segue.app.option;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.time.Duration;

/**
 * Connection to Kafka.
 *
 * @param groupId the consumer group
 * @param transactionTimeout after how long a broker aborts an open transaction of a job that is down
 */
public record KafkaSettings(KafkaCluster cluster, String groupId, Duration transactionTimeout) {}
