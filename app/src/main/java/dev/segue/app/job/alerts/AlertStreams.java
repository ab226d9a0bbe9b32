package dev.segue.app.job.alerts;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.playback.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of the alerts pipeline.
 *
 * @param deadLetters records that are not KPI rows
 * @param health the health of every subtask, at every checkpoint
 */
record AlertStreams(DataStream<Incident> incidents, DataStream<DeadLetter> deadLetters, DataStream<Health> health) {}
