package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.playback.Arrival;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Reads playback from Kafka: usable events and what had to be set aside. An event's time is when it occurred. */
public final class PlaybackSource {

    private PlaybackSource() {}

    /**
     * Reads on and on.
     *
     * @param arrivals how arrivals travel between operators
     */
    public static ClockedSource<Arrival> following(
            KafkaCluster cluster, RegistryAccess registry, PlaybackReading reading, TypeInformation<Arrival> arrivals) {
        return source(cluster, registry, reading, arrivals, false);
    }

    /** Reads to where every partition ends when the job starts, and ends there. */
    public static ClockedSource<Arrival> untilNow(
            KafkaCluster cluster, RegistryAccess registry, PlaybackReading reading, TypeInformation<Arrival> arrivals) {
        return source(cluster, registry, reading, arrivals, true);
    }

    private static ClockedSource<Arrival> source(
            KafkaCluster cluster,
            RegistryAccess registry,
            PlaybackReading reading,
            TypeInformation<Arrival> arrivals,
            boolean bounded) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading.asTopic(),
                schemas -> new ArrivalDecoder(
                        new PlaybackCodec(schemas, reading.topic())::decode,
                        reading.intake(),
                        reading.appendTimeTrusted()),
                arrivals,
                new CommittedElseEarliest(),
                bounded);
    }
}
