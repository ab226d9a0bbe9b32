package dev.segue.domain.signal.ranking;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.SongList;
import dev.segue.domain.signal.ListenerNow;
import dev.segue.domain.signal.now.Signal.NextSong;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each policy by itself, and all together. */
class RankingTest {

    private final SongList songs = new SongList();

    @Test
    void close_to_heading_falls_with_the_distance_to_nothing_across_the_map() {
        ListenerNow anna = listener().does(play("08:00").feeling(0, 0));
        RankingPolicy.Fit fit = new CloseToHeading().at(anna.now(), songs);

        assertThat(fit.of(new Song("here", 0, 0, 0), List.of())).isEqualTo(1_000);
        assertThat(fit.of(new Song("aside", 0, 1_000, 0), List.of())).isEqualTo(293);
        assertThat(fit.of(new Song("across", 0, 1_000, 1_000), List.of())).isZero();
    }

    @Test
    void not_just_played_leaves_out_the_latest_plays_and_what_sounds() {
        ListenerNow anna = listener()
                .does(
                        play("08:00").of("long ago"),
                        play("08:04").of("before"),
                        play("09:04").of("last"),
                        aStart().at("09:07").of("now"));
        RankingPolicy.Fit fit = new NotJustPlayed(2).at(anna.now(), songs);

        assertThat(fit.of(song("now"), List.of())).isZero();
        assertThat(fit.of(song("last"), List.of())).isZero();
        assertThat(fit.of(song("before"), List.of())).isZero();
        assertThat(fit.of(song("long ago"), List.of())).isEqualTo(1_000);
        assertThat(fit.of(song("other"), List.of())).isEqualTo(1_000);
    }

    @Test
    void not_skipped_leaves_out_what_was_skipped_and_halves_its_artist() {
        put("left", "abba");
        put("also left", "queen");
        put("stayed", "queen");
        ListenerNow anna = listener()
                .does(
                        play("07:00").of("left long ago").skipped(),
                        play("08:00").of("left").skipped(),
                        play("08:04").of("also left").skipped(),
                        play("08:08").of("stayed"));
        RankingPolicy.Fit fit = new NotSkipped().at(anna.now(), songs);

        assertThat(fit.of(song("left"), List.of())).isZero();
        assertThat(fit.of(song("left long ago"), List.of())).isZero();
        assertThat(fit.of(song("other", "abba"), List.of())).isEqualTo(500);
        assertThat(fit.of(song("other", "queen"), List.of())).isEqualTo(1_000);
        assertThat(fit.of(song("other"), List.of())).isEqualTo(1_000);
    }

    @Test
    void variety_of_artist_halves_for_every_song_of_the_same_artist_accepted_or_ahead() {
        put("heard", "abba");
        put("heard before", "queen");
        ListenerNow anna =
                listener().does(play("08:00").of("heard before"), play("08:04").of("heard"));
        RankingPolicy.Fit fit = new VarietyOfArtist(1).at(anna.now(), songs);

        assertThat(fit.of(song("x", "abba"), List.of())).isEqualTo(500);
        assertThat(fit.of(song("x", "queen"), List.of())).isEqualTo(1_000);
        assertThat(fit.of(song("x", "abba"), List.of(song("y", "abba"), song("z", "queen"))))
                .isEqualTo(250);
        assertThat(fit.of(song("x"), List.of(song("y"), song("z")))).isEqualTo(1_000);
    }

    @Test
    void the_best_fit_comes_first_and_songs_of_one_artist_make_room_for_others() {
        put("a1", "abba", 500, 500);
        put("a2", "abba", 500, 510);
        put("b1", "blur", 500, 600);
        put("far", "cher", 0, 0);
        ListenerNow anna = listener().does(play("08:00").of("heard").feeling(500, 500));

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10).nextSongs(anna.now()))
                .containsExactly(
                        new NextSong("a1", 1_000),
                        new NextSong("b1", 929),
                        new NextSong("far", 500),
                        new NextSong("a2", 496));
        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 2).nextSongs(anna.now()))
                .containsExactly(new NextSong("a1", 1_000), new NextSong("b1", 929));
    }

    @Test
    void equal_fits_are_in_the_order_of_their_ids() {
        put("b", null, 500, 510);
        put("a", null, 500, 490);
        ListenerNow anna = listener().does(play("08:00").feeling(500, 500));

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10).nextSongs(anna.now()))
                .containsExactly(new NextSong("a", 993), new NextSong("b", 993));
    }

    @Test
    void what_was_played_takes_no_place_from_what_can_be() {
        ListenerNow anna = listener();
        for (int i = 0; i < 20; i++) {
            put("played-" + i, null, 500, 500);
            anna.does(play("08:%02d".formatted(i))
                    .of("played-" + i)
                    .lasting("1:00")
                    .feeling(500, 500));
        }
        for (int i = 0; i < 70; i++) {
            put("nearer-" + i, null, 500, 501);
        }

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 64).nextSongs(anna.now()))
                .hasSize(64);
    }

    @Test
    void nobody_suggests_anything_where_the_mood_is_not_known() {
        put("song", null, 500, 500);

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10)
                        .nextSongs(listener().does(play("08:00")).now()))
                .isEmpty();
    }

    @Test
    void the_defaults() {
        assertThat(RankingPolicies.DEFAULT)
                .containsExactly(new CloseToHeading(), new NotJustPlayed(50), new NotSkipped(), new VarietyOfArtist(3));
        assertThat(RankingPolicies.DEFAULT.stream().map(RankingPolicy::name))
                .containsExactly("close-to-heading", "not-just-played", "not-skipped", "variety-of-artist");
    }

    private static PlayBuilder play(String at) {
        return aPlay().at(at);
    }

    private void put(String id, String artist) {
        put(id, artist, 500, 500);
    }

    private void put(String id, String artist, int valence, int energy) {
        songs.put(id, artist, new TrackFacts(180_000, (short) valence, (short) energy));
    }

    private static Song song(String id) {
        return new Song(id, Song.NO_ARTIST, 500, 500);
    }

    private Song song(String id, String artist) {
        put("another of " + artist, artist);
        return new Song(id, songs.artistOf("another of " + artist), 500, 500);
    }
}
