/** The Kafka cluster that all clients here use. */
package dev.segue.adapters.kafka.cluster;
