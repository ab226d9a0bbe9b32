package dev.segue.simulator;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Track;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.music.Song;

/** Writes the simulated music to the track catalogue. */
public final class CatalogueDelivery {

    private CatalogueDelivery() {}

    /**
     * Writes all tracks, and returns once the broker has them.
     *
     * @param topic of the catalogue
     * @throws org.apache.kafka.common.KafkaException when the broker does not accept them
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when the registry does not
     */
    public static void deliver(MusicShelf shelf, KafkaCluster cluster, SchemaRegistry registry, String topic) {
        TrackCodec codec = new TrackCodec(registry, topic);
        try (Outbox outbox = new Outbox(cluster, topic)) {
            for (Song song : shelf.songs()) {
                outbox.send(song.id(), codec.encode(track(song)));
            }
            outbox.flush();
        }
    }

    private static Track track(Song song) {
        return Track.newBuilder()
                .setTrackId(song.id())
                .setName(song.title())
                .setArtistId(song.artistId())
                .setArtistName(song.artist())
                .setDurationMs(song.durationMs())
                .setValence(song.valence())
                .setEnergy(song.energy())
                .build();
    }
}
