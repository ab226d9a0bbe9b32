package dev.segue.app.job;

import com.google.inject.Inject;
import dev.segue.adapters.flink.kpi.KpiTypes;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.source.ClockedSource;
import dev.segue.adapters.kafka.source.ResultSources;
import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.session.Change;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads results of other jobs, for any job; the watermark is the acceptance clock that those jobs wrote. */
public final class ResultStreams {

    private final KafkaCluster cluster;
    private final RegistryAccess registry;

    @Inject
    ResultStreams(KafkaCluster cluster, RegistryAccess registry) {
        this.cluster = cluster;
        this.registry = registry;
    }

    /**
     * Sessions: revisions, superseded ids and tombstones.
     *
     * @param topics what the broker reported, including about the sessions topic
     */
    public DataStream<Received<Change>> sessions(
            StreamExecutionEnvironment flink, TopicCheck topics, TopicReading reading) {
        return read(
                flink,
                topics,
                reading,
                ResultSources.sessions(cluster, registry, reading, SessionTypes.RECEIVED_CHANGES),
                "sessions");
    }

    /**
     * Plays: chunks of them, and tombstones. The watermark is that of the sessions job, as far as plays carry it: while no
     * plays are written, it stands still.
     *
     * @param topics what the broker reported, including about the topic of plays
     */
    public DataStream<Received<Change>> plays(
            StreamExecutionEnvironment flink, TopicCheck topics, TopicReading reading) {
        return read(
                flink,
                topics,
                reading,
                ResultSources.plays(cluster, registry, reading, SessionTypes.RECEIVED_CHANGES),
                "plays");
    }

    /**
     * KPI rows.
     *
     * @param topics what the broker reported, including about the topic of KPI rows
     */
    public DataStream<Received<KpiRow>> kpis(
            StreamExecutionEnvironment flink, TopicCheck topics, TopicReading reading) {
        return read(
                flink,
                topics,
                reading,
                ResultSources.kpis(cluster, registry, reading, KpiTypes.RECEIVED_KPI_ROWS),
                "kpis");
    }

    /** Defines a source with no more readers than partitions, because further ones would be idle. */
    private static <T> DataStream<Received<T>> read(
            StreamExecutionEnvironment flink,
            TopicCheck topics,
            TopicReading reading,
            ClockedSource<Received<T>> source,
            String what) {
        return flink.fromSource(source, WatermarkStrategy.noWatermarks(), "read " + what)
                .uid("read-" + what)
                .setParallelism(Math.min(flink.getParallelism(), topics.partitionsOf(reading.topic())));
    }
}
