package dev.segue.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the sessions of a listener add up to. */
class HistoryWalkTest {

    private static final long MINUTE = 60_000;
    private static final Device PHONE = new Device("phone", Device.Type.PHONE);
    private static final TrackName BLUE = new TrackName("Blue", "Them", "Colours");
    private static final TrackName RED = new TrackName("Red", "Them", "Colours");
    private static final TrackName WALTZ = new TrackName("Waltz", "Others", null);

    private final HistoryWalk walk = new HistoryWalk(ListeningRules.DEFAULT, ZoneId.of("Europe/Berlin"));

    @Test
    void totals_are_those_of_all_sessions() {
        add("2024-05-01T10:00:00Z", song(0, 3, "t1", BLUE), skip(3, 1, "t2", RED));
        add("2024-05-02T10:00:00Z", song(0, 5, "t3", WALTZ));

        ListenerHistory history = walk.history();

        assertThat(history.listener()).isEqualTo("anna");
        assertThat(history.firstAt()).isEqualTo(at("2024-05-01T10:00:00Z"));
        assertThat(history.lastAt()).isEqualTo(at("2024-05-02T10:00:00Z"));
        assertThat(history.sessions()).isEqualTo(2);
        assertThat(history.plays()).isEqualTo(new Standing<>("anna", 3, 1, 0, 9 * MINUTE));
        assertThat(history.countedPlays()).isEqualTo(3);
        assertThat(history.skips()).isEqualTo(new Skips(0, 0, 1));
        assertThat(history.listenedMs()).isEqualTo(9 * MINUTE);
        assertThat(history.times().on(LocalDate.parse("2024-05-01"))).isEqualTo(4 * MINUTE);
    }

    @Test
    void what_sounds_at_the_same_time_is_listened_once_but_played_twice() {
        add("2024-05-01T10:00:00Z", song(0, 10, "t1", BLUE), song(5, 10, "t2", RED));

        ListenerHistory history = walk.history();

        assertThat(history.times().in(2024)).isEqualTo(15 * MINUTE);
        assertThat(history.listenedMs()).isEqualTo(15 * MINUTE);
        assertThat(history.artists().byPlayed().get(0).playedMs()).isEqualTo(20 * MINUTE);
    }

    @Test
    void releases_of_one_title_by_one_artist_are_one_track_and_another_artists_are_another() {
        TrackName cover = new TrackName("Blue", "Others", null);
        add(
                "2024-05-01T10:00:00Z",
                song(0, 3, "t1", BLUE),
                song(3, 3, "t2", new TrackName("Blue", "Them", "Best of")),
                song(6, 3, "t3", cover));

        ListenerHistory history = walk.history();

        assertThat(history.tracks().byPlays())
                .containsExactly(
                        new Standing<>(new Work("Blue", "Them"), 2, 0, 0, 6 * MINUTE),
                        new Standing<>(new Work("Blue", "Others"), 1, 0, 0, 3 * MINUTE));
        assertThat(history.albums().different()).isEqualTo(2);
        assertThat(history.albums().unnamed()).isEqualTo(1);
    }

    @Test
    void a_track_without_a_title_goes_by_its_id_and_has_no_artist() {
        add("2024-05-01T10:00:00Z", song(0, 3, "t1", TrackName.UNKNOWN), song(3, 3, null, TrackName.UNKNOWN));

        ListenerHistory history = walk.history();

        assertThat(history.tracks().byPlays()).extracting(Standing::of).containsExactly(new Work("t1", null));
        assertThat(history.tracks().unnamed()).isEqualTo(1);
        assertThat(history.artists().different()).isZero();
        assertThat(history.artists().unnamed()).isEqualTo(2);
    }

    @Test
    void unknown_devices_are_not_ranked() {
        add(
                "2024-05-01T10:00:00Z",
                song(0, 3, "t1", BLUE),
                new Heard(
                        at("2024-05-01T10:03:00Z"),
                        at("2024-05-01T10:04:00Z"),
                        EndReason.COMPLETED,
                        Device.UNKNOWN,
                        "t1",
                        BLUE));

        assertThat(walk.history().devices().byPlays()).containsExactly(new Standing<>(PHONE, 1, 0, 0, 3 * MINUTE));
        assertThat(walk.history().devices().unnamed()).isEqualTo(1);
    }

    @Test
    void a_skip_ends_songs_in_a_row_and_a_short_play_neither_counts_nor_ends_them() {
        Heard shortOne = new Heard(
                at("2024-05-01T10:06:00Z"), at("2024-05-01T10:06:29.999Z"), EndReason.COMPLETED, PHONE, "t1", BLUE);
        add(
                "2024-05-01T10:00:00Z",
                song(0, 3, "t1", BLUE),
                song(3, 3, "t1", BLUE),
                shortOne,
                song(7, 3, "t1", BLUE),
                skip(10, 3, "t1", BLUE),
                song(13, 3, "t1", BLUE));
        add("2024-05-02T10:00:00Z", song(0, 4, "t1", BLUE));

        assertThat(walk.history().longestUnskipped())
                .containsExactly(
                        new Unskipped(at("2024-05-01T10:00:00Z"), 3, 9 * MINUTE),
                        new Unskipped(at("2024-05-01T10:13:00Z"), 1, 3 * MINUTE),
                        new Unskipped(at("2024-05-02T10:00:00Z"), 1, 4 * MINUTE));
    }

