package dev.segue.adapters.kafka.source;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * A reader tells what time it is on its partitions.
 *
 * @param time of its partitions together; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} when not known
 * @param idle whether none of its partitions holds the clock
 * @param partitions how many it has been given
 */
record ReaderTime(long time, boolean idle, int partitions) implements SourceEvent {}
