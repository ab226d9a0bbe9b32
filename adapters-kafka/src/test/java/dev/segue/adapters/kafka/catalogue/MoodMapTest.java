package dev.segue.adapters.kafka.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.TrackFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Finds songs by mood, and the facts of all tracks. */
class MoodMapTest {

    private final MoodMap map = new MoodMap();

    @Test
    void the_nearest_songs_come_first() {
        put("far", 900, 100);
        put("here", 500, 500);
        put("near", 510, 490);

        assertThat(ids(map.near(500, 500, 3))).containsExactly("here", "near", "far");
        assertThat(ids(map.near(899, 101, 2))).containsExactly("far", "near");
    }

    @Test
    void the_corners_of_the_map_are_on_it() {
        put("low", 0, 0);
        put("high", 1000, 1000);

        assertThat(map.near(0, 0, 2)).containsExactly(new Song("low", 0, 0, 0), new Song("high", 0, 1000, 1000));
        assertThat(ids(map.near(1000, 1000, 1))).containsExactly("high");
    }

    @Test
    void a_track_without_mood_has_facts_and_is_no_song() {
        map.put("spoken", "author", new TrackFacts(60_000, TrackFacts.NOT_KNOWN, (short) 500));

        assertThat(map.near(500, 500, 10)).isEmpty();
        assertThat(map.factsOf("spoken").durationMs()).isEqualTo(60_000);
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void equal_artists_are_equal_and_unknown_ones_are_none() {
        map.put("one", "abba", facts(1, 1));
        map.put("two", "abba", facts(2, 2));
        map.put("three", "beatles", facts(3, 3));
        map.put("four", null, facts(4, 4));

        assertThat(map.artistOf("one")).isEqualTo(map.artistOf("two")).isNotEqualTo(map.artistOf("three"));
        assertThat(map.artistOf("four")).isEqualTo(Song.NO_ARTIST);
        assertThat(map.artistOf("five")).isEqualTo(Song.NO_ARTIST);
    }

    @Test
    void a_song_that_changes_moves_and_one_that_goes_is_gone() {
        put("moves", 100, 100);
        put("goes", 110, 110);
        put("stays", 120, 120);
        put("moves", 900, 900);
        map.remove("goes");
        map.remove("unknown");

        assertThat(map.near(100, 100, 10))
                .containsExactly(new Song("stays", 0, 120, 120), new Song("moves", 0, 900, 900));
        assertThat(map.factsOf("goes")).isEqualTo(TrackFacts.UNKNOWN);
        assertThat(map.artistOf("goes")).isEqualTo(Song.NO_ARTIST);
        assertThat(map.size()).isEqualTo(2);

        put("goes", 115, 115);
        assertThat(ids(map.near(100, 100, 10))).containsExactly("goes", "stays", "moves");
    }

    @Test
    void whatever_comes_changes_and_goes_it_is_as_a_plain_list_would_have_it() {
        Random random = new Random(11);
        Map<String, Song> plain = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String id = "track-" + random.nextInt(8_000);
            if (random.nextInt(3) == 0) {
                map.remove(id);
                plain.remove(id);
            } else {
                Song song = new Song(id, "artist".hashCode(), random.nextInt(1_001), random.nextInt(1_001));
                map.put(id, "artist", facts(song.valence(), song.energy()));
                plain.put(id, song);
            }
        }

        assertThat(map.size()).isEqualTo(plain.size());
        plain.forEach((id, song) -> assertThat(map.factsOf(id)).isEqualTo(facts(song.valence(), song.energy())));
        for (int place = 0; place <= 1_000; place += 100) {
            int valence = place;
            List<Song> nearest = new ArrayList<>(plain.values());
            nearest.sort(Comparator.comparingDouble(song -> apart(song, valence, 500)));
            List<Song> found = map.near(valence, 500, 20);
            assertThat(found).hasSize(20).isSubsetOf(plain.values());
            assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(song -> apart(song, valence, 500)));
            assertThat(apart(found.get(19), valence, 500))
                    .as("no farther away than the true nearest, give or take a square")
                    .isCloseTo(apart(nearest.get(19), valence, 500), within(15.0));
        }
    }

    @Test
    void of_a_crowded_place_some_are_looked_at_and_not_always_the_same() {
        for (int i = 0; i < 100_000; i++) {
            put("track-" + i, 500, 500);
        }

        List<String> here = ids(map.near(500, 500, 64));
        assertThat(here).hasSize(64).doesNotHaveDuplicates();
        assertThat(ids(map.near(501, 500, 64))).hasSize(64).isNotEqualTo(here);
    }

    @Test
    void a_million_tracks_take_less_than_a_hundred_bytes_each() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000_000; i++) {
            String id = String.format("%022d", i);
            map.put(id, "artist-" + i / 12, facts(random.nextInt(1_001), random.nextInt(1_001)));
        }

        assertThat(map.size()).isEqualTo(1_000_000);
        assertThat(map.bytes() / 1_000_000).isBetween(50L, 99L);
    }

    @Test
    void long_ids_are_kept_whole() {
        String id = "ü".repeat(256);
        put(id, 500, 500);

        assertThat(ids(map.near(500, 500, 1))).containsExactly(id);
    }

    private void put(String id, int valence, int energy) {
        map.put(id, null, facts(valence, energy));
    }

    private static TrackFacts facts(int valence, int energy) {
        return new TrackFacts(180_000, (short) valence, (short) energy);
    }

    private static double apart(Song song, int valence, int energy) {
        return Math.hypot(song.valence() - valence, song.energy() - energy);
    }

    private static List<String> ids(List<Song> songs) {
        return songs.stream().map(Song::trackId).toList();
    }
}
