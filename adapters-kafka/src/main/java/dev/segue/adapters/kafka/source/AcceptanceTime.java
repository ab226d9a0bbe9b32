package dev.segue.adapters.kafka.source;

import org.apache.flink.api.connector.source.SourceEvent;

/** All readers are told what time it is on all partitions: the acceptance clock. */
record AcceptanceTime(long time) implements SourceEvent {}
