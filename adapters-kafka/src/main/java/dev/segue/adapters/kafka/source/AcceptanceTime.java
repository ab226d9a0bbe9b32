package dev.segue.adapters.kafka.source;

import org.apache.flink.api.connector.source.SourceEvent;

/** Sends the acceptance clock, the time of all partitions together, to a reader. */
record AcceptanceTime(long time) implements SourceEvent {}
