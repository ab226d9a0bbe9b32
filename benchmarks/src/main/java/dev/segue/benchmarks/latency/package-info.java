/** How soon a signal comes: from the broker's append of an event to its append of the signal, on Kafka and Flink. */
package dev.segue.benchmarks.latency;
