package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.catalogue.KafkaCatalogue;
import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.Track;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.TrackFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Shared.class)
class KafkaCatalogueTest {

    private final Servers servers;
    private TrackCodec codec;

    KafkaCatalogueTest(Servers servers) {
        this.servers = servers;
    }

    @Test
    void knows_all_that_the_topic_held_when_it_was_opened() throws Exception {
        Topics topics = servers.newTopics(3);
        for (int i = 0; i < 1_000; i++) {
            send(topics, "track-" + i, 1_000L + i, 0.25, 0.75);
        }

        try (OpenCatalogue catalogue = catalogue(topics).open()) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(catalogue.tracks().factsOf("track-" + i))
                        .isEqualTo(new TrackFacts(1_000 + i, (short) 250, (short) 750));
            }
            assertThat(catalogue.tracks().factsOf("track-1000")).isEqualTo(TrackFacts.UNKNOWN);
        }
    }

    @Test
    void follows_changes_and_removals_and_skips_what_is_no_track() throws Exception {
        Topics topics = servers.newTopics(1);
        send(topics, "changes", 1_000L, null, null);
        send(topics, "goes", 2_000L, null, null);
        servers.send(topics.tracks(), 0, "garbage", "no track".getBytes(StandardCharsets.UTF_8));
        send(topics, "stays", 3_000L, null, null);

        try (OpenCatalogue catalogue = catalogue(topics).open()) {
            assertThat(durations(catalogue, "changes", "goes", "stays")).containsExactly(1_000, 2_000, 3_000);

            send(topics, "changes", 1_500L, null, null);
            servers.send(topics.tracks(), 0, "goes", null);
            send(topics, "comes", 4_000L, null, null);

            Await.until(
                    "the new track is known",
                    () -> catalogue.tracks().factsOf("comes").durationMs() == 4_000);
            assertThat(durations(catalogue, "changes", "goes", "stays")).containsExactly(1_500, 0, 3_000);
        }
    }

    @Test
    void songs_are_found_by_their_mood_and_follow_changes() throws Exception {
        Topics topics = servers.newTopics(1);
        send(topics, "goes", 1_000L, 0.5, 0.5);
        send(topics, "moves", 1_000L, 0.5, 0.51);
        KafkaCatalogue songs = KafkaCatalogue.ofSongs(servers.cluster(), servers.registry(), topics.tracks());

        try (OpenCatalogue catalogue = songs.open()) {
            assertThat(ids(catalogue)).containsExactly("goes", "moves");
            assertThat(catalogue.tracks().factsOf("moves").energy()).isEqualTo((short) 510);

            servers.send(topics.tracks(), 0, "goes", null);
            send(topics, "moves", 1_000L, 0.9, 0.9);
            send(topics, "comes", 1_000L, 0.6, 0.6);
            Await.until("the new song is known", () -> ids(catalogue).contains("comes"));
            assertThat(ids(catalogue)).containsExactly("comes", "moves");
        }
    }

    @Test
    void a_table_of_tracks_only_has_no_songs() throws Exception {
        Topics topics = servers.newTopics(1);
        send(topics, "song", 1_000L, 0.5, 0.5);

        try (OpenCatalogue catalogue = catalogue(topics).open()) {
            assertThat(ids(catalogue)).isEmpty();
        }
    }

    @Test
    void an_empty_topic_keeps_nobody_waiting() throws Exception {
        try (OpenCatalogue catalogue = catalogue(servers.newTopics(2)).open()) {
            assertThat(catalogue.tracks().factsOf("any")).isEqualTo(TrackFacts.UNKNOWN);
        }
    }

    @Test
    void waits_until_there_is_something_to_read_from() throws Exception {
        Topics topics = Servers.newNames();
        CompletableFuture<OpenCatalogue> opening = CompletableFuture.supplyAsync(() -> open(topics));
        new TopicAdmin(servers.cluster()).create(new TopicLayout(1, -1).of(topics));

        try (OpenCatalogue catalogue = opening.get()) {
            send(topics, "late riser", 7L, null, null);
            Await.until(
                    "the track is known",
                    () -> catalogue.tracks().factsOf("late riser").durationMs() == 7);
        }
    }

    @Test
    void all_who_open_it_share_one_until_the_last_one_closes() throws Exception {
        Topics topics = servers.newTopics(1);
        OpenCatalogue first = catalogue(topics).open();
        OpenCatalogue second = catalogue(topics).open();
        assertThat(second.tracks()).isSameAs(first.tracks());

        first.close();
        first.close();
        send(topics, "song", 5L, null, null);
        Await.until(
                "the catalogue that is still open knows the track",
                () -> second.tracks().factsOf("song").durationMs() == 5);
        second.close();

        try (OpenCatalogue third = catalogue(topics).open()) {
            assertThat(third.tracks()).isNotSameAs(first.tracks());
            assertThat(third.tracks().factsOf("song").durationMs()).isEqualTo(5);
        }
    }

    private OpenCatalogue open(Topics topics) {
        try {
            return catalogue(topics).open();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaCatalogue catalogue(Topics topics) {
        return KafkaCatalogue.ofTracks(servers.cluster(), servers.registry(), topics.tracks());
    }

    private void send(Topics topics, String id, Long durationMs, Double valence, Double energy) throws Exception {
        Track track = Track.newBuilder()
                .setTrackId(id)
                .setDurationMs(durationMs)
                .setValence(valence)
                .setEnergy(energy)
                .build();
        if (codec == null) {
            codec = new TrackCodec(servers.registry().connect(), topics.tracks());
        }
        servers.send(topics.tracks(), null, id, codec.encode(track));
    }

    private static List<String> ids(OpenCatalogue catalogue) {
        return catalogue.songs().near(500, 500, 10).stream().map(Song::trackId).toList();
    }

    private static int[] durations(OpenCatalogue catalogue, String... ids) {
        int[] durations = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            durations[i] = catalogue.tracks().factsOf(ids[i]).durationMs();
        }
        return durations;
    }
}
