package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaylistsViewTest {

    private static final LocalDateTime NEWEST = LocalDateTime.parse("2026-03-02T09:00");
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void the_editions_of_a_playlist_are_there_whichever_of_them_is_looked_at() {
        LocalDate first = LocalDate.parse("2026-01-05");
        add(EmittedRow.playlist("weekly"), NEWEST);
        add(new Subject(Subject.Kind.RADIO, "jazz", null), NEWEST);
        for (int edition = 0; edition < 400; edition++) {
            add(new Subject(Subject.Kind.PLAYLIST, "weekly", "" + first.plusDays(edition)), NEWEST);
        }

        PlaylistsView newest =
                query(Map.of("kind", "PLAYLIST", "subject", "weekly", "edition", "" + first.plusDays(399)));
        PlaylistsView other = query(Map.of("kind", "RADIO", "subject", "jazz"));

        assertThat(newest.editions()).hasSize(200).startsWith("2027-02-08", "2027-02-07");
        assertThat(newest.moreEditions()).isEqualTo(200);
        assertThat(newest.points()).hasSize(1);
        assertThat(newest.subjects()).isEqualTo(402);
        assertThat(other.editions()).isEmpty();
        assertThat(other.moreEditions()).isZero();
    }

    @Test
    void the_newest_seven_days_are_shown_unless_another_time_is_requested() {
        emitHours(20);

        assertThat(times(query(Map.of())))
                .hasSize(HOURS_OF_A_WEEK)
                .startsWith(NEWEST.minusDays(7).plusHours(1))
                .endsWith(NEWEST);
        assertThat(query(Map.of()).marked()).isNull();
    }

    @Test
    void the_time_that_is_requested_is_in_the_middle_of_what_is_shown() {
        emitHours(20);

        PlaylistsView view = query(Map.of("since", "2026-02-16T04:00", "until", "2026-02-16T10:00"));

        assertThat(times(view))
                .hasSize(HOURS_OF_A_WEEK)
                .startsWith(LocalDateTime.parse("2026-02-12T19:00"))
                .endsWith(LocalDateTime.parse("2026-02-19T18:00"));
        assertThat(view.marked())
                .isEqualTo(new PlaylistsView.MarkedTime(
                        seconds("2026-02-16T04:00"), seconds("2026-02-16T10:00"), true, null));
    }

    @Test
    void a_time_among_the_newest_seven_days_is_shown_in_them() {
        emitHours(20);

        PlaylistsView view = query(Map.of("since", "2026-03-02T04:00", "until", "2026-03-02T09:00"));

        assertThat(times(view)).hasSize(HOURS_OF_A_WEEK).endsWith(NEWEST);
        assertThat(view.marked().inMemory()).isTrue();
    }

    @Test
    void of_a_time_that_is_longer_than_what_is_shown_the_beginning_is_shown() {
        emitHours(40);

        PlaylistsView view = query(Map.of("since", "2026-01-28T04:00", "until", "2026-02-18T04:00"));

        assertThat(times(view)).hasSize(HOURS_OF_A_WEEK).startsWith(LocalDateTime.parse("2026-01-28T04:00"));
        assertThat(view.marked().inMemory()).isTrue();
    }

    @Test
    void of_a_time_whose_rows_were_evicted_that_is_said_and_since_when_there_are_any() {
        Memory small = new Memory(new Bounds(10, 60, 10, 10));
        emitHours(small, 5);

        PlaylistsView view = PlaylistsView.of(
                small, PlaylistsQuestion.of(Map.of("since", "2026-02-25T04:00", "until", "2026-02-25T06:00")));

        assertThat(view.marked())
                .isEqualTo(new PlaylistsView.MarkedTime(
                        seconds("2026-02-25T04:00"), seconds("2026-02-25T06:00"), false, seconds("2026-02-28T00:00")));
    }

    @Test
    void a_time_that_makes_no_sense_is_as_if_it_had_not_been_requested() {
        emitHours(2);

        for (Map<String, String> nonsense : List.of(
                Map.of("since", "yesterday", "until", "2026-03-02T09:00"),
                Map.of("since", "2026-03-02T09:00"),
                Map.of("since", "2026-03-02T09:00", "until", "2026-03-02T09:00"))) {
            assertThat(query(nonsense).marked()).isNull();
            assertThat(query(nonsense).points()).hasSize(48);
        }
    }

    @Test
    void a_preset_is_as_long_as_it_says_up_to_the_newest_window() {
        emitHours(60);

        assertThat(times(query(Map.of("range", "24h")))).hasSize(24).endsWith(NEWEST);
        assertThat(times(query(Map.of("range", "7d")))).hasSize(HOURS_OF_A_WEEK);
        assertThat(times(query(Map.of("range", "28d")))).hasSize(4 * HOURS_OF_A_WEEK);
        assertThat(query(Map.of("range", "28d")).range().preset()).isEqualTo("28d");
        assertThat(query(Map.of("range", "28d")).range().cut()).isFalse();
    }

    @Test
    void of_a_range_that_is_too_long_the_latest_windows_are_shown_and_that_is_said() {
        emitHours(60);

        PlaylistsView all = query(Map.of("range", "all"));

        assertThat(times(all)).hasSize(all.range().most()).hasSize(42 * 24).endsWith(NEWEST);
        assertThat(all.range().cut()).isTrue();
        assertThat(times(query(Map.of("from", "1970-01-01", "to", "2026-02-20"))))
                .hasSize(42 * 24)
                .startsWith(LocalDateTime.parse("2026-01-10T00:00"))
                .endsWith(LocalDateTime.parse("2026-02-20T23:00"));
    }

    @Test
    void of_a_long_range_of_days_the_latest_have_an_expected_range() {
        for (int ago = 0; ago < 100; ago++) {
            memory.take(EmittedRow.of(
                            KpiWindow.Period.DAY,
                            Subject.ALL,
                            Place.WORLD,
                            NEWEST.toLocalDate().minusDays(ago).atStartOfDay())
                    .row());
        }

        PlaylistsView all = query(Map.of("range", "all", "period", "day"));

        assertThat(all.points()).hasSize(100);
        assertThat(all.points())
                .filteredOn(point -> point.usual() != null)
                .hasSize(all.range().mostExpected());
        assertThat(all.points().get(99).usual()).isNotNull();
    }

    @Test
    void dates_are_days_by_local_clocks_and_the_last_is_included() {
        emitHours(20);

        PlaylistsView view = query(Map.of(
                "from", "2026-02-16", "to", "2026-02-17", "since", "2026-02-16T04:00", "until", "2026-02-16T10:00"));

        assertThat(times(view))
                .hasSize(48)
                .startsWith(LocalDateTime.parse("2026-02-16T00:00"))
                .endsWith(LocalDateTime.parse("2026-02-17T23:00"));
        assertThat(view.marked()).isNull();
        assertThat(times(query(Map.of("from", "2026-03-02", "to", "9999-12-31"))))
                .hasSize(10);
        memory.take(
                EmittedRow.of(KpiWindow.Period.WEEK, Subject.ALL, Place.WORLD, LocalDateTime.parse("2026-02-16T00:00"))
                        .row());
        assertThat(times(query(Map.of("period", "week", "from", "2026-02-19", "to", "2026-02-20"))))
                .containsExactly(LocalDateTime.parse("2026-02-16T00:00"));
        assertThat(times(query(Map.of("from", "2027-01-01", "to", "2027-01-02"))))
                .isEmpty();
        assertThat(times(query(Map.of("from", "2025-01-01", "to", "2025-01-02"))))
                .isEmpty();
    }

    @Test
    void what_is_wrong_with_a_range_is_said_and_the_usual_one_is_shown() {
        emitHours(20);
        Map<Map<String, String>, String> problems = Map.of(
                Map.of("range", "fortnight"),
                "There is no range \"fortnight\". There are 24h, 7d, 28d and all, or dates: from and to.",
                Map.of("range", "7d", "to", "2026-03-01"),
                "Both a range and dates were requested. Choose one of them.",
                Map.of("from", "2026-03-01"),
                "Only the first day (from) was requested. Give both from and to, as dates such as 2026-03-01.",
                Map.of("from", "", "to", "2026-03-01"),
                "The first day (from) is \"\", which is not a date from 1970 to 9999, such as 2026-03-01.",
                Map.of("from", "2026-03-01", "to", "+999999999-12-31"),
                "The last day (to) is \"+999999999-12-31\", which is not a date from 1970 to 9999, such as 2026-03-01.",
                Map.of("from", "2026-02-30", "to", "2026-03-01"),
                "The first day (from) is \"2026-02-30\", which is not a date from 1970 to 9999, such as 2026-03-01.",
                Map.of("from", "2026-03-02", "to", "2026-03-01"),
                "The first day (from), 2026-03-02, is after the last day (to), 2026-03-01. Swap them.");

        problems.forEach((nonsense, problem) -> {
            assertThat(query(nonsense).range().problem()).isEqualTo(problem);
            assertThat(times(query(nonsense))).hasSize(HOURS_OF_A_WEEK).endsWith(NEWEST);
        });
        assertThat(query(Map.of("range", "x".repeat(7_000))).range().problem()).hasSizeLessThan(150);
        assertThat(query(Map.of()).range().problem()).isNull();
    }

    @Test
    void an_edition_is_beside_the_one_before_it_at_the_same_age() {
        emitEdition("2026-W08", "2026-02-16", 7, 40, Place.WORLD);
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 3, 10, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 2, 10, new Place("SE", null));
        memory.take(EmittedRow.of(
                        KpiWindow.Period.DAY, edition("2026-W10"), Place.WORLD, LocalDateTime.parse("2026-03-05T00:00"))
                .listeners(1_000)
                .stillOpen(500)
                .row());

        EditionView newest = query(Map.of("kind", "PLAYLIST", "subject", "weekly", "kpi", "LISTENERS"))
                .edition();
        EditionView older = query(Map.of("kind", "PLAYLIST", "subject", "weekly", "edition", "2026-W09"))
                .edition();

        assertThat(newest.edition()).isEqualTo("2026-W10");
        assertThat(newest.before()).containsExactly("2026-W09");
        assertThat(newest.days()).isEqualTo(3);
        assertThat(newest.over()).isTrue();
        assertThat(newest.now().measures().listenersADay()).isEqualTo(10);
        assertThat(newest.now().measures().listenedMsADay()).isEqualTo(1_800_000.0);
        assertThat(newest.now().measures().songsInARow()).isEqualTo(3.0);
        assertThat(newest.now().beyond()).hasSize(15).startsWith(0.75, 0.75, 0.5);
        assertThat(newest.now().measures().leftBeforeThird()).isEqualTo(0.25);
        assertThat(newest.now().measures().sessions()).isEqualTo(30);
        assertThat(newest.now().measures().open()).isZero();
        assertThat(newest.then().measures().listenersADay()).isEqualTo(20);
        assertThat(newest.then().measures().sessions()).isEqualTo(60);
        assertThat(newest.courses())
                .extracting(EditionView.Course::edition)
                .containsExactly("2026-W10", "2026-W09", "2026-W08");
        assertThat(newest.courses().get(0).values()).containsExactly(10.0, 10.0, 10.0, 1000.0);
        assertThat(newest.countries()).extracting(EditionView.Segment::name).containsExactly("SE");
        assertThat(newest.countries().get(0).now().sessions()).isEqualTo(20);
        assertThat(newest.countries().get(0).then()).isNull();
        assertThat(older.before()).containsExactly("2026-W08");
        assertThat(older.days()).isEqualTo(7);
        assertThat(older.courses()).hasSize(2);
    }

    @Test
    void an_edition_is_told_apart_by_country_and_by_device() {
        emitEdition("2026-W09", "2026-02-23", 3, 20, new Place("SE", null));
        emitEdition("2026-W09", "2026-02-23", 3, 15, new Place("SE", null, Device.Type.PHONE));
        emitEdition("2026-W10", "2026-03-02", 3, 30, new Place("SE", null));
        emitEdition("2026-W10", "2026-03-02", 3, 10, new Place("SE", null, Device.Type.TV));
        emitEdition("2026-W10", "2026-03-02", 3, 20, new Place("SE", null, Device.Type.PHONE));
        emitEdition("2026-W10", "2026-03-02", 3, 40, new Place("NO", null, Device.Type.PHONE));
        emitEdition("2026-W10", "2026-03-02", 3, 70, Place.WORLD);

        PlaylistsView world = query(Map.of("kind", "PLAYLIST", "subject", "weekly", "where", "world"));
        PlaylistsView sweden = query(Map.of("kind", "PLAYLIST", "subject", "weekly", "country", "SE"));
        PlaylistsView phones = query(Map.of(
                "kind", "PLAYLIST", "subject", "weekly", "edition", "2026-W10", "country", "SE", "device", "phone"));

        assertThat(world.edition().devices())
                .extracting(EditionView.Segment::name)
                .containsExactly("PHONE", "TV");
        assertThat(world.edition().devices().get(0).now().listenersADay()).isEqualTo(60);
        assertThat(world.devices()).isEmpty();
        assertThat(sweden.edition().devices().get(0).now().listenersADay()).isEqualTo(20);
        assertThat(sweden.edition().devices().get(0).then().listenersADay()).isEqualTo(15);
        assertThat(sweden.edition().devices().get(1).then()).isNull();
        assertThat(sweden.edition().countries())
                .extracting(EditionView.Segment::name)
                .containsExactly("SE");
        assertThat(sweden.places()).allMatch(place -> place.deviceType() == null);
        assertThat(phones.place()).isEqualTo(new Place("SE", null, Device.Type.PHONE));
        assertThat(phones.period()).isEqualTo(KpiWindow.Period.DAY);
        assertThat(phones.edition().now().measures().listenersADay()).isEqualTo(20);
        assertThat(phones.devices()).containsExactly(Device.Type.PHONE, Device.Type.TV);
    }

    @Test
    void an_edition_ages_with_the_days_that_are_over_though_nobody_listens_to_it() {
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 1, 10, Place.WORLD);
        LocalDateTime monday = LocalDateTime.parse("2026-03-02T00:00");
        for (int day = 0; day < 5; day++) {
            EmittedRow row = EmittedRow.of(KpiWindow.Period.DAY, Subject.ALL, Place.WORLD, monday.plusDays(day));
            memory.take((day == 4 ? row.stillOpen(1) : row).row());
        }

        EditionView view =
                query(Map.of("kind", "PLAYLIST", "subject", "weekly")).edition();

        assertThat(view.days()).isEqualTo(4);
        assertThat(view.now().measures().listenersADay()).isEqualTo(2.5);
        assertThat(view.then().measures().listenersADay()).isEqualTo(20);
    }

    /** Afterwards listeners move on to the next one, and each further day would only thin out its numbers. */
    @Test
    void an_edition_is_counted_until_the_next_comes_out() {
        emitEdition("2026-W08", "2026-02-16", 9, 40, Place.WORLD);
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 1, 10, Place.WORLD);
        LocalDateTime monday = LocalDateTime.parse("2026-03-02T00:00");
        for (int day = 0; day < 10; day++) {
            memory.take(EmittedRow.of(KpiWindow.Period.DAY, Subject.ALL, Place.WORLD, monday.plusDays(day))
                    .row());
        }

        EditionView former = edition(Map.of("edition", "2026-W09"));
        EditionView newest = edition(Map.of());

        assertThat(former.days()).isEqualTo(7);
        assertThat(former.now().measures().listenersADay()).isEqualTo(20);
        assertThat(former.then().measures().listenersADay()).isEqualTo(40);
        assertThat(newest.days()).as("those of the edition before it").isEqualTo(7);
        assertThat(newest.then().measures().listenersADay()).isEqualTo(20);
    }

    @Test
    void with_the_time_of_an_incident_the_edition_is_the_one_of_then() {
        emitEdition("2026-W08", "2026-02-16", 7, 40, Place.WORLD);
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 1, 10, Place.WORLD);
        Map<String, String> then = Map.of("since", "2026-02-23T07:00", "until", "2026-02-23T09:00");
        Map<String, String> longAgo = Map.of("since", "2026-01-01T07:00", "until", "2026-01-01T09:00");

        assertThat(edition(then).edition()).isEqualTo("2026-W09");
        assertThat(edition(longAgo).edition()).isEqualTo("2026-W10");
    }

    @Test
    void who_came_back_is_compared_once_the_week_is_over() {
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 3, 10, Place.WORLD);
        LocalDateTime monday = LocalDateTime.parse("2026-03-02T00:00");
        memory.take(EmittedRow.of(KpiWindow.Period.WEEK, edition("2026-W09"), Place.WORLD, monday.minusWeeks(1))
                .row());
        memory.take(EmittedRow.of(KpiWindow.Period.WEEK, edition("2026-W10"), Place.WORLD, monday)
                .stillOpen(1)
                .row());

        EditionView young =
                query(Map.of("kind", "PLAYLIST", "subject", "weekly")).edition();
        memory.take(EmittedRow.of(KpiWindow.Period.WEEK, edition("2026-W10"), Place.WORLD, monday)
                .row());
        EditionView old = query(Map.of("kind", "PLAYLIST", "subject", "weekly")).edition();

        assertThat(young.now().measures().returning()).isEqualTo(0.3);
        assertThat(young.then().measures().returning()).isNull();
        assertThat(old.then().measures().returning()).isEqualTo(0.3);
    }

    @Test
    void an_edition_on_its_first_day_is_not_compared() {
        memory.take(EmittedRow.of(
                        KpiWindow.Period.DAY, edition("2026-W10"), Place.WORLD, LocalDateTime.parse("2026-03-02T00:00"))
                .stillOpen(5)
                .row());

        EditionView view =
                query(Map.of("kind", "PLAYLIST", "subject", "weekly")).edition();

        assertThat(view.over()).isFalse();
        assertThat(view.days()).isEqualTo(1);
        assertThat(view.now().measures().open()).isEqualTo(5);
        assertThat(view.now().measures().returning()).isNull();
        assertThat(view.then()).isNull();
        assertThat(query(Map.of("kind", "RADIO", "subject", "jazz")).edition()).isNull();
    }

    @Test
    void an_edition_can_be_compared_with_that_of_a_week_before_though_others_came_out_since() {
        LocalDate monday = LocalDate.parse("2026-03-02");
        for (int ago = 0; ago < 30; ago++) {
            emitEdition("" + monday.minusDays(ago), "" + monday.minusDays(ago), 2, 10 + ago, Place.WORLD);
        }

        EditionView week = edition(Map.of("edition", "2026-03-02", "beside", "week_before"));
        EditionView before = edition(Map.of("edition", "2026-03-02", "beside", "nonsense"));

        assertThat(week.beside()).isEqualTo(Comparison.WEEK_BEFORE);
        assertThat(week.before()).containsExactly("2026-02-23");
        assertThat(week.then().measures().listenersADay()).isEqualTo(17);
        assertThat(before.beside()).isEqualTo(Comparison.EDITION_BEFORE);
        assertThat(before.before()).containsExactly("2026-03-01");
    }

    @Test
    void what_is_expected_of_an_edition_is_the_median_of_those_of_the_weeks_before() {
        emitEdition("2026-W06", "2026-02-02", 7, 1, Place.WORLD);
        emitEdition("2026-W07", "2026-02-09", 7, 40, Place.WORLD);
        emitEdition("2026-W08", "2026-02-16", 7, 10, Place.WORLD);
        emitEdition("2026-W09", "2026-02-23", 7, 20, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 3, 10, Place.WORLD);

        EditionView known = edition(Map.of("beside", "expected"));
        EditionView young = edition(Map.of("edition", "2026-W08", "beside", "expected"));

        assertThat(known.before()).containsExactly("2026-W09", "2026-W08", "2026-W07", "2026-W06");
        assertThat(known.then().measures().listenersADay()).isEqualTo(15);
        assertThat(known.then().beyond()).startsWith(0.75, 0.75, 0.5);
        assertThat(young.before()).containsExactly("2026-W07", "2026-W06");
        assertThat(young.least()).isEqualTo(3);
        assertThat(young.then()).isNull();
    }

    @Test
    void a_series_can_be_compared_with_the_week_before() {
        emitHours(10);

        PlaylistsView view = query(Map.of("against", "week_before"));

        assertThat(view.missing()).isNull();
        assertThat(view.points().get(0).then()).isNull();
        assertThat(view.points().get(HOURS_OF_A_WEEK - 1).then()).isEqualTo(18_000_000.0);
        assertThat(view.points()).filteredOn(point -> point.then() != null).hasSize(3 * 24);
    }

    @Test
    void a_series_of_an_edition_can_be_compared_with_the_edition_before_at_the_same_age() {
        emitEdition("2026-W08", "2026-02-18", 5, 40, Place.WORLD);
        emitEdition("2026-W09", "2026-02-23", 7, 10, Place.WORLD);
        Map<String, String> days = Map.of(
                "kind",
                "PLAYLIST",
                "subject",
                "weekly",
                "edition",
                "2026-W09",
                "period",
                "DAY",
                "against",
                "edition_before",
                "kpi",
                "LISTENERS");

        PlaylistsView view = query(days);

        assertThat(view.missing()).isNull();
        assertThat(view.againstEdition()).isEqualTo("2026-W08");
        assertThat(view.points())
                .extracting(PlaylistsView.Point::then)
                .containsExactly(40.0, 40.0, 40.0, 40.0, 40.0, 0.0, 0.0);
    }

    @Test
    void why_a_series_cannot_be_compared_is_said() {
        emitEdition("2026-W09", "2026-02-23", 7, 10, Place.WORLD);
        emitEdition("2026-W10", "2026-03-02", 2, 10, new Place("SE", null));
        memory.take(EmittedRow.of(
                        KpiWindow.Period.DAY,
                        EmittedRow.playlist("weekly"),
                        Place.WORLD,
                        LocalDate.parse("2026-02-23").atStartOfDay())
                .row());
        Map<String, String> weekly = Map.of("kind", "PLAYLIST", "subject", "weekly", "period", "DAY");
        emitHours(2);

        assertThat(missing(Map.of("against", "edition_before"), Map.of())).isEqualTo(Earlier.Missing.NO_EDITIONS);
        assertThat(missing(Map.of("against", "week_before"), Map.of())).isEqualTo(Earlier.Missing.WEEK_NOT_IN_MEMORY);
        assertThat(missing(weekly, Map.of("against", "edition_before"))).isEqualTo(Earlier.Missing.NO_EDITION_CHOSEN);
        assertThat(missing(weekly, Map.of("against", "edition_before", "edition", "2026-W09")))
                .isEqualTo(Earlier.Missing.FIRST_EDITION);
        assertThat(missing(weekly, Map.of("against", "edition_before", "edition", "2026-W10", "country", "SE")))
                .isEqualTo(Earlier.Missing.EDITION_NOT_IN_MEMORY);
    }

    private Earlier.Missing missing(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        both.putAll(other);
        return query(both).missing();
    }

    private EditionView edition(Map<String, String> query) {
        Map<String, String> weekly = new HashMap<>(query);
        weekly.putAll(Map.of("kind", "PLAYLIST", "subject", "weekly"));
        return query(weekly).edition();
    }

    private void emitEdition(String edition, String released, int days, int listeners, Place place) {
        LocalDateTime first = LocalDate.parse(released).atStartOfDay();
        for (int day = 0; day < days; day++) {
            memory.take(EmittedRow.of(KpiWindow.Period.DAY, edition(edition), place, first.plusDays(day))
                    .listeners(listeners)
                    .row());
        }
    }

    private static Subject edition(String edition) {
        return new Subject(Subject.Kind.PLAYLIST, "weekly", edition);
    }

    private PlaylistsView query(Map<String, String> query) {
        return PlaylistsView.of(memory, PlaylistsQuestion.of(query));
    }

    private static List<LocalDateTime> times(PlaylistsView view) {
        return view.points().stream()
                .map(point -> LocalDateTime.ofEpochSecond(point.local(), 0, ZoneOffset.UTC))
                .toList();
    }

    private static long seconds(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC);
    }

    private void emitHours(int days) {
        emitHours(memory, days);
    }

    private static void emitHours(Memory memory, int days) {
        for (LocalDateTime at = NEWEST.minusDays(days).plusHours(1); !at.isAfter(NEWEST); at = at.plusHours(1)) {
            memory.take(EmittedRow.anHour(Subject.ALL, Place.WORLD, at, null).row());
        }
    }

    private void add(Subject subject, LocalDateTime at) {
        memory.take(EmittedRow.anHour(subject, Place.WORLD, at, null).row());
    }
}
