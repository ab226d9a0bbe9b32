package dev.segue.adapters.kafka.source;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * A reader's report of the time on its partitions.
 *
 * @param time time of its partitions together; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} when not known
 * @param idle whether all of its partitions are idle, so that none holds the clock back
 * @param partitions how many partitions it has been assigned
 */
record ReaderTime(long time, boolean idle, int partitions) implements SourceEvent {}
