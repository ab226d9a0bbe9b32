package dev.segue.app.job.playlists;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.playback.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the pipeline from sessions to KPI rows.
 *
 * @param updates records of sessions, with what their runs are counted under decided
 * @param rows KPI rows, each replacing the one before it
 * @param deadLetters what could not be used
 * @param health how every subtask is doing, at every checkpoint
 */
public record KpiStreams(
        DataStream<SessionUpdate> updates,
        DataStream<KpiRow> rows,
        DataStream<DeadLetter> deadLetters,
        DataStream<Health> health) {}
