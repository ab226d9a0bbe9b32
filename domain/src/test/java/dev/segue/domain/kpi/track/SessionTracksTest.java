package dev.segue.domain.kpi.track;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.CountedRun;
import dev.segue.domain.kpi.counting.CountedSession;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.SessionTracks.Applied;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTracksTest {

    private static final long NOON = Times.at("12:00");
    private static final long HOUR = 3_600_000;
    private static final SessionId ID = SessionId.of("anna", NOON);

    private static final TrackNumbers SKIPPED = new TrackNumbers(1, 0, new Skips(1, 0, 0), 0);
    private static final TrackNumbers COMPLETED = new TrackNumbers(1, 1, Skips.NONE, 1);

    private final Map<String, TrackNumbers> counted = new HashMap<>();
    private SessionTracks stored;
    private long clock = NOON;
    private List<TrackChange> changes = List.of();

    @Test
    void a_play_counts_whichever_of_its_session_and_its_chunk_is_read_first() {
        reads(plays(0, play("blue", "12:00").sounding("0:03").skipped(), play("green", "12:05")));
        assertThat(counted).isEmpty();

        reads(session(run("weekly", "W10", "12:00")));

        assertThat(counted).isEqualTo(Map.of("W10 blue", SKIPPED, "W10 green", COMPLETED));
        reads(plays(1, play("blue", "12:10")));
        assertThat(counted).containsEntry("W10 blue", SKIPPED.plus(COMPLETED));
    }

    @Test
    void a_chunk_replaces_the_one_before_and_may_be_gone() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("blue", "12:00")));
        reads(plays(1, play("green", "12:05")));

        reads(plays(0, play("red", "12:01")));
        reads(TrackUpdate.of(new Change.PlaysGone(null, ID, 1), ListeningRules.DEFAULT));

        assertThat(counted).isEqualTo(Map.of("W10 red", COMPLETED));
    }

    @Test
    void plays_beyond_what_anybody_listens_to_are_neither_counted_nor_kept() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(TrackUpdate.MOST_CHUNKS - 1, play("blue", "12:00")));

        reads(plays(TrackUpdate.MOST_CHUNKS, play("green", "12:05")));

        assertThat(counted).isEqualTo(Map.of("W10 blue", COMPLETED));
        assertThat(changes).isEmpty();
        assertThat(stored.chunks()).containsOnlyKeys(TrackUpdate.MOST_CHUNKS - 1);
    }

    @Test
    void a_correction_of_the_session_moves_its_plays() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("blue", "12:00")));

        reads(session(run("weekly", "W11", "12:00")));
        assertThat(counted).isEmpty();
        reads(plays(0, play("blue", "12:00").fromPlaylist("weekly", "W11")));
        assertThat(counted).isEqualTo(Map.of("W11 blue", COMPLETED));
        reads(new TrackUpdate.OfSession(new SessionUpdate.Superseded(ID, 3, NOON, NOON)));

        assertThat(counted).isEmpty();
        reads(session(run("weekly", "W11", "12:00")));
        assertThat(counted).isEqualTo(Map.of("W11 blue", COMPLETED));
    }

    @Test
    void of_a_listener_who_is_forgotten_nothing_is_counted_or_kept() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("blue", "12:00")));

        reads(new TrackUpdate.OfSession(new SessionUpdate.Purged(ID)));

        assertThat(counted).isEmpty();
        assertThat(stored.chunks()).isEmpty();
        assertThat(stored.image().session()).isNull();
    }

    @Test
    void a_play_counts_under_the_latest_run_of_its_list_that_had_begun() {
        reads(session(
                run("weekly", "2026-W10", "2026-03-08T23:00:00Z"), run("weekly", "2026-W11", "2026-03-09T00:30:00Z")));
        reads(plays(
                0,
                aPlay().of("early").at("2026-03-08T22:59:00Z").fromPlaylist("weekly"),
                aPlay().of("first").at("2026-03-08T23:00:00Z").fromPlaylist("weekly"),
                aPlay().of("still first").at("2026-03-09T00:29:59Z").fromPlaylist("weekly"),
                aPlay().of("second").at("2026-03-09T00:30:00Z").fromPlaylist("weekly")));

        assertThat(counted.keySet())
                .containsExactlyInAnyOrder(
                        "2026-W10 early", "2026-W10 first", "2026-W10 still first", "2026-W11 second");
    }

    @Test
    void a_play_of_what_is_not_followed_is_not_counted() {
        reads(session(
                new CountedRun(Subject.Kind.PLAYLIST, Subject.OTHER, Device.Type.PHONE, NOON, 0, KpiNumbers.NONE),
                run("weekly", null, "12:30")));
        reads(plays(
                0,
                play("of another list", "12:00").fromPlaylist("mine"),
                play("searched", "12:01").from(null),
                play("beyond the maximum of editions", "12:30").fromPlaylist("weekly", "W10")));

        assertThat(counted).isEqualTo(Map.of("null beyond the maximum of editions", COMPLETED));
    }

    @Test
    void a_play_of_no_known_track_counts_under_none() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play(null, "12:00"), play("", "12:05")));

        assertThat(counted).isEqualTo(Map.of("W10 " + TrackChange.NO_TRACK, COMPLETED.plus(COMPLETED)));
    }

    @Test
    void the_very_same_again_changes_nothing() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("blue", "12:00")));

        reads(plays(0, play("blue", "12:00")));
        assertThat(changes).isEmpty();
        reads(session(run("weekly", "W10", "12:00")));

        assertThat(changes).isEmpty();
    }

    @Test
    void is_kept_as_long_as_the_image_of_the_session_and_what_was_counted_stays_counted() {
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("blue", "12:00")));

        clockReaches(stored.nextOnClock());
        assertThat(stored.waitedOnce()).isFalse();
        clockReaches(stored.nextOnClock() + 1);
        assertThat(stored).isNotNull();
        clockReaches(stored.nextOnClock() + 1);

        assertThat(stored).isNull();
        assertThat(counted).isEqualTo(Map.of("W10 blue", COMPLETED));
        reads(session(run("weekly", "W10", "12:00")));
        reads(plays(0, play("green", "12:00")));
        assertThat(counted).isEqualTo(Map.of("W10 blue", COMPLETED));
    }

    /** Plays may be read weeks before their sessions: the topics are read side by side. */
    @Test
    void a_chunk_waits_for_its_session_until_the_clock_has_gone_on_long_beyond_what_was_written_with_it() {
        long until = NOON + 500 * HOUR + SessionTracks.WAITS_MS;
        reads(plays(0, play("blue", "12:00")), NOON + 500 * HOUR);

        clockReaches(until);
        assertThat(stored.waitedOnce()).isFalse();
        clockReaches(until + 99 * HOUR);
        clockReaches(until + 100 * HOUR);
        assertThat(stored).isNotNull();
        clockReaches(until + 100 * HOUR + 1);

        assertThat(stored).isNull();
    }

    @Test
    void a_chunk_that_is_read_before_the_clock_starts_waits_as_long_from_then_on() {
        clock = Clocks.NOT_STARTED;
        reads(plays(0, play("blue", "12:00")), Clocks.NOT_STARTED);

        clockReaches(NOON);

        assertThat(stored.nextOnClock()).isEqualTo(NOON + SessionTracks.WAITS_MS);
        assertThat(stored.waitedOnce()).isFalse();
    }

    @Test
    void nothing_waits_at_the_end_of_all_input() {
        reads(plays(0, play("blue", "12:00")));

        clockReaches(Clocks.ENDED);

        assertThat(stored).isNull();
    }

    /** While a session runs, more of it will come, so what it counts in must wait. */
    @Test
    void says_of_each_subject_and_week_whether_the_session_runs() {
        reads(session(true, NOON, run("weekly", "W10", "12:00")));
        assertThat(changes).extracting(TrackChange::openSessions).containsExactly(1);

        reads(session(true, NOON, run("weekly", "W10", "12:00"), run("weekly", "W11", "12:30")));
        assertThat(changes).extracting(TrackChange::openSessions).containsExactly(1);
        assertThat(changes)
                .extracting(change -> change.key().subject().edition())
                .containsExactly("W11");
        reads(session(false, NOON, run("weekly", "W10", "12:00")));

        assertThat(changes).extracting(TrackChange::openSessions).containsExactly(-1, -1);
    }

    @Test
    void says_when_the_session_can_change_for_longer() {
        reads(session(false, NOON, run("weekly", "W10", "12:00")));

        reads(session(false, NOON + HOUR, run("weekly", "W10", "12:00")));

        assertThat(changes).extracting(TrackChange::canChangeUntil).containsExactly(NOON + 2 * HOUR);
    }

    private void reads(TrackUpdate update) {
        reads(update, NOON);
    }

    private void reads(TrackUpdate update, long writtenAt) {
        becomes(SessionTracks.apply(stored, update, writtenAt, clock));
    }

    private void clockReaches(long time) {
        clock = time;
        becomes(stored.at(time));
    }

    private void becomes(Applied applied) {
        stored = applied.tracks();
        changes = applied.changes();
        for (TrackChange change : changes) {
            change.added()
                    .forEach((track, numbers) ->
                            counted.merge(change.key().subject().edition() + " " + track, numbers, TrackNumbers::plus));
        }
        counted.values().removeIf(TrackNumbers.NONE::equals);
    }

    private static TrackUpdate plays(int chunk, PlayBuilder... plays) {
        return TrackUpdate.of(
                new Change.PlaysOfSession(
                        "anna",
                        ID,
                        chunk,
                        1,
                        Arrays.stream(plays).map(PlayBuilder::play).toList()),
                ListeningRules.DEFAULT);
    }

    private static PlayBuilder play(String track, String at) {
        return aPlay().of(track).at(at).fromPlaylist("weekly", "W10");
    }

    private static TrackUpdate session(CountedRun... runs) {
        return session(false, NOON, runs);
    }

    private static TrackUpdate session(boolean open, long settledAfter, CountedRun... runs) {
        CountedSession session = new CountedSession(
                "anna",
                "SE",
                "Europe/Stockholm",
                Device.Type.PHONE,
                NOON,
                3_600,
                settledAfter,
                30 * HOUR,
                KpiNumbers.NONE.withOpenSessions(open ? 1 : 0),
                new ArrayList<>(Arrays.asList(runs)));
        return TrackUpdate.of(new SessionUpdate.Current(ID, 1, NOON, session));
    }

    private static CountedRun run(String playlist, String edition, String at) {
        return new CountedRun(
                Subject.Kind.PLAYLIST,
                new Subject(Subject.Kind.PLAYLIST, playlist, edition),
                Device.Type.PHONE,
                Times.at(at),
                0,
                KpiNumbers.NONE);
    }
}