    @Test
    void of_sessions_and_runs_the_five_longest_are_kept_the_longest_first_and_of_equal_ones_the_earliest() {
        int[] minutes = {3, 7, 5, 7, 1, 2, 9};
        for (int i = 0; i < minutes.length; i++) {
            add("2024-05-0" + (i + 1) + "T10:00:00Z", song(0, minutes[i], "t1", BLUE));
        }

        assertThat(walk.history().longestSessions())
                .extracting(session -> Instant.ofEpochMilli(session.startedAt()).toString())
                .containsExactly(
                        "2024-05-07T10:00:00Z",
                        "2024-05-02T10:00:00Z",
                        "2024-05-04T10:00:00Z",
                        "2024-05-03T10:00:00Z",
                        "2024-05-01T10:00:00Z");
        assertThat(walk.history().longestRuns()).extracting(Run::songs).containsExactly(9, 7, 7, 5, 3);
    }

    @Test
    void an_artist_is_new_in_the_first_year_with_a_counted_play() {
        add("2022-05-01T10:00:00Z", song(0, 3, "t1", BLUE), brief(3, "t3", WALTZ));
        add("2023-05-01T10:00:00Z", song(0, 3, "t1", BLUE), song(3, 3, "t3", WALTZ));
        add("2024-05-01T10:00:00Z", song(0, 3, "t3", WALTZ));

        assertThat(walk.history().years())
                .extracting(YearOfListening::year, YearOfListening::artists, YearOfListening::newArtists)
                .containsExactly(tuple(2022, 1, 1), tuple(2023, 2, 1), tuple(2024, 1, 0));
    }

    @Test
    void plays_belong_to_the_local_year_in_which_they_began_and_listening_to_that_in_which_it_sounded() {
        add("2023-12-31T22:57:00Z", song(0, 5, "t1", BLUE), song(5, 4, "t2", RED));

        assertThat(walk.history().years())
                .containsExactly(
                        new YearOfListening(3 * MINUTE, 1, new Standing<>(2023, 1, 0, 0, 5 * MINUTE), 1, 1),
                        new YearOfListening(6 * MINUTE, 0, new Standing<>(2024, 1, 0, 0, 4 * MINUTE), 1, 0));
    }

    @Test
    void a_year_in_which_music_only_sounded_on_is_a_year() {
        add("2023-12-31T22:58:00Z", song(0, 5, "t1", BLUE));

        assertThat(walk.history().years())
                .extracting(YearOfListening::year, YearOfListening::listenedMs)
                .containsExactly(tuple(2023, 2 * MINUTE), tuple(2024, 3 * MINUTE));
    }

    @Test
    void moods_are_those_of_sessions_and_unknown_ones_are_left_out() {
        walk.add(session("2024-05-01T10:00:00Z", Quadrant.CALM, List.of()), List.of());
        walk.add(session("2024-05-02T10:00:00Z", Quadrant.UNKNOWN, List.of()), List.of());

        assertThat(walk.history().moods()).isEqualTo(Map.of(Quadrant.CALM, 0L));
    }

    @Test
    void sessions_must_come_in_order_and_be_of_one_listener() {
        add("2024-05-02T10:00:00Z", song(0, 3, "t1", BLUE));

        assertThatThrownBy(() -> add("2024-05-01T10:00:00Z")).hasMessageContaining("in order");
        assertThatThrownBy(() -> new HistoryWalk(ListeningRules.DEFAULT, ZoneId.of("UTC")).history())
                .isInstanceOf(IllegalStateException.class);
    }

    /** A song that begins so many minutes after its session. */
    private static Heard song(int after, int minutes, String trackId, TrackName name) {
        return new Heard(after * MINUTE, (after + minutes) * MINUTE, EndReason.COMPLETED, PHONE, trackId, name);
    }

    private static Heard skip(int after, int minutes, String trackId, TrackName name) {
        return new Heard(after * MINUTE, (after + minutes) * MINUTE, EndReason.FORWARD, PHONE, trackId, name);
    }

    private static Heard brief(int after, String trackId, TrackName name) {
        return new Heard(after * MINUTE, after * MINUTE + 29_999, EndReason.COMPLETED, PHONE, trackId, name);
    }

    private void add(String startedAt, Heard... relative) {
        long start = at(startedAt);
        List<Heard> heard = new ArrayList<>();
        for (Heard play : relative) {
            long shift = play.from() < start ? start : 0;
            heard.add(new Heard(
                    play.from() + shift,
                    play.to() + shift,
                    play.endReason(),
                    play.device(),
                    play.trackId(),
                    play.name()));
        }
        walk.add(session(startedAt, Quadrant.UNKNOWN, heard), heard);
    }

    private static Session session(String startedAt, Quadrant mood, List<Heard> heard) {
        long start = at(startedAt);
        long end = heard.stream().mapToLong(Heard::to).max().orElse(start);
        int skips = (int) heard.stream()
                .filter(play -> play.endReason().isListenersChoice())
                .count();
        long[] minutes = heard.stream()
                .flatMapToLong(play -> LongStream.range(play.from() / 1000, play.to() / 1000))
                .distinct()
                .toArray();
        int songs = (int) ((end - start) / MINUTE);
        List<Run> runs = Arrays.asList(new Run(
                new PlayContext(PlayContext.Type.PLAYLIST, "pl", null),
                "phone",
                Device.Type.PHONE,
                start,
                end,
                songs,
                songs,
                Skips.NONE,
                List.of(),
                0,
                0,
                false));
        return new Session(
                SessionId.of("anna", start),
                "anna",
                start,
                end,
                null,
                null,
                Device.Type.PHONE,
                0,
                heard.size(),
                heard.size(),
                (int) heard.stream().filter(play -> play.playedMs() >= 30_000).count(),
                new Skips(0, 0, skips),
                minutes.length * 1000L,
                Interruptions.NONE,
                1,
                0,
                1,
                runs,
                songs,
                List.of(),
                new Mood(mood, 0, 0, 0));
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
