package dev.segue.app.job.sessions;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of the sessions pipeline.
 *
 * @param changes revisions of sessions, and their plays
 * @param late events beyond the allowed lateness or the limits of their listener, whole
 * @param deadLetters rejected records
 * @param health the health of every subtask, at every checkpoint
 */
public record SessionStreams(
        DataStream<Change> changes,
        DataStream<PlaybackEvent> late,
        DataStream<DeadLetter> deadLetters,
        DataStream<Health> health) {}
