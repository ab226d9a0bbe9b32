package dev.segue.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.Bucket;
import dev.segue.contracts.ContextType;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiRecountTest {

    private static final String NINE = "2026-10-26T09:00";
    private static final String TEN = "2026-10-26T10:00";
    private static final String MONDAY = "2026-10-26T00:00";
    private static final Distribution NONE = new Distribution(List.of(), null, null, null);

    private final SessionRevision session = session(null);

    @Test
    void findsNothingWhenAllRowsAreThere() {
        assertThat(KpiRecount.differences(List.of(session), rowsOfAll())).isEmpty();
    }

    @Test
    void findsARowThatIsMissing() {
        assertThat(KpiRecount.differences(List.of(session), rowsOfAll().subList(1, 6)))
                .containsExactly("ALL, SE Europe/Stockholm, HOUR 2026-10-26T09:00 at 3600: no such row.");
    }

    @Test
    void findsARowThatNoSessionGives() {
        assertThat(KpiRecount.differences(List.of(), rowsOfAll().subList(5, 6)))
                .containsExactly("ALL, the world, WEEK 2026-10-26T00:00: no session gives such a row.");
    }

    @Test
    void findsANumberThatIsNotAsCounted() {
        List<KpiRow> rows = rowsOfAll();
        rows.set(2, KpiRow.newBuilder(rows.get(2)).setPlays(13).setListeners(2).build());

        assertThat(KpiRecount.differences(List.of(session), rows))
                .containsExactly("ALL, SE, DAY 2026-10-26T00:00: listeners 1, told 2; plays 12, told 13.");
    }

    @Test
    void overlooksARowFromWhichAllWasTakenBack() {
        List<KpiRow> rows = rowsOfAll();
        rows.add(KpiRow.newBuilder(row(KpiPeriod.HOUR, TEN, 3600, "SE", "Europe/Stockholm"))
                .setSessions(0)
                .build());

        assertThat(KpiRecount.differences(List.of(session), rows)).isEmpty();
    }

    @Test
    void countsWhatIsNotTwoLettersAsNoCountry() {
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
    void countsARunWhereItBegan() {
        assertThat(KpiRecount.differences(List.of(session(run("weekly"))), rowsOfAll()))
                .contains(
                        "PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.",
                        "ALL, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.",
                        "PLAYLIST weekly, the world, WEEK 2026-10-26T00:00: no such row.");
    }

    @Test
    void findsAPlaylistThatIsCountedUnderOther() {
        List<KpiRow> rows = List.of(ofWeekly(KpiSubjectKind.OTHER, null));

        assertThat(KpiRecount.differences(List.of(session(run("weekly"))), rows))
                .contains(
                        "OTHER, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no session gives such a row.",
                        "PLAYLIST weekly, SE Europe/Stockholm, HOUR 2026-10-26T10:00 at 3600: no such row.");
    }

    @Test
    void countsARunThatBeganLongerBeforeTheEndThanASessionCanLastWhenItsSessionBegan() {
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
    void countsAPlaylistByEditionAndByLocalWeek() {
        List<KpiRow> rows = List.of(ofWeekly(KpiSubjectKind.PLAYLIST, "weekly"));

        List<String> differences = KpiRecount.differences(List.of(session(run("weekly"))), rows);

        assertThat(differences)
                .contains("PLAYLIST weekly edition 2026-W44, SE, DAY 2026-10-26T00:00: no such row.")
                .noneMatch(difference -> difference.startsWith("PLAYLIST weekly, SE Europe/Stockholm, HOUR"));
    }

    /** The row of the run's hour, told of that subject. */
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
                        Told.annas(1, SessionStatus.FINAL, false).getTotals())
                .setEndedAt(Instant.parse("2026-10-26T09:40:00Z"))
                .setCountry("SE")
                .setTimeZone("Europe/Stockholm")
                .setRuns(run == null ? List.of() : List.of(run))
                .setRunCount(run == null ? 0 : 1)
                .setLongestRun(run == null ? 0 : run.getSongs())
                .build();
        return SessionRevision.newBuilder(Told.annas(1, SessionStatus.FINAL, false))
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
                row(KpiPeriod.WEEK, MONDAY, null, null, null)));
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
                .setPlace(new KpiPlace(country, zone))
                .setPeriod(period)
                .setLocalStart(start)
                .setUtcOffsetS(offset)
                .setStartsAt(Instant.parse(begins))
                .setEndsAt(Instant.parse(ends))
                .setListeners(1)
                .setSessions(1)
                .setPlays(12)
                .setSkips(new Skips(1, 0, 2))
                .setSongsPerRun(NONE)
                .setLongestRun(NONE)
                .build();
    }
}
