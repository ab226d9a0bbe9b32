/** Writes to Kafka exactly once, also when the brokers abort what a checkpoint had already covered. */
package dev.segue.adapters.kafka.transaction;
