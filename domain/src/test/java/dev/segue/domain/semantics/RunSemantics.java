package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run is made of consecutive plays on one device from one playlist. */
interface RunSemantics extends CurrentSessions {

    private static PlayBuilder fromWeekly(String at) {
        return aPlay().at(at).fromPlaylist("weekly");
    }

    private List<Run> runsOf(EventBuilder<?>... events) {
        return sessionOf(events).runs();
    }

    private List<Integer> songsPerRun(EventBuilder<?>... events) {
        return runsOf(events).stream().map(Run::songs).toList();
    }

    @Test
    default void consecutive_plays_from_one_playlist_are_a_run() {
        Session session = sessionOf(
                aPlay().at("09:00").lasting("3:00").fromPlaylist("weekly", "week 10"),
                aPlay().at("09:03").lasting("4:00").sounding("0:20").skipped().fromPlaylist("weekly", "week 10"),
                aPlay().at("09:07").lasting("3:00").fromPlaylist("weekly", "week 10"));

        assertThat(session.runs())
                .containsExactly(new Run(
                        new PlayContext(PlayContext.Type.PLAYLIST, "weekly", "week 10"),
                        "phone",
                        Device.Type.PHONE,
                        Times.at("09:00"),
                        Times.at("09:10"),
                        3,
                        2,
                        new Skips(0, 1, 0),
                        List.of(2),
                        380_000,
                        1,
                        false));
        assertThat(session.runCount()).isEqualTo(1);
        assertThat(session.longestRun()).isEqualTo(3);
    }

    @Test
    default void the_first_31_songs_of_a_run_are_numbered() {
        EventBuilder<?>[] plays = IntStream.rangeClosed(1, 33)
                .mapToObj(song -> aPlay().at(Times.at("09:00") + song * 60_000L)
                        .lasting("1:00")
                        .endedBy(song == 2 || song >= 31 ? EndReason.FORWARD : EndReason.COMPLETED)
                        .fromPlaylist("weekly"))
                .toArray(EventBuilder<?>[]::new);

        Run run = runsOf(plays).get(0);

        assertThat(run.skippedSongs()).containsExactly(2, 31);
        assertThat(run.skips().total()).isEqualTo(4);
    }

    @Test
    default void a_run_has_the_type_of_device_that_its_first_play_has() {
        Device unknown = new Device("phone", Device.Type.UNKNOWN);
        Device tablet = new Device("phone", Device.Type.TABLET);

        assertThat(runsOf(fromWeekly("09:00").on(tablet), fromWeekly("09:03").on(unknown)))
                .extracting(Run::deviceType)
                .containsExactly(Device.Type.TABLET);
        assertThat(runsOf(fromWeekly("09:00").on(unknown), fromWeekly("09:03").on(tablet)))
                .extracting(Run::deviceType)
                .containsExactly(Device.Type.UNKNOWN);
    }

    @Test
    default void another_playlist_breaks_a_run() {
        List<Run> runs = runsOf(fromWeekly("09:00"), aPlay().at("09:03").fromPlaylist("morning"), fromWeekly("09:06"));

        assertThat(runs).extracting(run -> run.context().id()).containsExactly("weekly", "morning", "weekly");
    }

    @Test
    default void another_edition_breaks_a_run() {
        assertThat(songsPerRun(
                        aPlay().at("09:00").fromPlaylist("weekly", "week 9"),
                        aPlay().at("09:03").fromPlaylist("weekly", "week 10"),
                        aPlay().at("09:06").fromPlaylist("weekly", "week 10")))
                .containsExactly(1, 2);
    }

    @Test
    default void an_album_breaks_a_run_and_makes_none() {
        assertThat(songsPerRun(
                        fromWeekly("09:00"),
                        aPlay().at("09:03").from(PlayContext.Type.ALBUM, "weekly"),
                        fromWeekly("09:06")))
                .containsExactly(1, 1);
    }

    @Test
    default void only_playlists_make_runs() {
        Session session = sessionOf(
                aPlay().at("09:00").from(PlayContext.Type.ALBUM, "blue"),
                aPlay().at("09:03").from(PlayContext.Type.ALBUM, "blue"));

        assertThat(session.runs()).isEmpty();
        assertThat(session.runCount()).isZero();
        assertThat(session.longestRun()).isZero();
    }

    @Test
    default void plays_from_one_album_or_radio_are_emitted_beside_the_runs() {
        Session session = sessionOf(
                aPlay().at("09:00").from(PlayContext.Type.ALBUM, "blue"),
                aPlay().at("09:03").from(PlayContext.Type.ALBUM, "blue"),
                fromWeekly("09:06"),
                aPlay().at("09:09").from(PlayContext.Type.RADIO, "jazz"),
                aPlay().at("09:12").from(PlayContext.Type.ARTIST, "nina"),
                aPlay().at("09:15").from(PlayContext.Type.RADIO, "jazz"));

        assertThat(session.otherRuns())
                .extracting(run -> run.context().id() + " " + run.songs())
                .containsExactly("blue 2", "jazz 1", "jazz 1");
        assertThat(session.runs()).extracting(run -> run.context().id()).containsExactly("weekly");
    }

    @Test
    default void a_play_without_context_neither_breaks_nor_belongs() {
        assertThat(songsPerRun(fromWeekly("09:00"), aPlay().at("09:03"), fromWeekly("09:06")))
                .containsExactly(2);
    }

    @Test
    default void a_search_on_the_device_breaks_a_run() {
        assertThat(songsPerRun(fromWeekly("09:00"), aSearch().at("09:03"), fromWeekly("09:04")))
                .containsExactly(1, 1);
    }

