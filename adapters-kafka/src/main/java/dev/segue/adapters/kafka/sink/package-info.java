/** Writes the jobs' results to Kafka; {@link dev.segue.adapters.kafka.sink.Sinks} creates all sinks. */
package dev.segue.adapters.kafka.sink;
