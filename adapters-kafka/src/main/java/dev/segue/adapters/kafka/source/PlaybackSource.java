package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Reads playback from Kafka: usable events and rejected records. The time of an event is when it occurred. */
public final class PlaybackSource {

    private PlaybackSource() {}

    /**
     * Reads without end.
     *
     * @param received type information of the received records
     */
    public static ClockedSource<Received<PlaybackRecord>> following(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackRecord>> received) {
        return source(cluster, registry, reading, received, false);
    }

    /** Reads up to where every partition ended when the job started. */
    public static ClockedSource<Received<PlaybackRecord>> untilNow(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackRecord>> received) {
        return source(cluster, registry, reading, received, true);
    }

    private static ClockedSource<Received<PlaybackRecord>> source(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackRecord>> received,
            boolean bounded) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading.asTopic(),
                schemas -> new PlaybackDecoder(
                        new PlaybackCodec(schemas, reading.topic())::decode,
                        reading.intake(),
                        reading.appendTimeTrusted(),
                        reading.pseudonyms()),
                received,
                new CommittedElseEarliest(),
                bounded);
    }
}
