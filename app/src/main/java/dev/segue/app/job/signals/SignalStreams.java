package dev.segue.app.job.signals;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.signal.now.Signal;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the signals pipeline.
 *
 * @param signals what is known of listeners right now
 * @param health how every subtask is doing, at every checkpoint
 */
public record SignalStreams(DataStream<Signal> signals, DataStream<Health> health) {}
