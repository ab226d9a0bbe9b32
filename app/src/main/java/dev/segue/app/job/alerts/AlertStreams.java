package dev.segue.app.job.alerts;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.playback.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the alerts pipeline.
 *
 * @param deadLetters what is no KPI row
 * @param health how every subtask is doing, at every checkpoint
 */
record AlertStreams(DataStream<Incident> incidents, DataStream<DeadLetter> deadLetters, DataStream<Health> health) {}
