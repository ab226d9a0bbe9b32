package dev.segue.app.job.signals;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.signal.now.Signal;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of the signals pipeline.
 *
 * @param signals what is known about listeners right now
 * @param health the health of every subtask, at every checkpoint
 */
public record SignalStreams(DataStream<Signal> signals, DataStream<Health> health) {}