    @Test
    default void a_search_while_a_track_sounds_breaks_the_run_after_that_track() {
        assertThat(songsPerRun(fromWeekly("09:00"), aSearch().at("09:04"), fromWeekly("09:03"), fromWeekly("09:06")))
                .containsExactly(2, 1);
    }

    @Test
    default void a_search_at_the_start_of_a_track_breaks_the_run_before_it() {
        assertThat(songsPerRun(
                        fromWeekly("09:00"), fromWeekly("09:03"), aSearch().at("09:03")))
                .containsExactly(1, 1);
    }

    @Test
    default void a_search_elsewhere_does_not_break_a_run() {
        assertThat(songsPerRun(fromWeekly("09:00"), aSearch().at("09:03").on("laptop"), fromWeekly("09:04")))
                .containsExactly(2);
    }

    @Test
    default void neither_an_ad_nor_a_skip_nor_a_pause_breaks_a_run() {
        assertThat(songsPerRun(
                        fromWeekly("09:00"),
                        anAd().at("09:03:30"),
                        fromWeekly("09:04").lasting("0:10").skipped(),
                        aPause().at("09:04:20"),
                        fromWeekly("09:05")))
                .containsExactly(3);
    }

    @Test
    default void spoken_content_plays_no_role_in_runs() {
        assertThat(songsPerRun(
                        fromWeekly("09:00"),
                        spokenContent().at("09:03").until("09:06").fromPlaylist("other"),
                        fromWeekly("09:06")))
                .containsExactly(2);
    }

    @Test
    default void every_device_has_its_own_runs() {
        List<Run> runs = runsOf(
                fromWeekly("09:00").on("phone"),
                fromWeekly("09:01").on("laptop"),
                fromWeekly("09:02").on(""),
                fromWeekly("09:03").on("phone"),
                fromWeekly("09:04").on("laptop").from(PlayContext.Type.ALBUM, "blue"),
                fromWeekly("09:05").on(""),
                fromWeekly("09:06").on("phone"));

        assertThat(runs).extracting(Run::deviceId).containsExactly("phone", "laptop", "");
        assertThat(runs).extracting(Run::songs).containsExactly(3, 1, 2);
    }

    @Test
    default void the_end_of_a_session_ends_its_runs() {
        List<Session> sessions = sessionsOf(fromWeekly("09:00"), fromWeekly("10:00"));

        assertThat(sessions).extracting(Session::runCount).containsExactly(1, 1);
    }

    @Test
    default void the_longest_unskipped_stretch_is_counted() {
        List<Run> runs = runsOf(
                fromWeekly("09:00"),
                fromWeekly("09:03"),
                fromWeekly("09:06").skipped(),
                fromWeekly("09:09"),
                fromWeekly("09:12"),
                fromWeekly("09:15"),
                fromWeekly("09:18").skipped());

        assertThat(runs).extracting(Run::longestUnskipped).containsExactly(3);
    }

    @Test
    default void a_run_that_ends_with_a_skip_before_its_third_counted_play_is_abandoned() {
        List<Run> runs = runsOf(
                fromWeekly("09:00"),
                fromWeekly("09:03"),
                fromWeekly("09:06").sounding("0:29.999").skipped());

        assertThat(runs).extracting(Run::countedPlays).containsExactly(2);
        assertThat(runs).extracting(Run::abandoned).containsExactly(true);
    }

    @Test
    default void a_run_with_three_counted_plays_is_not_abandoned() {
        List<Run> runs = runsOf(
                fromWeekly("09:00"),
                fromWeekly("09:03"),
                fromWeekly("09:06").sounding("0:30").skipped());

        assertThat(runs).extracting(Run::countedPlays).containsExactly(3);
        assertThat(runs).extracting(Run::abandoned).containsExactly(false);
    }

    @Test
    default void a_run_that_ends_without_a_skip_is_not_abandoned() {
        List<Run> runs = runsOf(fromWeekly("09:00").skipped(), fromWeekly("09:03"));

        assertThat(runs).extracting(Run::abandoned).containsExactly(false);
    }

    @Test
    default void a_run_is_listened_to_once() {
        List<Run> runs =
                runsOf(fromWeekly("09:00").until("09:03"), fromWeekly("09:02").until("09:05"));

        assertThat(runs).extracting(Run::listenedMs).containsExactly(300_000L);
    }

    @Test
    default void a_run_ends_where_its_latest_play_ends() {
        List<Run> runs =
                runsOf(fromWeekly("09:00").until("09:10"), fromWeekly("09:02").until("09:05"));

        assertThat(runs).extracting(Run::endedAt).containsExactly(Times.at("09:10"));
    }

    @Test
    default void two_hundred_runs_are_emitted_and_all_are_counted() {
        List<EventBuilder<?>> plays = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            plays.add(
                    aPlay().at(Times.at("09:00") + i * 60_000L).lasting("1:00").fromPlaylist("list " + i));
        }
        plays.add(aPlay().at("12:20").lasting("1:00").fromPlaylist("the last"));
        plays.add(aPlay().at("12:21").lasting("1:00").fromPlaylist("the last"));

        Session session = sessionOf(plays.toArray(EventBuilder<?>[]::new));

        assertThat(session.runCount()).isEqualTo(201);
        assertThat(session.runs()).hasSize(200);
        assertThat(session.runs().get(199).context().id()).isEqualTo("list 199");
        assertThat(session.longestRun()).isEqualTo(2);
    }
}
