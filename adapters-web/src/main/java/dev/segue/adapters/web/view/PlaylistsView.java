package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.playback.Device;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One KPI of one subject in one place, window by window, with its expected range; lengths of runs and classes of skips;
 * and the same KPI by country.
 *
 * @param subjects total number of subjects
 * @param editions of the same playlist, album or radio, the newest first
 * @param moreEditions how many more editions there are
 * @param devices the types of device with rows of their own in the country; empty for the world
 * @param zone the time zone of most of the listening; null if there is no row
 * @param clock the event time of the newest row, in epoch milliseconds; null before any
 * @param against what the points are compared with
 * @param againstEdition the edition that they are compared with, if that is known; else null
 * @param missing why there is nothing to compare them with; null if there is, or if that is what is expected
 * @param range what was requested, and what of it is shown
 * @param points oldest first
 * @param marked the requested time, such as that of an incident; null for the newest
 * @param songsPerRun runs by number of songs, over all points
 * @param plays over all points
 * @param quickSkipMs a skip that played for less is quick
 * @param earlySkipMs a skip that played for less, but is not quick, is early; others are late
 * @param leastSample minimum of listeners, sessions, runs or plays in the baseline for a value to be unusual
 * @param policy the name of the policy that watches this; null if none does
 * @param edition the chosen or newest edition beside the one before; null if the subject has no editions
 * @param holidays whether holidays are configured there, which are not compared
 * @param tracks how the tracks of that edition do, anywhere, or of the subject if it has no editions; null if that is not known
 */
