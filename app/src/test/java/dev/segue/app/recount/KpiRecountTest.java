package dev.segue.app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.Bucket;
import dev.segue.contracts.ContextType;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.Distribution;
import dev.segue.contracts.KpiPeriod;
import dev.segue.contracts.KpiPlace;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiRecountTest {

    private static final String NINE = "2026-10-26T09:00";
    private static final String TEN = "2026-10-26T10:00";
    private static final String MONDAY = "2026-10-26T00:00";
    private static final Distribution NONE = new Distribution(List.of(), null, null, null);

    private final SessionRevision session = session(null);

    @Test
    void finds_nothing_when_all_rows_are_there() {
        assertThat(KpiRecount.differences(List.of(session), rowsOfAll())).isEmpty();
    }

    @Test
    void finds_a_row_that_is_missing() {
        assertThat(KpiRecount.differences(List.of(session), rowsOfAll().subList(1, 7)))
                .containsExactly("ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: no such row.");
    }

    @Test
    void finds_a_row_that_no_session_gives() {
        assertThat(KpiRecount.differences(List.of(), rowsOfAll().subList(5, 6)))
                .containsExactly("ALL, the world, WEEK 2026-10-26T00:00: no session gives such a row.");
    }

    @Test
    void finds_a_number_that_is_not_as_counted() {
        List<KpiRow> rows = rowsOfAll();
        rows.set(2, KpiRow.newBuilder(rows.get(2)).setPlays(13).setListeners(2).build());

        assertThat(KpiRecount.differences(List.of(session), rows))
                .containsExactly(
                        "ALL, SE, DAY 2026-10-26T00:00: listeners 1, but the row has 2; plays 12, but the row has 13.");
    }

    @Test
    void counts_what_is_not_two_letters_as_no_country() {
        SessionRevision elsewhere = SessionRevision.newBuilder(session)
                .setTotals(SessionTotals.newBuilder(session.getTotals())
                        .setCountry("Sweden")
                        .build())
                .build();

        assertThat(KpiRecount.differences(List.of(elsewhere), rowsOfAll()))
                .contains("ALL, ZZ, DAY 2026-10-26T00:00: no such row.")
                .noneMatch(difference -> difference.contains("Sweden"));
    }

    @Test
    void counts_a_run_where_it_began() {
        assertThat(KpiRecount.differences(List.of(session(run("weekly"))), rowsOfAll()))
                .contains(
                        "PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.",
                        "ALL, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.",
                        "PLAYLIST weekly, the world, WEEK 2026-10-26T00:00: no such row.");
    }

    @Test
    void finds_a_playlist_that_is_counted_under_other() {
        List<KpiRow> rows = List.of(ofWeekly(KpiSubjectKind.OTHER, null));

        assertThat(KpiRecount.differences(List.of(session(run("weekly"))), rows))
                .contains(
                        "OTHER, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no session gives such a row.",
                        "PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.");
    }

    @Test
    void counts_a_run_that_began_longer_before_the_end_than_a_session_can_last_when_its_session_began() {
        Run exactly = Run.newBuilder(run("weekly"))
                .setStartedAt(session.getTotals().getEndedAt().minus(Duration.ofHours(30)))
                .build();
        Run longer = Run.newBuilder(exactly)
                .setStartedAt(exactly.getStartedAt().minusMillis(1))
                .build();

        assertThat(KpiRecount.differences(List.of(session(exactly)), rowsOfAll()))
                .filteredOn(difference -> difference.startsWith("PLAYLIST weekly, SE Europe/Stockholm, HOUR"))
                .containsExactly("PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-25T04:00 at 3600: no such row.");
        assertThat(KpiRecount.differences(List.of(session(longer)), rowsOfAll()))
                .filteredOn(difference -> difference.startsWith("PLAYLIST weekly, SE Europe/Stockholm, HOUR"))
                .containsExactly("PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: no such row.");
    }

    @Test
    void counts_a_playlist_by_edition_and_by_local_week() {
        List<KpiRow> rows = List.of(ofWeekly(KpiSubjectKind.PLAYLIST, "weekly"));

        List<String> differences = KpiRecount.differences(List.of(session(run("weekly"))), rows);

        assertThat(differences)
                .contains("PLAYLIST weekly edition 2026-W44, SE, DAY 2026-10-26T00:00: no such row.")
                .noneMatch(difference -> difference.startsWith("PLAYLIST weekly, SE Europe/Stockholm, HOUR"));
    }

    @Test
    void finds_a_percentile_a_bucket_and_a_zone_that_are_not_as_counted() {
        Distribution reported = new Distribution(List.of(new Bucket(5, 1)), 5, 5, 6);
        Distribution elsewhere = new Distribution(List.of(new Bucket(6, 1)), 6, 6, 6);
        KpiRow row = KpiRow.newBuilder(ofWeekly(KpiSubjectKind.PLAYLIST, "weekly"))
                .setSongsPerRun(reported)
                .setLongestRun(elsewhere)
                .setMainTimeZone("Etc/UTC")
                .build();

        assertThat(KpiRecount.differences(List.of(session(run("weekly"))), List.of(row)))
                .contains("PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600:"
                        + " songs per run {5=1} (p50 5, p90 5, p99 5), but the row has {5=1} (p50 5, p90 5, p99 6);"
                        + " longest run {5=1} (p50 5, p90 5, p99 5), but the row has {6=1} (p50 6, p90 6, p99 6);"
                        + " the main zone Europe/Stockholm, but the row has Etc/UTC.");
    }

    @Test
    void knows_the_largest_value_of_every_bucket_and_the_nearest_rank() {
        assertThat(RecountedSpread.of(List.of(0, 31, 32, 33, 34, 63, 64, 67, 68, 1_000)))
                .hasToString("{0=1, 31=1, 33=2, 35=1, 63=1, 67=2, 71=1, 1023=1} (p50 35, p90 71, p99 1023)");
        assertThat(RecountedSpread.of(List.of())).hasToString("{} (p50 null, p90 null, p99 null)");
    }

    @Test
    void a_window_is_over_when_the_clock_of_any_row_has_passed_its_end() {
        List<KpiRow> rows = rowsOfAll();
        Instant end = rows.get(0).getEndsAt();
        rows.set(5, KpiRow.newBuilder(rows.get(5)).setAsOf(end).build());
        assertThat(KpiRecount.differences(List.of(session), rows)).isEmpty();

        rows.set(5, KpiRow.newBuilder(rows.get(5)).setAsOf(end.plusMillis(1)).build());
        assertThat(KpiRecount.differences(List.of(session), rows))
                .containsExactly(
                        "ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: over true, but the row has false.",
                        "ALL, SE, HOUR 2026-10-26T09:00: over true, but the row has false.");
    }

    @Test
    void a_row_does_not_settle_before_an_hour_after_all_that_it_waits_for() {
        Instant settled = session.getSettledAfter();
        Instant ended = session.getTotals().getEndedAt();
        SessionRevision slow = SessionRevision.newBuilder(session)
                .setSettledAfter(ended.plus(Duration.ofDays(9)))
                .build();
        assertThat(settled).isBefore(ended);

        Instant hourEnds = Instant.parse("2026-10-26T09:00:00Z");
        assertThat(differencesWhenSettledAt(session, hourEnds.plus(Duration.ofHours(31))))
                .contains("ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600:"
                        + " settled at 2026-10-27T16:00:00Z, not after 2026-10-27T16:00:00Z.");
        assertThat(differencesWhenSettledAt(
                        session, hourEnds.plus(Duration.ofHours(31)).plusMillis(1)))
                .contains("ALL, SE, HOUR 2026-10-26T09:00:"
                        + " settled at 2026-10-27T16:00:00.001Z, not after 2026-10-28T05:00:00Z.")
                .noneMatch(difference -> difference.startsWith("ALL, SE Europe/Stockholm, HOUR"));
        Instant weekEnds = Instant.parse("2026-11-02T00:00:00Z");
        assertThat(differencesWhenSettledAt(
                        session, weekEnds.plus(Duration.ofHours(12 + 31)).plusMillis(1)))
                .isEmpty();
        Instant slowly = weekEnds.plus(Duration.ofHours(12 + 31)).plus(Duration.ofDays(9));
        assertThat(differencesWhenSettledAt(slow, slowly))
                .containsExactly(
                        "ALL, SE, WEEK 2026-10-26T00:00: settled at 2026-11-12T19:00:00Z, not after 2026-11-12T19:00:00Z.",
                        "ALL, the world, WEEK 2026-10-26T00:00:"
                                + " settled at 2026-11-12T19:00:00Z, not after 2026-11-12T19:00:00Z.");
        assertThat(differencesWhenSettledAt(slow, slowly.plusMillis(1))).isEmpty();
    }

    private List<String> differencesWhenSettledAt(SessionRevision current, Instant time) {
        List<KpiRow> rows = rowsOfAll().stream()
                .map(row -> KpiRow.newBuilder(row)
                        .setAsOf(time)
                        .setOver(row.getEndsAt().isBefore(time))
                        .setSettled(true)
                        .build())
                .toList();
        return KpiRecount.differences(List.of(current), rows);
    }

    @Test
    void a_session_that_was_left_open_is_open_unless_somebody_knows_better() {
        SessionRevision open = SessionRevision.newBuilder(session).setOpen(true).build();

        assertThat(KpiRecount.differences(List.of(open), rowsOfAll()))
                .hasSize(7)
                .allMatch(difference -> difference.endsWith(": open sessions 1, but the row has 0."));
        KpiRecount.Rules known =
                new KpiRecount.Rules(Duration.ofHours(30), subject -> true, Set.of(open.getSessionId()));
        assertThat(KpiRecount.differences(List.of(open), rowsOfAll(), known)).isEmpty();
    }

    @Test
    void counts_what_is_not_followed_under_other() {
        KpiRecount.Rules none = new KpiRecount.Rules(Duration.ofHours(30), subject -> false, Set.of());

        assertThat(KpiRecount.differences(
                        List.of(session(run("weekly"))), List.of(ofWeekly(KpiSubjectKind.OTHER, null)), none))
                .contains("OTHER, SE, HOUR 2026-10-26T10:00: no such row.")
                .noneMatch(difference -> difference.startsWith("PLAYLIST"))
                .noneMatch(difference -> difference.startsWith("OTHER, SE Europe/Stockholm, HOUR"));
    }

    @Test
    void finds_a_row_that_is_emitted_under_two_keys() {
        List<KpiRow> rows = rowsOfAll();
        rows.add(rows.get(0));

        assertThat(KpiRecount.differences(List.of(session), rows))
                .containsExactly("ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: emitted under two keys.");
    }

    @Test
    void finds_what_is_left_in_a_row_from_which_all_was_taken_back() {
        List<KpiRow> rows = rowsOfAll();
        rows.replaceAll(row -> KpiRow.newBuilder(row)
                .setSessions(0)
                .setListeners(0)
                .setPlays(0)
                .setSkips(new Skips(0, 0, 0))
                .build());
        assertThat(KpiRecount.differences(List.of(), rows)).isEmpty();

        rows.set(0, KpiRow.newBuilder(rows.get(0)).setListenedMs(1).build());
        assertThat(KpiRecount.differences(List.of(), rows))
                .containsExactly(
                        "ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: no session gives such a row.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, Europe/Stockholm, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        "2026-04-04T14:40:00Z, Australia/Lord_Howe, 2026-04-04T14:00:00Z, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z",
        "2026-04-04T15:10:00Z, Australia/Lord_Howe, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z, 2026-04-04T15:30:00Z",
        "2026-10-03T15:40:00Z, Australia/Lord_Howe, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z, 2026-10-03T16:00:00Z",
        "2026-12-31T18:29:59Z, Asia/Kolkata, 2026-12-31T17:30:00Z, 2026-12-31T18:30:00Z, 2026-12-31T18:30:00Z",
    })
    void knows_from_when_to_when_clocks_show_an_hour(
            Instant moment, String zone, Instant startsAt, Instant endsAt, Instant endsAtWhateverTheOffset) {
        ZonedDateTime local = moment.atZone(ZoneId.of(zone));

        assertThat(RecountedWindow.hourWithOffset(local))
                .extracting(RecountedWindow::startsAt, RecountedWindow::endsAt)
                .containsExactly(startsAt, endsAt);
        assertThat(RecountedWindow.hour(local).endsAt()).isEqualTo(endsAtWhateverTheOffset);
    }

    @Test
    void knows_that_samoa_had_no_thirtieth_of_december_once() {
        ZonedDateTime before = Instant.parse("2011-12-30T09:30:00Z").atZone(ZoneId.of("Pacific/Apia"));
        ZonedDateTime after = Instant.parse("2011-12-30T10:30:00Z").atZone(ZoneId.of("Pacific/Apia"));

        assertThat(RecountedWindow.day(before).name()).isEqualTo("DAY 2011-12-29T00:00");
        assertThat(RecountedWindow.day(after).name()).isEqualTo("DAY 2011-12-31T00:00");
        assertThat(RecountedWindow.day(before).endsAt())
                .isEqualTo(RecountedWindow.day(after).startsAt())
                .isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
    }

    /** The row of the run's hour, but the row has of that subject. */
    private static KpiRow ofWeekly(KpiSubjectKind kind, String id) {
        return KpiRow.newBuilder(row(KpiPeriod.HOUR, TEN, 3600, "SE", "Europe/Stockholm"))
                .setSubject(new KpiSubject(kind, id, null))
                .setStartsAt(Instant.parse("2026-10-26T09:00:00Z"))
                .setEndsAt(Instant.parse("2026-10-26T10:00:00Z"))
                .setPlays(5)
                .setCountedPlays(4)
                .setSkips(new Skips(0, 1, 0))
                .setListenedMs(700_000)
                .setRuns(1)
                .setSongsInRuns(5)
                .setSongsPerRun(new Distribution(List.of(new Bucket(5, 1)), 5, 5, 5))
                .setLongestRun(new Distribution(List.of(new Bucket(5, 1)), 5, 5, 5))
                .build();
    }

    /** Anna's session, from nine in the morning on a Monday in Stockholm. */
    private static SessionRevision session(Run run) {
        SessionTotals totals = SessionTotals.newBuilder(
                        Messages.annas(1, SessionStatus.FINAL, false).getTotals())
                .setEndedAt(Instant.parse("2026-10-26T09:40:00Z"))
                .setCountry("SE")
                .setTimeZone("Europe/Stockholm")
                .setDeviceType(DeviceType.PHONE)
                .setRuns(run == null ? List.of() : List.of(run))
                .setRunCount(run == null ? 0 : 1)
                .setLongestRun(run == null ? 0 : run.getSongs())
                .build();
        return SessionRevision.newBuilder(Messages.annas(1, SessionStatus.FINAL, false))
                .setStartedAt(Instant.parse("2026-10-26T08:40:00Z"))
                .setTotals(totals)
                .build();
    }

    private static Run run(String playlist) {
        return Run.newBuilder()
                .setContext(new PlayContext(ContextType.PLAYLIST, playlist, null))
                .setStartedAt(Instant.parse("2026-10-26T09:05:00Z"))
                .setEndedAt(Instant.parse("2026-10-26T09:20:00Z"))
                .setSongs(5)
                .setCountedPlays(4)
                .setSkips(new Skips(0, 1, 0))
                .setListenedMs(700_000)
                .build();
    }

    private static List<KpiRow> rowsOfAll() {
        return new ArrayList<>(List.of(
                row(KpiPeriod.HOUR, NINE, 3600, "SE", "Europe/Stockholm"),
                row(KpiPeriod.HOUR, NINE, null, "SE", null),
                row(KpiPeriod.DAY, MONDAY, null, "SE", null),
                row(KpiPeriod.WEEK, MONDAY, null, "SE", null),
                row(KpiPeriod.DAY, MONDAY, null, null, null),
                row(KpiPeriod.WEEK, MONDAY, null, null, null),
                KpiRow.newBuilder(row(KpiPeriod.DAY, MONDAY, null, "SE", null))
                        .setPlace(new KpiPlace("SE", null, DeviceType.PHONE))
                        .build()));
    }

    private static KpiRow row(KpiPeriod period, String start, Integer offset, String country, String zone) {
        String begins = period == KpiPeriod.HOUR ? "2026-10-26T08:00:00Z" : "2026-10-25T23:00:00Z";
        String ends =
                switch (period) {
                    case HOUR -> "2026-10-26T09:00:00Z";
                    case DAY -> "2026-10-26T23:00:00Z";
                    case WEEK, UNKNOWN -> "2026-11-01T23:00:00Z";
                };
        return KpiRow.newBuilder()
                .setSubject(new KpiSubject(KpiSubjectKind.ALL, null, null))
                .setPlace(new KpiPlace(country, zone, null))
                .setPeriod(period)
                .setLocalStart(start)
                .setUtcOffsetS(offset)
                .setStartsAt(Instant.parse(begins))
                .setEndsAt(Instant.parse(ends))
                .setMainTimeZone("Europe/Stockholm")
                .setListeners(1)
                .setSessions(1)
                .setPlays(12)
                .setSkips(new Skips(1, 0, 2))
                .setSongsPerRun(NONE)
                .setLongestRun(NONE)
                .build();
    }
}
