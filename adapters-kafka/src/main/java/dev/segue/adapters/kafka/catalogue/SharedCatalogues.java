package dev.segue.adapters.kafka.catalogue;

import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The open catalogues of this process, one per topic and kind, with their numbers of users. */
final class SharedCatalogues {

    private static final Map<KafkaCatalogue, Shared> OPEN = new HashMap<>();

    private SharedCatalogues() {}

    static OpenCatalogue open(KafkaCatalogue catalogue) throws InterruptedException {
        Shared shared = use(catalogue);
        try {
            shared.follower.awaitRead();
        } catch (InterruptedException e) {
            release(catalogue);
            throw e;
        }
        AtomicBoolean released = new AtomicBoolean();
        return new OpenCatalogue(shared.tracks, shared.songs, () -> {
            if (released.compareAndSet(false, true)) {
                release(catalogue);
            }
        });
    }

    private static Shared use(KafkaCatalogue catalogue) {
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(catalogue, SharedCatalogues::start);
            shared.users++;
            return shared;
        }
    }

    private static void release(KafkaCatalogue catalogue) {
        synchronized (OPEN) {
            Shared shared = OPEN.get(catalogue);
            shared.users--;
            if (shared.users == 0) {
                OPEN.remove(catalogue);
                shared.follower.stop();
            }
        }
    }

    private static Shared start(KafkaCatalogue catalogue) {
        if (catalogue.withSongs()) {
            GuardedSongs songs = new GuardedSongs(new MoodMap());
            return new Shared(started(catalogue, songs), songs, songs);
        }
        TrackTable tracks = new TrackTable();
        return new Shared(started(catalogue, tracks), tracks, Songs.NONE);
    }

    private static CatalogueFollower started(KafkaCatalogue catalogue, CatalogueCopy copy) {
        CatalogueFollower follower = new CatalogueFollower(
                catalogue.topic(),
                () -> new KafkaConsumer<>(
                        catalogue.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                new TrackCodec(catalogue.registry().connect(), catalogue.topic())::decode,
                copy);
        follower.start();
        return follower;
    }

    private static final class Shared {
        private final CatalogueFollower follower;
        private final TrackCatalogue tracks;
        private final Songs songs;
        private int users;

        Shared(CatalogueFollower follower, TrackCatalogue tracks, Songs songs) {
            this.follower = follower;
            this.tracks = tracks;
            this.songs = songs;
        }
    }
}
