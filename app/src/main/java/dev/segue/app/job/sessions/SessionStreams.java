package dev.segue.app.job.sessions;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the sessions pipeline.
 *
 * @param changes revisions of sessions, and the plays they are made of
 * @param late events beyond the allowed lateness, whole
 * @param deadLetters what could not be used
 * @param health how every subtask is doing, at every checkpoint
 */
public record SessionStreams(
        DataStream<Change> changes,
        DataStream<PlaybackEvent> late,
        DataStream<DeadLetter> deadLetters,
        DataStream<Health> health) {}