public record PlaylistsView(
        Subject subject,
        Place place,
        KpiWindow.Period period,
        Kpi kpi,
        int subjects,
        List<String> editions,
        int moreEditions,
        List<Place> places,
        List<Device.Type> devices,
        String zone,
        Long clock,
        Comparison against,
        String againstEdition,
        Earlier.Missing missing,
        Range range,
        List<Point> points,
        MarkedTime marked,
        List<Bucket> songsPerRun,
        List<Bucket> longestRun,
        int plays,
        int quickSkips,
        int earlySkips,
        int lateSkips,
        long quickSkipMs,
        long earlySkipMs,
        int leastWeeks,
        int mostWeeks,
        int leastSample,
        String policy,
        boolean holidays,
        List<Country> countries,
        EditionView edition,
        TracksView tracks) {

    /** More windows are not shown: 42 days of hours. Each hour has an expected range, which takes time. */
    private static final int MOST_HOURS = 42 * 24;

    /** Three years. */
    private static final int MOST_DAYS = 3 * 366;

    /** Twenty years. */
    private static final int MOST_WEEKS = 20 * 53;

    /** Of so many days or weeks, the latest ones, the expected range is found: each takes as long as a day of hours. */
    private static final int MOST_EXPECTED = 56;

    /**
     * From when to when the KPI is shown.
     *
     * @param preset the requested preset; null if none was
     * @param from the requested first day; null if none was
     * @param to the requested last day; null if none was
     * @param problem what is wrong with the request, in a sentence; null if nothing is
     * @param most so many windows are shown at most
     * @param cut whether there are more in memory, before those shown
     * @param mostExpected of so many windows, the latest ones, the expected range is found
     * @param oldest the start of the oldest window in memory, in local time, as if it were UTC, in epoch seconds; null if there
     *     is none
     */
    public record Range(
            String preset,
            String from,
            String to,
            String problem,
            int most,
            boolean cut,
            int mostExpected,
            Long oldest) {}

    /**
     * One window.
     *
     * @param local its start in local time, as if it were UTC, in epoch seconds
     * @param value null if there is nothing to count
     * @param then the earlier value that it is compared with; null if there is none, or if it is compared with what is expected
     * @param usual null if too little is known, as are {@code low} and {@code high}, the expected range
     * @param weeks number of previous weeks it is compared with
     * @param watched whether the baseline is large enough for a value to be unusual
     * @param open number of sessions still open
     */
    public record Point(
            long local,
            Double value,
            Double then,
            Double usual,
            Double low,
            Double high,
            int weeks,
            boolean watched,
            int sessions,
            int open,
            boolean over,
            boolean settled) {}

    /**
     * A requested time. Times are local, as if they were UTC, in epoch seconds.
     *
     * @param until the end, excluded
     * @param inMemory whether any row of it is in memory
     * @param rowsSince the time from which rows are in memory; null if none were ever evicted
     */
    public record MarkedTime(long since, long until, boolean inMemory, Long rowsSince) {}

    /** The number of values that are at most {@code upTo}, and greater than that of the previous bucket. */
    public record Bucket(int upTo, int count) {}

    /**
     * The newest window of a country that is over.
     *
     * @param local its start in local time, as if it were UTC, in epoch seconds
     */
    public record Country(
            String country,
            long local,
            Double value,
            Double usual,
            Double low,
            Double high,
            boolean watched,
            int sessions) {}

    static PlaylistsView of(Memory memory, PlaylistsQuestion question) {
        AlertSettings unusual = memory.unusual();
        ListeningRules judging = memory.rules().judging();
        PlaylistsQuestion query = question.answerableFrom(memory);
        Optional<KpiRow> newest = memory.newestRow(query.subject(), query.place(), query.period());
        Optional<LocalDateTime> oldest = memory.oldestRow(query.subject(), query.place(), query.period())
                .map(row -> row.window().start());
        Shown shown = newest.map(row -> shown(memory, query, row.window().start(), oldest.orElseThrow()))
                .orElse(new Shown(List.of(), false));
        List<KpiRow> rows = shown.rows();
        Earlier earlier = rows.isEmpty() ? null : earlier(memory, query, rows);
        List<Point> points = rows.isEmpty() ? List.of() : points(memory, query, rows, earlier);
        List<String> editions = SubjectsView.editions(memory, query.subject());
        EditionView edition = EditionView.of(memory, query);
        return new PlaylistsView(
                query.subject(),
                query.place(),
                query.period(),
                query.kpi(),
                memory.subjects().size(),
                editions.stream().limit(SubjectsView.MOST_EDITIONS).toList(),
                Math.max(0, editions.size() - SubjectsView.MOST_EDITIONS),
                places(memory, query.subject()),
                devices(memory, query),
                newest.map(KpiRow::mainTimeZone).orElse(null),
                newest.map(row -> StatusView.timeOrNull(row.asOf())).orElse(null),
                query.against(),
                earlier == null ? null : earlier.edition(),
                earlier == null ? null : earlier.why(),
                range(query, shown, oldest.orElse(null)),
                points,
                query.marked() == null || !query.range().isUsual() ? null : marked(memory, query, rows),
                together(rows.stream().map(row -> row.numbers().songsPerRun()).toList()),
                together(rows.stream().map(row -> row.numbers().longestRun()).toList()),
                rows.stream().mapToInt(row -> row.numbers().plays()).sum(),
                rows.stream().mapToInt(row -> row.numbers().skips().quick()).sum(),
                rows.stream().mapToInt(row -> row.numbers().skips().early()).sum(),
                rows.stream().mapToInt(row -> row.numbers().skips().late()).sum(),
                judging.quickSkipMs(),
                judging.earlySkipMs(),
                unusual.rules().leastWeeks(),
                unusual.rules().weeks(),
                unusual.policy(query.kpi(), query.subject(), query.place()).leastSample(),
                unusual.nameOfPolicy(query.kpi(), query.subject(), query.place())
                        .orElse(null),
                query.period() != KpiWindow.Period.WEEK && unusual.knowsHolidaysIn(query.place()),
                countries(memory, query),
                edition,
                TracksView.of(memory, query.subject(), edition));
    }

    private static Duration span(KpiWindow.Period period) {
        return Duration.ofDays(
                switch (period) {
                    case HOUR -> 7;
                    case DAY -> 8 * 7;
                    case WEEK -> 52 * 7;
                });
    }

    private static int most(KpiWindow.Period period) {
        return switch (period) {
            case HOUR -> MOST_HOURS;
            case DAY -> MOST_DAYS;
            case WEEK -> MOST_WEEKS;
        };
    }

    private static int mostExpected(KpiWindow.Period period) {
        return period == KpiWindow.Period.HOUR ? MOST_HOURS : MOST_EXPECTED;
    }

    private static Range range(PlaylistsQuestion query, Shown shown, LocalDateTime oldest) {
        DateRange range = query.range();
        return new Range(
                range.preset(),
                range.from() == null ? null : range.from().toString(),
                range.to() == null ? null : range.to().toString(),
                range.problem(),
                most(query.period()),
                shown.cut(),
                mostExpected(query.period()),
                oldest == null ? null : oldest.toEpochSecond(ZoneOffset.UTC));
    }

    /** The rows of the requested range, and whether there are more before. */
    private record Shown(List<KpiRow> rows, boolean cut) {}

    /** The rows of the requested dates; or the newest; or those around the requested time, if that is not among the newest. */
    private static Shown shown(Memory memory, PlaylistsQuestion query, LocalDateTime newest, LocalDateTime oldest) {
        PlaylistsQuestion.Marked marked = query.marked();
        Duration usual = span(query.period());
        LocalDateTime start = query.range().start(query.period(), newest, oldest, usual);
        if (query.range().isUsual() && marked != null && marked.since().isBefore(start)) {
            return new Shown(around(memory, query, usual), false);
        }
        LocalDateTime end = query.range().end(next(newest, query.period()));
        LocalDateTime first = start.isBefore(oldest) ? oldest : start;
        LocalDateTime earliest = back(end, query.period(), most(query.period()));
        boolean cut = first.isBefore(earliest);
        LocalDateTime from = cut ? earliest : first;
        return new Shown(
                from.isBefore(end) ? memory.rows(query.subject(), query.place(), query.period(), from, end) : List.of(),
                cut);
    }

    private static List<KpiRow> around(Memory memory, PlaylistsQuestion query, Duration span) {
        PlaylistsQuestion.Marked marked = query.marked();
        Duration length = Duration.between(marked.since(), marked.until());
        Duration around = span.minus(length).dividedBy(2);
        LocalDateTime first = marked.since().minus(around.isNegative() ? Duration.ZERO : around);
        // If the time is longer than the view, its beginning.
        return memory.rows(query.subject(), query.place(), query.period(), first, first.plus(span));
    }

    private static MarkedTime marked(Memory memory, PlaylistsQuestion query, List<KpiRow> rows) {
        LocalDateTime since = startOf(query.period(), query.marked().since());
        LocalDateTime until = query.marked().until();
        return new MarkedTime(
                query.marked().since().toEpochSecond(ZoneOffset.UTC),
                until.toEpochSecond(ZoneOffset.UTC),
                rows.stream()
                        .map(row -> row.window().start())
                        .anyMatch(start -> !start.isBefore(since) && start.isBefore(until)),
                memory.rowsSince(query.period())
                        .map(local -> local.toEpochSecond(ZoneOffset.UTC))
                        .orElse(null));
    }

    /** The start of the window that contains a time. */
    private static LocalDateTime startOf(KpiWindow.Period period, LocalDateTime at) {
        return switch (period) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> at.truncatedTo(ChronoUnit.DAYS);
            case WEEK -> at.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    private static List<Place> places(Memory memory, Subject subject) {
        List<Place> all = new ArrayList<>(memory.places(subject));
        all.removeIf(place -> place.deviceType() != null);
        all.sort(Comparator.comparing(Place::country, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Place::timeZone, Comparator.nullsFirst(Comparator.naturalOrder())));
        return all;
    }

    private static List<Device.Type> devices(Memory memory, PlaylistsQuestion query) {
        return memory.places(query.subject()).stream()
                .filter(place -> place.deviceType() != null)
                .filter(place -> place.country().equals(query.place().country()))
                .map(Place::deviceType)
                .sorted()
                .toList();
    }

    private static Earlier earlier(Memory memory, PlaylistsQuestion query, List<KpiRow> rows) {
        LocalDateTime last = rows.get(rows.size() - 1).window().start();
        return Earlier.of(memory, query, rows.get(0).window().start(), next(last, query.period()));
    }

    /** Includes windows without a row: nothing happened in them. */
    private static List<Point> points(Memory memory, PlaylistsQuestion query, List<KpiRow> rows, Earlier earlier) {
        Map<LocalDateTime, List<KpiRow>> byStart = new TreeMap<>();
        rows.forEach(row -> byStart.computeIfAbsent(row.window().start(), start -> new ArrayList<>())
                .add(row));
        LocalDateTime last = rows.get(rows.size() - 1).window().start();
        for (LocalDateTime at = rows.get(0).window().start(); at.isBefore(last); at = next(at, query.period())) {
            byStart.putIfAbsent(at, List.of());
        }
        List<LocalDateTime> windows = List.copyOf(byStart.keySet());
        int notExpected = Math.max(0, windows.size() - mostExpected(query.period()));
        List<ExpectedRange.Band> usual = new ArrayList<>(Collections.nCopies(notExpected, null));
        usual.addAll(memory.usual(
                query.subject(),
                query.place(),
                query.period(),
                query.kpi(),
                windows.subList(notExpected, windows.size())));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            LocalDateTime start = windows.get(i);
            List<KpiRow> here = byStart.get(start);
            if (here.isEmpty()) {
                points.add(point(query.kpi(), start, 0, null, earlier, usual.get(i)));
            }
            for (int same = 0; same < here.size(); same++) {
                points.add(point(query.kpi(), start, same, here.get(same), earlier, usual.get(i)));
            }
        }
        return points;
    }

    private static Point point(
            Kpi kpi, LocalDateTime start, int same, KpiRow row, Earlier earlier, ExpectedRange.Band usual) {
        Double value = row == null
                ? (kpi.counts() ? Double.valueOf(0) : null)
                : kpi.of(row).stream().boxed().findFirst().orElse(null);
        long halfAnHourOn = same * ChronoUnit.HOURS.getDuration().toSeconds() / 2;
        return new Point(
                start.toEpochSecond(ZoneOffset.UTC) + halfAnHourOn,
                value,
                earlier.at(start),
                usual == null ? null : usual.usual(),
                usual == null ? null : usual.low(),
                usual == null ? null : usual.high(),
                usual == null ? 0 : usual.weeks(),
                usual != null && usual.watched(),
                row == null ? 0 : row.numbers().sessions(),
                row == null ? 0 : row.numbers().openSessions(),
                row == null || row.over(),
                row == null || row.settled());
    }

    private static LocalDateTime back(LocalDateTime at, KpiWindow.Period period, int windows) {
        return switch (period) {
            case HOUR -> at.minusHours(windows);
            case DAY -> at.minusDays(windows);
            case WEEK -> at.minusWeeks(windows);
        };
    }

    private static LocalDateTime next(LocalDateTime at, KpiWindow.Period period) {
        return switch (period) {
            case HOUR -> at.plusHours(1);
            case DAY -> at.plusDays(1);
            case WEEK -> at.plusWeeks(1);
        };
    }

    private static List<Bucket> together(List<Distribution> distributions) {
        Distribution sum = distributions.stream().reduce(Distribution.EMPTY, Distribution::plus);
        return IntStream.range(0, sum.buckets())
                .mapToObj(bucket -> new Bucket(sum.upTo(bucket), sum.count(bucket)))
                .toList();
    }

    private static List<Country> countries(Memory memory, PlaylistsQuestion query) {
        List<Country> all = new ArrayList<>();
        for (Place place : places(memory, query.subject())) {
            if (place.coversWholeCountry()) {
                newestOver(memory, query, place).ifPresent(row -> all.add(country(memory, query, row)));
            }
        }
        return all;
    }

    private static Optional<KpiRow> newestOver(Memory memory, PlaylistsQuestion query, Place place) {
        LocalDateTime lately = memory.newestRow(query.subject(), place, query.period())
                .map(row -> row.window().start().minusWeeks(1))
                .orElse(LocalDateTime.MIN);
        return lately.equals(LocalDateTime.MIN)
                ? Optional.empty()
                : memory.rows(query.subject(), place, query.period(), lately).stream()
                        .filter(KpiRow::over)
                        .reduce((earlier, later) -> later);
    }

    private static Country country(Memory memory, PlaylistsQuestion query, KpiRow row) {
        LocalDateTime start = row.window().start();
        ExpectedRange.Band usual = memory.usual(
                        query.subject(), row.place(), query.period(), query.kpi(), List.of(start))
                .get(0);
        return new Country(
                row.place().country(),
                start.toEpochSecond(ZoneOffset.UTC),
                query.kpi().of(row).stream().boxed().findFirst().orElse(null),
                usual == null ? null : usual.usual(),
                usual == null ? null : usual.low(),
                usual == null ? null : usual.high(),
                usual != null && usual.watched(),
                row.numbers().sessions());
    }
}
