package dev.segue.adapters.kafka.catalogue;

import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The catalogues that are open in this process, one per topic, with the number of their users. */
final class SharedCatalogues {

    private static final Map<KafkaCatalogue, Shared> OPEN = new HashMap<>();

    private SharedCatalogues() {}

    static OpenCatalogue open(KafkaCatalogue catalogue) throws InterruptedException {
        CatalogueFollower follower = use(catalogue);
        try {
            follower.awaitRead();
        } catch (InterruptedException e) {
            release(catalogue);
            throw e;
        }
        AtomicBoolean released = new AtomicBoolean();
        return new OpenCatalogue(follower.tracks(), () -> {
            if (released.compareAndSet(false, true)) {
                release(catalogue);
            }
        });
    }

    private static CatalogueFollower use(KafkaCatalogue catalogue) {
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(catalogue, SharedCatalogues::start);
            shared.users++;
            return shared.follower;
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
        CatalogueFollower follower = new CatalogueFollower(
                catalogue.topic(),
                () -> new KafkaConsumer<>(
                        catalogue.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                new TrackCodec(catalogue.registry().connect(), catalogue.topic())::decode);
        follower.start();
        return new Shared(follower);
    }

    private static final class Shared {
        private final CatalogueFollower follower;
        private int users;

        Shared(CatalogueFollower follower) {
            this.follower = follower;
        }
    }
}
