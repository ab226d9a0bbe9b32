package dev.segue.adapters.web.store;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static dev.segue.adapters.web.fixture.EmittedSession.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.store.Memory.SessionStory;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int TEN = 10;

    private final Memory memory = new Memory(new Bounds(3, 4, 2, 2));

    @Test
    void what_was_purged_stays_purged_though_its_plays_are_read_later() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(session.revision(1, Change.Status.FINAL, false));
        memory.take(new Change.Purged(null, session.id()));

        memory.take(session.plays(1));
        memory.take(new Change.PlaysGone(null, session.id(), 0));

        assertThat(memory.sessionFill().count()).isZero();
        assertThat(memory.listeners("", TEN)).isEmpty();
    }

    @Test
    void of_a_forgotten_listener_nothing_is_left() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(session.revision(1, Change.Status.EARLY, true));
        memory.take(session.plays(1));
        Audience.signal(memory, "anna", 1, 5);
        Audience.signal(memory, "ben", 1, 5);
        long before = memory.version();

        memory.take(new Change.Purged(null, session.id()));
        memory.take(new Change.PlaysGone(null, session.id(), 0));
        memory.signalGone("anna");

        assertThat(memory.listeners("", TEN)).isEmpty();
        assertThat(memory.listener("anna", TEN).sessions()).isEmpty();
        assertThat(memory.listener("anna", TEN).signal()).isNull();
        assertThat(memory.listener("ben", TEN).signal()).isNotNull();
        assertThat(memory.signalFill().count()).isEqualTo(1);
        assertThat(memory.version()).isGreaterThan(before + 2);
    }

    @Test
    void an_evicted_day_gives_back_all_that_it_took() {
        List<KpiRow> first = day("2026-03-01", "weekly", "radar", "rock");
        List<KpiRow> second = day("2026-03-03", "jazz", "soul");
        first.forEach(memory::take);
        second.forEach(memory::take);
        Memory fresh = new Memory(new Bounds(3, 4, 2, 2));
        second.forEach(fresh::take);

        assertThat(memory.topPlaylists(LocalDate.parse("2026-03-01"), TEN)).isEmpty();
        assertThat(memory.topPlaylists(LocalDate.parse("2026-03-03"), TEN)).hasSize(2);
        assertThat(memory.rowFill().bytes()).isEqualTo(fresh.rowFill().bytes());
    }

    private static List<KpiRow> day(String date, String... playlists) {
        return Stream.of(playlists)
                .map(each -> EmittedRow.of(
                                KpiWindow.Period.DAY,
                                EmittedRow.playlist(each),
                                Place.WORLD,
                                LocalDate.parse(date).atStartOfDay())
                        .row())
                .toList();
    }

    @Test
    void listeners_are_counted_once_however_many_sessions_of_theirs_are_open() {
        EmittedSession morning = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(morning.revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf("anna").from("09:20").play("b", 60).revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf("ben").from("09:20").play("b", 60).revision(1, Change.Status.FINAL, false));

        assertThat(memory.audience(TEN).listening()).isEqualTo(1);
        assertThat(memory.audience(TEN).openSessions()).isEqualTo(2);

        memory.take(morning.revision(2, Change.Status.FINAL, false));

        assertThat(memory.audience(TEN).listening()).isEqualTo(1);
        assertThat(memory.audience(TEN).openSessions()).isEqualTo(1);
    }

    @Test
    void a_session_that_is_taken_over_is_open_no_more() {
        EmittedSession second = aSessionOf("anna").from("09:20").play("b", 60);
        memory.take(second.revision(1, Change.Status.EARLY, true));
        memory.take(second.supersededBy(aSessionOf("anna").from("09:00").id(), 2, at("09:30")));

        assertThat(memory.audience(TEN).openSessions()).isZero();
        assertThat(memory.audience(TEN).listening()).isZero();
    }

    @Test
    void what_was_updated_longest_ago_is_evicted_first() {
        EmittedSession oldest = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(oldest.revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf("ben").from("09:01").play("a", 60).revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf("cleo").from("09:02").play("a", 60).revision(1, Change.Status.EARLY, true));
        memory.take(oldest.revision(2, Change.Status.FINAL, false));

        memory.take(aSessionOf("dora").from("09:03").play("a", 60).revision(1, Change.Status.EARLY, true));

        assertThat(memory.listeners("", TEN)).containsExactly("anna", "cleo", "dora");
        assertThat(memory.sessionFill()).satisfies(isFilled(3, 3, 1));
        assertThat(memory.oldestSessionBegan()).contains(at("09:02"));
        assertThat(memory.audience(TEN).listening()).isEqualTo(2);
    }

    @Test
    void songs_and_skips_are_counted_by_the_minute_in_which_they_end_and_taken_back_when_plays_are_replaced() {
        EmittedSession first = aSessionOf("anna").from("09:00").play("a", 60).skip("b", 30);
        memory.take(first.revision(1, Change.Status.EARLY, true, at("09:03")));
        memory.take(first.plays(1));

        assertThat(memory.audience(4).firstMinute()).isEqualTo(at("09:00") / 60_000);
        assertThat(memory.audience(4).songs()).containsExactly(0, 2, 0, 0);
        assertThat(memory.audience(4).skips()).containsExactly(0, 1, 0, 0);

        memory.take(aSessionOf("anna").from("09:00").play("a", 60).play("b", 60).plays(2));

        assertThat(memory.audience(4).songs()).containsExactly(0, 1, 1, 0);
        assertThat(memory.audience(4).skips()).containsExactly(0, 0, 0, 0);

        memory.take(first.playsGone());

        assertThat(memory.audience(4).songs()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void signals_bring_songs_before_sessions_do_and_neither_counts_them_twice() {
        EmittedSession session = aSessionOf("anna").from(Audience.NOW - 120_000).play("a", 62);
        memory.take(session.revision(1, Change.Status.EARLY, true, Audience.NOW));
        Audience.signal(memory, "anna", 1, 5);
        Audience.signal(memory, "anna", 2, 6);

        assertThat(memory.audience(2).songs()).containsExactly(1, 0);

        memory.take(session.plays(1));

        assertThat(memory.audience(2).songs()).containsExactly(1, 0);
    }

    @Test
    void the_mood_of_the_audience_is_that_of_whoever_listens_by_what_is_known_last() {
        EmittedSession anna = aSessionOf("anna")
                .from("09:00")
                .mood(Mood.Quadrant.HAPPY, 999, 1000)
                .play("a", 60);
        memory.take(anna.revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf("ben")
                .from("09:00")
                .mood(Mood.Quadrant.UNKNOWN, 0, 0)
                .play("a", 60)
                .revision(1, Change.Status.EARLY, true));

        assertThat(fields()).containsExactly(399);

        Audience.signal(memory, "anna", 1, 1);
        assertThat(fields()).containsExactly(5 * 20 + 12);

        memory.take(anna.revision(2, Change.Status.FINAL, false));
        assertThat(fields()).isEmpty();
    }

    @Test
    void a_join_is_in_both_histories() {
        Memory large = new Memory(Bounds.USUAL);
        Audience.joined(large);

        List<SessionStory> sessions = large.listener("anna", TEN).sessions();

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).story())
                .extracting(RevisionSummary::number, RevisionSummary::state, RevisionSummary::supersededBy)
                .containsExactly(
                        tuple(1, RevisionState.EARLY, null),
                        tuple(2, RevisionState.FINAL, null),
                        tuple(3, RevisionState.SUPERSEDED, sessions.get(1).id()));
        assertThat(sessions.get(0).plays()).isEmpty();
        assertThat(sessions.get(1).plays())
                .extracting(Play::trackId)
                .containsExactly("track-21", "track-22", "track-23", "track-24", "track-25", "track-26", "track-27");
    }

    @Test
    void a_story_that_is_emitted_again_after_a_restart_replaces_what_was_emitted_before() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(session.revision(1, Change.Status.EARLY, true));
        memory.take(session.revision(2, Change.Status.EARLY, true));
        memory.take(session.revision(3, Change.Status.FINAL, false));
        memory.take(session.revision(2, Change.Status.FINAL, false));

        assertThat(memory.listener("anna", TEN).sessions().get(0).story())
                .extracting(RevisionSummary::number)
                .containsExactly(1, 2);
    }

    @Test
    void a_page_that_was_up_shows_what_one_shows_that_reads_only_what_is_current() {
        EmittedSession first = aSessionOf("anna").from("09:00").mood(Mood.Quadrant.CALM, 900, 100);
        Change.Revision early = first.play("a", 60).revision(1, Change.Status.EARLY, true, at("09:10"));
        Change.PlaysOfSession earlyPlays = first.plays(1);
        EmittedSession longer = aSessionOf("anna").from("09:00").mood(Mood.Quadrant.HAPPY, 900, 900);
        Change.Revision later = longer.play("a", 60).play("b", 60).revision(2, Change.Status.EARLY, true, at("09:20"));
        EmittedSession second = aSessionOf("ben").from("09:00").play("a", 60);
        Change.Revision ended = second.revision(2, Change.Status.FINAL, false, at("09:21"));
        Change.Revision afterCrash = second.revision(1, Change.Status.EARLY, true, at("09:10"));
        EmittedSession third = aSessionOf("cleo").from("09:00").play("a", 60);
        Change.Superseded gone = third.supersededBy(first.id(), 2, at("09:21"));
        Change.Revision back = third.revision(1, Change.Status.EARLY, true, at("09:10"));
        List.of(early, earlyPlays, later, longer.plays(2), second.revision(1, Change.Status.EARLY, true), ended)
                .forEach(memory::take);
        List.of(third.revision(1, Change.Status.EARLY, true), gone).forEach(memory::take);

        Memory restarted = new Memory(new Bounds(3, 4, 2, 2));
        for (Change latest : List.of(early, earlyPlays, afterCrash, back)) {
            memory.take(latest);
            restarted.take(latest);
        }

        assertThat(memory.audience(1).listening()).isEqualTo(3);
        assertThat(memory.audience(1).openSessions())
                .isEqualTo(restarted.audience(1).openSessions());
        assertThat(memory.audience(1).moods()).isEqualTo(restarted.audience(1).moods());
        for (String name : List.of("anna", "ben", "cleo")) {
            assertThat(memory.listener(name, TEN)).isEqualTo(restarted.listener(name, TEN));
        }
    }

    @Test
    void signals_that_are_sent_once_more_change_nothing() {
        memory.take(aSessionOf("anna")
                .from(Audience.NOW - 120_000)
                .play("a", 62)
                .revision(1, Change.Status.EARLY, true, Audience.NOW));
        Audience.signal(memory, "anna", 1, 5);
        Audience.signal(memory, "anna", 2, 6);
        Audience.signal(memory, "anna", 3, 7);
        long version = memory.version();

        Audience.signal(memory, "anna", 2, 6);
        Audience.signal(memory, "anna", 3, 7);

        assertThat(memory.listener("anna", TEN).signal().sequence()).isEqualTo(3);
        assertThat(memory.audience(2).songs()).containsExactly(2, 0);
        assertThat(memory.version()).isEqualTo(version);

        Audience.signal(memory, "anna", 4, 8);
        assertThat(memory.listener("anna", TEN).signal().sequence()).isEqualTo(4);
    }

    @Test
    void the_last_signals_before_the_newest_are_kept_the_newest_first() {
        Memory large = new Memory(Bounds.USUAL);
        for (int sequence = 1; sequence <= 25; sequence++) {
            Audience.signal(large, "anna", sequence, sequence);
        }
        Audience.signal(large, "anna", 24, 24);
        Audience.signal(large, "ben", 1, 1);

        assertThat(large.listener("anna", TEN).signal().sequence()).isEqualTo(25);
        assertThat(large.listener("anna", TEN).pastSignals())
                .extracting(Signal::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(5, 24).map(i -> 29 - i).boxed().toList());
        assertThat(large.listener("ben", TEN).pastSignals()).isEmpty();
        assertThat(large.pastSignalFill().count()).isEqualTo(20);

        large.signalGone("anna");
        assertThat(large.listener("anna", TEN).pastSignals()).isEmpty();
        assertThat(large.pastSignalFill().count()).isZero();
        assertThat(large.pastSignalFill().bytes()).isZero();
    }

    @Test
    void with_a_listener_whose_signal_is_evicted_those_before_it_go_too() {
        Audience.signal(memory, "anna", 1, 5);
        Audience.signal(memory, "anna", 2, 6);
        Audience.signal(memory, "ben", 1, 5);
        Audience.signal(memory, "cleo", 1, 5);

        assertThat(memory.listener("anna", TEN).signal()).isNull();
        assertThat(memory.pastSignalFill().count()).isZero();
    }

    @Test
    void of_a_long_story_the_last_chapters_are_kept() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        for (int number = 1; number <= RevisionSummary.MOST + 5; number++) {
            memory.take(session.revision(number, Change.Status.EARLY, true));
        }

        assertThat(memory.listener("anna", TEN).sessions().get(0).story())
                .hasSize(RevisionSummary.MOST)
                .first()
                .extracting(RevisionSummary::number)
                .isEqualTo(6);
    }

    @Test
    void what_a_topic_holds_no_more_is_purged() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(session.revision(1, Change.Status.EARLY, true));
        memory.take(session.plays(1));
        memory.take(new Change.Purged(null, session.id()));

        assertThat(memory.listeners("", TEN)).isEmpty();
        assertThat(memory.sessionFill()).satisfies(isFilled(0, 3, 0));
        assertThat(memory.sessionFill().bytes()).isZero();
    }

    @Test
    void plays_may_come_before_their_session() {
        EmittedSession session = aSessionOf("anna").from("09:00").play("a", 60);
        memory.take(session.plays(1));
        assertThat(memory.listener("anna", TEN).sessions()).isEmpty();

        memory.take(session.revision(1, Change.Status.EARLY, true));
        assertThat(memory.listener("anna", TEN).sessions().get(0).plays()).hasSize(1);
    }

    @Test
    void beyond_the_bound_the_oldest_day_of_rows_is_evicted() {
        takeHours("01T22:00", "01T23:00", "02T00:00", "03T01:00", "03T02:00");

        assertThat(hoursInMemory()).containsExactly("02T00:00", "03T01:00", "03T02:00");
        assertThat(memory.rowFill()).satisfies(isFilled(3, 4, 2));
        assertThat(memory.rowsSince(KpiWindow.Period.HOUR)).contains(LocalDateTime.parse("2026-03-02T00:00"));
        assertThat(memory.rowsSince(KpiWindow.Period.DAY)).contains(LocalDateTime.parse("2026-03-02T00:00"));
    }

    @Test
    void of_the_latest_two_days_only_hours_are_evicted() {
        KpiRow day = day("2026-03-01", "weekly").get(0);
        memory.take(day);

        takeHours("01T00:00", "01T01:00", "02T05:00", "02T06:00");
        takeHours("01T00:00");

        assertThat(hoursInMemory()).containsExactly("01T01:00", "02T05:00", "02T06:00");
        assertThat(memory.rows(EmittedRow.playlist("weekly"), Place.WORLD, KpiWindow.Period.DAY, LocalDateTime.MIN))
                .containsExactly(day);
        assertThat(memory.rowFill()).satisfies(isFilled(4, 4, 2));
        assertThat(memory.rowsSince(KpiWindow.Period.HOUR)).contains(LocalDateTime.parse("2026-03-01T01:00"));
        assertThat(memory.rowsSince(KpiWindow.Period.DAY)).isEmpty();
    }

    @Test
    void when_the_latest_hours_do_not_fit_those_with_the_fewest_sessions_are_evicted() {
        List<Integer> sessions = List.of(30, 10, 50, 20, 40);
        for (int number : sessions) {
            memory.take(EmittedRow.anHour(EmittedRow.playlist("p" + number), Place.WORLD, "2026-03-02T06:00")
                    .listeners(number)
                    .row());
        }

        assertThat(memory.subjects()).extracting(Subject::id).containsExactlyInAnyOrder("p20", "p30", "p40", "p50");
        assertThat(memory.rowFill()).satisfies(isFilled(4, 4, 1));
        assertThat(memory.rowsSince(KpiWindow.Period.HOUR)).isEmpty();
    }

    @Test
    void a_week_goes_with_its_last_day() {
        KpiRow week = EmittedRow.of(
                        KpiWindow.Period.WEEK,
                        EmittedRow.playlist("weekly"),
                        Place.WORLD,
                        LocalDateTime.parse("2026-03-02T00:00"))
                .row();
        memory.take(week);

        takeHours("02T10:00", "05T01:00", "05T02:00", "05T03:00");
        memory.take(week);

        assertThat(memory.rows(EmittedRow.playlist("weekly"), Place.WORLD, KpiWindow.Period.WEEK, LocalDateTime.MIN))
                .containsExactly(week);
        assertThat(hoursInMemory()).containsExactly("05T01:00", "05T02:00", "05T03:00");
    }

    private void takeHours(String... hours) {
        for (String hour : hours) {
            memory.take(EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-" + hour)
                    .row());
        }
    }

    private List<String> hoursInMemory() {
        return memory.rows(Subject.ALL, Place.WORLD, KpiWindow.Period.HOUR, LocalDateTime.MIN).stream()
                .map(row -> row.window().start().toString().substring("2026-03-".length()))
                .toList();
    }

    @Test
    void two_hours_of_one_name_are_side_by_side_in_whatever_order_they_come() {
        Place stockholm = new Place("SE", "Europe/Stockholm");
        LocalDateTime two = LocalDateTime.parse("2026-10-25T02:00");
        KpiRow summer = EmittedRow.anHour(Subject.ALL, stockholm, two, 7_200).row();
        KpiRow winter = EmittedRow.anHour(Subject.ALL, stockholm, two, 3_600)
                .listeners(20)
                .row();

        memory.take(winter);
        memory.take(summer);
        memory.take(winter);

        assertThat(memory.rows(Subject.ALL, stockholm, KpiWindow.Period.HOUR, two))
                .containsExactly(summer, winter);
        assertThat(memory.rowFill().count()).isEqualTo(2);
    }

    @Test
    void open_incidents_come_first_and_the_one_updated_longest_ago_is_evicted() {
        memory.take(Audience.incident("a", Incident.Status.OPEN, Subject.ALL, 9, 8));
        memory.take(Audience.incident("b", Incident.Status.CLOSED, Subject.ALL, 5, 4));
        assertThat(memory.incidents()).extracting(Incident::id).containsExactly("a", "b");

        memory.take(Audience.incident("c", Incident.Status.CLOSED, Subject.ALL, 3, 2));
        assertThat(memory.incidents()).extracting(Incident::id).containsExactly("c", "b");
        assertThat(memory.incidentFill()).satisfies(isFilled(2, 2, 1));
    }

    @Test
    void a_ledger_is_that_of_a_checkpoint_of_which_all_parts_have_reported() {
        Memory large = new Memory(Bounds.USUAL);
        Audience.health(large);

        assertThat(large.jobs()).hasSize(1);
        assertThat(large.jobs().get(0).ledger().read()).isEqualTo(120_000);
        assertThat(large.jobs().get(0).ledger().balances()).isTrue();
    }

    @Test
    void with_names_as_long_as_books_fewer_are_kept_and_what_was_updated_longest_ago_is_evicted_first() {
        Memory small = new Memory(new Bounds(1_000, 1_000, 1_000, 1_000, 1_000_000));
        String book = "b".repeat(9_000);
        for (int i = 0; i < 100; i++) {
            String name = book + i;
            EmittedSession session = aSessionOf(name).from(at("09:00") + i).play(name, 60);
            small.take(session.revision(1, Change.Status.FINAL, false));
            small.take(session.plays(1));
            small.take(Audience.signal(name, 1, 3));
            small.take(Audience.signal(name, 2, 3));
            small.take(Audience.incident(name, Incident.Status.CLOSED, EmittedRow.playlist(name), 3, 2));
            small.take(EmittedRow.anHour(EmittedRow.playlist(name), Place.WORLD, onDay(i), null)
                    .row());
        }

        assertThat(small.listeners("", 1_000)).contains(book + 99).doesNotContain(book + 0);
        assertThat(small.sessionFill()).satisfies(hasNoRoomForMore(600_000, 100));
        assertThat(small.rowFill()).satisfies(hasNoRoomForMore(100_000, 100));
        assertThat(small.signalFill()).satisfies(hasNoRoomForMore(80_000, 100));
        assertThat(small.pastSignalFill().bytes()).isBetween(1L, 30_000L);
        assertThat(small.pastSignalFill().count()).isPositive();
        assertThat(small.incidentFill().count())
                .as("incidents, of which not even one fits")
                .isZero();
        assertThat(small.rowsSince(KpiWindow.Period.HOUR))
                .contains(onDay(100 - (int) small.rowFill().count()));
    }

    @Test
    void a_catalogue_of_any_size_takes_no_more_than_its_share_and_the_titles_read_last_are_known() {
        Memory small = new Memory(new Bounds(1_000, 1_000, 1_000, 1_000, 1_000_000));
        String book = "b".repeat(1_000_000);
        for (int i = 0; i < 1_000; i++) {
            small.take("track-" + i, new TrackName(book, book, null));
        }

        assertThat(small.titleFill()).satisfies(hasNoRoomForMore(50_000, 1_000));
        assertThat(small.title("track-999").title()).isEqualTo("b".repeat(256));
        assertThat(small.title("track-0")).isEqualTo(TrackName.UNKNOWN);
    }

    @Test
    void a_title_is_the_latest_that_the_catalogue_gave() {
        memory.take("track-1", new TrackName("Paper Rain", "The Foxes", null));
        assertThat(memory.title("track-1")).isEqualTo(new TrackName("Paper Rain", "The Foxes", null));

        memory.take("track-1", new TrackName("Silver Rain", null, null));
        assertThat(memory.title("track-1")).isEqualTo(new TrackName("Silver Rain", null, null));

        memory.take("track-1", new TrackName(null, "The Foxes", null));
        assertThat(memory.title("track-1")).isEqualTo(TrackName.UNKNOWN);

        memory.take("track-1", new TrackName("Paper Rain", "The Foxes", null));
        memory.titleGone("track-1");
        assertThat(memory.title("track-1")).isEqualTo(TrackName.UNKNOWN);
        assertThat(memory.titleFill().bytes()).isZero();
    }

    @Test
    void track_kpis_are_those_read_last_and_the_subject_updated_longest_ago_is_evicted() {
        memory.take(tracks("weekly", 0, "blue", 1));
        memory.take(tracks("weekly", 7, "blue", 2));
        memory.take(tracks("weekly", 0, "green", 3));

        assertThat(memory.tracks(playlist("weekly"), TEN))
                .containsExactly(tracks("weekly", 0, "green", 3), tracks("weekly", 7, "blue", 2));
        assertThat(memory.tracks(playlist("weekly"), 1)).containsExactly(tracks("weekly", 7, "blue", 2));
        assertThat(memory.tracks(playlist("daily"), TEN)).isEmpty();
        assertThat(memory.trackFill().count()).isEqualTo(2);

        Memory small = new Memory(new Bounds(1, 1, 1, 1, 1_000_000));
        small.take(tracks("weekly", 0, "blue", 1));
        for (int i = 0; i < 1_000; i++) {
            small.take(tracks("list-" + i, 0, "a track " + i, i));
            small.take(tracks("weekly", 0, "blue", 1));
        }

        assertThat(small.trackFill()).satisfies(hasNoRoomForMore(30_000, 1_001));
        assertThat(small.tracks(playlist("weekly"), TEN)).hasSize(1);
        assertThat(small.tracks(playlist("list-999"), TEN)).hasSize(1);
        assertThat(small.tracks(playlist("list-0"), TEN)).isEmpty();
    }

    private static TrackKpis tracks(String id, int day, String track, int plays) {
        return new TrackKpis(
                new KpiKey(playlist(id), Place.WORLD, new KpiWindow(KpiWindow.Period.WEEK, onDay(day), null)),
                new TreeMap<>(Map.of(track, new TrackNumbers(plays, 0, Skips.NONE, 0))),
                TrackNumbers.NONE,
                7);
    }

    private static Subject playlist(String id) {
        return new Subject(Subject.Kind.PLAYLIST, id, "W10");
    }

    private static LocalDateTime onDay(int day) {
        return LocalDateTime.parse("2026-03-02T00:00").plusDays(day);
    }

    private static Consumer<Memory.Fill> isFilled(int count, int most, int evicted) {
        return fill -> {
            assertThat(fill.count()).isEqualTo(count);
            assertThat(fill.most()).isEqualTo(most);
            assertThat(fill.evicted()).isEqualTo(evicted);
        };
    }

    /** Not one more of the {@code added} entries would fit. */
    private static Consumer<Memory.Fill> hasNoRoomForMore(int bytes, int added) {
        return fill -> {
            assertThat(fill.mostBytes()).isEqualTo(bytes);
            assertThat(fill.bytes()).isBetween(bytes * 3L / 4, (long) bytes);
            assertThat(fill.count() + fill.evicted()).isEqualTo(added);
        };
    }

    /** The cells of the mood map with listeners. */
    private List<Integer> fields() {
        List<Integer> moods = memory.audience(1).moods();
        return IntStream.range(0, moods.size())
                .filter(field -> moods.get(field) > 0)
                .boxed()
                .toList();
    }
}
