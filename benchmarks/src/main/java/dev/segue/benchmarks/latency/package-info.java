/**
 * Measures the latency of signals on Kafka and Flink: from the broker's append of an event to its append of the signal.
 */
package dev.segue.benchmarks.latency;
