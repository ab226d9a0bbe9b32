package dev.segue.app.job;

import com.google.inject.Inject;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PlaybackSource;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads playback events for any job, with the acceptance clock as watermark. */
public final class PlaybackStream {

    private final KafkaCluster cluster;
    private final RegistryAccess registry;

    @Inject
    PlaybackStream(KafkaCluster cluster, RegistryAccess registry) {
        this.cluster = cluster;
        this.registry = registry;
    }

    /**
     * Defines the source on Flink. It has no more readers than partitions, because further ones would be idle.
     *
     * @param topics what the broker reported, including about the playback topic
     */
    public DataStream<Received<PlaybackRecord>> read(
            StreamExecutionEnvironment flink, TopicCheck topics, PlaybackReading reading) {
        PlaybackReading asStamped = reading.trustingAppendTime(topics.stampsWithAppendTime(reading.topic()));
        return flink.fromSource(
                        PlaybackSource.following(cluster, registry, asStamped, IntakeTypes.RECEIVED_EVENTS),
                        WatermarkStrategy.noWatermarks(),
                        "read playback")
                .uid("read-playback")
                .setParallelism(Math.min(flink.getParallelism(), topics.partitionsOf(reading.topic())));
    }
}
