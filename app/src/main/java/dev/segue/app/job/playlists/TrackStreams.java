package dev.segue.app.job.playlists;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.playback.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the pipeline from plays to track KPIs.
 *
 * @param kpis track KPIs, each replacing those before
 * @param deadLetters what could not be used
 * @param health how every subtask is doing, at every checkpoint
 */
public record TrackStreams(DataStream<TrackKpis> kpis, DataStream<DeadLetter> deadLetters, DataStream<Health> health) {}
