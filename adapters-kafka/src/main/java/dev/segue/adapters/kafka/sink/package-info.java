/** What the jobs say, into Kafka: {@link dev.segue.adapters.kafka.sink.Sinks} makes all sinks. */
package dev.segue.adapters.kafka.sink;
