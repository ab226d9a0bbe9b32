package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Reads playback from Kafka: usable events and what had to be set aside. An event's time is when it occurred. */
public final class PlaybackSource {

    private PlaybackSource() {}

    /**
     * Reads on and on.
     *
     * @param received how arrivals travel between operators
     */
    public static ClockedSource<Received<PlaybackEvent>> following(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackEvent>> received) {
        return source(cluster, registry, reading, received, false);
    }

    /** Reads to where every partition ends when the job starts, and ends there. */
    public static ClockedSource<Received<PlaybackEvent>> untilNow(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackEvent>> received) {
        return source(cluster, registry, reading, received, true);
    }

    private static ClockedSource<Received<PlaybackEvent>> source(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Received<PlaybackEvent>> received,
            boolean bounded) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading.asTopic(),
                schemas -> new PlaybackDecoder(
                        new PlaybackCodec(schemas, reading.topic())::decode,
                        reading.intake(),
                        reading.appendTimeTrusted()),
                received,
                new CommittedElseEarliest(),
                bounded);
    }
}
