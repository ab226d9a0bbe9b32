/** The Kafka cluster that everything here talks to. */
package dev.segue.adapters.kafka.cluster;
