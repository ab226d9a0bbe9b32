package dev.segue.domain.signal.ranking;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.SongList;
import dev.segue.domain.signal.ListenerNow;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.LeftOut;
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

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10)
                        .suggest(anna.now())
                        .songs())
                .containsExactly(
                        new NextSong("a1", 1_000, List.of()),
                        new NextSong("b1", 929, List.of(new Factor("close-to-heading", 929))),
                        new NextSong("far", 500, List.of(new Factor("close-to-heading", 500))),
                        new NextSong(
                                "a2",
                                496,
                                List.of(new Factor("close-to-heading", 993), new Factor("variety-of-artist", 500))));
        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 2)
                        .suggest(anna.now())
                        .songs())
                .extracting(NextSong::trackId)
                .containsExactly("a1", "b1");
    }

    @Test
    void equal_fits_are_in_the_order_of_their_ids() {
        put("b", null, 500, 510);
        put("a", null, 500, 490);
        ListenerNow anna = listener().does(play("08:00").feeling(500, 500));

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10)
                        .suggest(anna.now())
                        .songs())
                .extracting(NextSong::trackId, NextSong::fit)
                .containsExactly(tuple("a", 993), tuple("b", 993));
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

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 64)
                        .suggest(anna.now())
                        .songs())
                .hasSize(64);
    }

    @Test
    void songs_that_policies_kept_out_are_named_with_these_policies_the_best_otherwise_first() {
        put("played", null, 500, 500);
        put("left", "abba", 500, 510);
        put("artist left", "abba", 500, 520);
        put("fits", null, 500, 600);
        put("also fits", null, 500, 610);
        put("fits less", null, 500, 620);
        put("far", null, 500, 900);
        ListenerNow anna = listener()
                .does(
                        play("08:00").of("played").feeling(500, 500),
                        play("08:04").of("left").feeling(500, 510).skipped());

        Suggestions suggestions = new Ranking(RankingPolicies.DEFAULT, songs, 2).suggest(headingFor(anna, 500, 500));

        assertThat(suggestions.songs()).extracting(NextSong::trackId).containsExactly("fits", "also fits");
        assertThat(suggestions.leftOut())
                .containsExactly(
                        new LeftOut("played", 1_000, List.of(new Factor("not-just-played", 0))),
                        new LeftOut(
                                "left",
                                993,
                                List.of(
                                        new Factor("not-just-played", 0),
                                        new Factor("not-skipped", 0),
                                        new Factor("variety-of-artist", 500))),
                        new LeftOut(
                                "artist left",
                                986,
                                List.of(new Factor("not-skipped", 500), new Factor("variety-of-artist", 500))));
    }

    @Test
    void a_song_left_out_is_judged_beside_all_that_are_suggested() {
        put("a1", "abba", 500, 500);
        put("a2", "abba", 500, 501);
        put("a3", "abba", 500, 502);
        put("b1", null, 500, 600);
        ListenerNow anna = listener().does(play("08:00").of("heard").feeling(500, 500));

        Suggestions suggestions = new Ranking(RankingPolicies.DEFAULT, songs, 2).suggest(anna.now());

        assertThat(suggestions.songs()).extracting(NextSong::trackId).containsExactly("a1", "b1");
        assertThat(suggestions.leftOut())
                .containsExactly(
                        new LeftOut("a2", 999, List.of(new Factor("variety-of-artist", 500))),
                        new LeftOut("a3", 999, List.of(new Factor("variety-of-artist", 500))));
    }

    @Test
    void a_song_that_would_fit_less_beside_those_that_are_suggested_is_not_called_left_out() {
        put("near", null, 500, 500);
        put("played", null, 500, 500);
        ListenerNow anna = listener().does(play("08:00").of("played").feeling(500, 500));
        List<RankingPolicy> policies = List.of(new CloseToHeading(), new NotJustPlayed(50), new FirstIsBest());

        Suggestions suggestions = new Ranking(policies, songs, 1).suggest(anna.now());

        assertThat(suggestions.songs()).containsExactly(new NextSong("near", 1_000, List.of()));
        assertThat(suggestions.leftOut()).isEmpty();
    }

    /** Three quarters for every song but the first. */
    private record FirstIsBest() implements RankingPolicy {

        @Override
        public String name() {
            return "first-is-best";
        }

        @Override
        public Fit at(Now now, Songs songs) {
            return (song, ahead) -> ahead.isEmpty() ? PERFECT : 750;
        }
    }

    @Test
    void a_song_that_would_not_be_suggested_anyway_is_not_called_left_out() {
        put("near", null, 500, 500);
        put("played", null, 500, 520);
        ListenerNow anna = listener().does(play("08:00").of("played").feeling(500, 500));

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 1)
                        .suggest(anna.now())
                        .leftOut())
                .isEmpty();
        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 2)
                        .suggest(anna.now())
                        .leftOut())
                .extracting(LeftOut::trackId)
                .containsExactly("played");
    }

    @Test
    void of_many_songs_left_out_the_five_that_would_fit_best_are_named() {
        ListenerNow anna = listener();
        for (int i = 0; i < 20; i++) {
            put("played-" + (19 - i), null, 500, 500 + 5 * i);
            anna.does(play("08:%02d".formatted(i))
                    .of("played-" + i)
                    .lasting("1:00")
                    .feeling(500, 500));
        }

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10)
                        .suggest(anna.now())
                        .leftOut())
                .extracting(LeftOut::trackId, LeftOut::fitOtherwise)
                .containsExactly(
                        tuple("played-19", 1_000),
                        tuple("played-18", 996),
                        tuple("played-17", 993),
                        tuple("played-16", 989),
                        tuple("played-15", 986));
    }

    @Test
    void nobody_suggests_anything_where_the_mood_is_not_known() {
        put("song", null, 500, 500);

        assertThat(new Ranking(RankingPolicies.DEFAULT, songs, 10)
                        .suggest(listener().does(play("08:00")).now()))
                .isEqualTo(Suggestions.NONE);
    }

    @Test
    void the_defaults() {
        assertThat(RankingPolicies.DEFAULT)
                .containsExactly(new CloseToHeading(), new NotJustPlayed(50), new NotSkipped(), new VarietyOfArtist(3));
        assertThat(RankingPolicies.DEFAULT.stream().map(RankingPolicy::name))
                .containsExactly("close-to-heading", "not-just-played", "not-skipped", "variety-of-artist");
    }

    private static Now headingFor(ListenerNow listener, int valence, int energy) {
        Now now = listener.now();
        return new Now(
                now.asOf(),
                now.session(),
                now.run(),
                now.skipStreak(),
                now.mood(),
                new Heading(valence, energy),
                now.plays(),
                now.earlierPlays(),
                now.sounding(),
                now.lastAdAt());
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
