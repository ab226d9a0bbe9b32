package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.EditionToDate;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Leaving;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Releases;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.UsualEdition;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One edition of a playlist, album or radio in one place since its release, beside others before it at the same age.
 *
 * @param edition the chosen one, or else the newest; if the time of an incident is shown, the newest that was out by then
 * @param beside what it is compared with
 * @param before the editions that it is compared with, the latest first; empty if there is none
 * @param least how many of these must be known
 * @param days how many days since the release are counted, of both: as many as are over, but none after the next edition came
 *     out of any of them
 * @param over whether these days are over; if not, the only one is the day of the release
 * @param now null if the edition has no rows here
 * @param then those before together, each number their median; null if too few of them have rows here, from their first on
 * @param leaving the first song at which clearly more listeners leave than in those before; null if there is none, or
 *     before the first day is over
 * @param courses the chosen KPI, day by day, of this edition and those before, the newest first
 * @param countries where the edition was listened to
 * @param devices what the edition was listened to on, in this country, or anywhere
 */
public record EditionView(
        String edition,
        Comparison beside,
        List<String> before,
        int least,
        int days,
        boolean over,
        Card now,
        Card then,
        Leaving leaving,
        List<Course> courses,
        List<Segment> countries,
        List<Segment> devices) {

    /** How many editions are laid over each other. */
    private static final int MOST_COURSES = 5;

    /** How many days of an edition are laid over those of others. */
    private static final int MOST_DAYS = 14;

    /** Of so many editions, those before the chosen one, it is looked up when they came out: eight weeks of daily ones. */
    private static final int MOST_RELEASES = 56;

    /** Of so many editions after the chosen one, it is looked up whether they have come out there. */
    private static final int MOST_AFTER = 4;

    /** A run that ends before this song has hardly begun. */
    private static final int THIRD_SONG = 3;

    private static final int HALF = 50;

    /**
     * An edition in a place. Shares are 0 to 1.
     *
     * @param released the start of the first local day, as if it were UTC, in epoch seconds; of several, that of the latest
     * @param beyond the share of runs that went on beyond so many songs: at index 0 one song, at 1 two, and so on, to where no
     *     run went on
     * @param skippedAt the share of runs that skipped a song, of those that reached it: at index 0 the first song, and so on, to
     *     where too few runs go on
     */
    public record Card(long released, Measures measures, List<Double> beyond, List<Double> skippedAt) {}

    /**
     * What an edition is judged by. Shares are 0 to 1; a value is null if there is nothing it could be a share or mean of.
     *
     * @param listenersADay different listeners on a day, on average
     * @param listenedMsADay how long a listener listened on a day, in milliseconds
     * @param songsInARow the median of the songs of a run
     * @param leftBeforeThird the share of runs that ended before the third song
     * @param quickSkips the share of plays skipped within the limit of quick skips
     * @param earlySkips the share of plays skipped within the limit of early skips, quick ones included
     * @param returning the share of listeners with at least two sessions, in the week of the release so far; not known of
     *     devices, which are counted by the day
     * @param open how many of its sessions are still open
     */
    public record Measures(
            double listenersADay,
            Double listenedMsADay,
            Double songsInARow,
            Double leftBeforeThird,
            Double quickSkips,
            Double earlySkips,
            Double returning,
            int runs,
            int sessions,
            int open) {}

    /** A KPI of an edition, by days since its release; null where nothing was listened to. */
    public record Course(String edition, List<Double> values) {}

    /**
     * A country, or a type of device: as for the chosen place, but over as many days as are over there.
     *
     * @param days how many days since the release there are counted, of both
     * @param over whether these days are over; if not, the only one is the day of the release
     * @param now null if nobody listened to it there
     * @param then those before, as for the chosen place; null if nobody listened to them there
     * @param course the chosen KPI, by days since the release; null where nothing was listened to
     */
    public record Segment(String name, int days, boolean over, Measures now, Measures then, List<Double> course) {}

    /** Null if the subject has no editions. */
    static EditionView of(Memory memory, PlaylistsQuestion query) {
        List<String> editions = SubjectsView.editions(memory, query.subject());
        if (editions.isEmpty()) {
            return null;
        }
        Place place = query.place().rollsUp()
                ? query.place()
                : new Place(query.place().country(), null);
        String chosen = chosen(memory, query, place, editions);
        List<String> upToChosen = editions.stream()
                .filter(edition -> edition.compareTo(chosen) <= 0)
                .toList();
        Subject subject = query.subject().withoutEdition();
        int least =
                query.beside() == Comparison.EXPECTED ? memory.unusual().rules().leastWeeks() : 1;
        int most = query.beside() == Comparison.EDITION_BEFORE ? 1 : MOST_RELEASES;
        Releases releases = releases(memory, subject, place, chosen, editions, most);
        List<String> before = before(memory, query, releases, chosen, upToChosen);
        Editions both = new Editions(
                memory,
                of(subject, chosen),
                before.stream().map(edition -> of(subject, edition)).toList(),
                releases,
                least,
                query.kpi());
        List<KpiRow> rows = days(memory, of(subject, chosen), List.of(place));
        int age = Math.min(both.mostDays(List.of(place)), age(memory, rows, place));
        int days = Math.max(1, age);
        return new EditionView(
                chosen,
                query.beside(),
                before,
                least,
                days,
                age > 0,
                card(memory, of(subject, chosen), place, days),
                both.earlier(place, days),
                age > 0 ? both.leaving(place, rows, days) : null,
                upToChosen.stream()
                        .limit(MOST_COURSES)
                        .map(edition -> new Course(
                                edition, course(query.kpi(), days(memory, of(subject, edition), List.of(place)))))
                        .toList(),
                both.countries(),
                both.devicesIn(place.country()));
    }

    /** Without a choice it is the newest; if the time of an incident is shown, the newest that was out by then. */
    private static String chosen(Memory memory, PlaylistsQuestion query, Place place, List<String> editions) {
        Subject subject = query.subject();
        if (subject.edition() != null) {
            return subject.edition();
        }
        return query.marked() == null
                ? editions.get(0)
                : editions.stream()
                        .limit(MOST_RELEASES)
                        .filter(edition -> days(memory, of(subject, edition), List.of(place)).stream()
                                .findFirst()
                                .filter(row -> row.window()
                                        .start()
                                        .isBefore(query.marked().until()))
                                .isPresent())
                        .findFirst()
                        .orElse(editions.get(0));
    }

    /** The editions that the chosen one is compared with, the latest first. */
    private static List<String> before(
            Memory memory, PlaylistsQuestion query, Releases releases, String chosen, List<String> upToChosen) {
        if (query.beside() == Comparison.EDITION_BEFORE) {
            return upToChosen.stream()
                    .filter(edition -> !edition.equals(chosen))
                    .limit(1)
                    .toList();
        }
        int weeks =
                query.beside() == Comparison.EXPECTED ? memory.unusual().rules().weeks() : 1;
        return IntStream.rangeClosed(1, weeks)
                .mapToObj(week -> releases.weeksBefore(chosen, week))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * When the chosen edition, some after it, and some before it came out there.
     *
     * @param editions all of them, the newest first
     * @param most how many before it
     */
    private static Releases releases(
            Memory memory, Subject subject, Place place, String chosen, List<String> editions, int most) {
        int at = Math.max(0, editions.indexOf(chosen));
        int last = Math.min(at + 1 + most, editions.size());
        Map<String, LocalDate> released = new HashMap<>();
        for (String edition : editions.subList(Math.max(0, at - MOST_AFTER), last)) {
            List<KpiRow> rows = days(memory, of(subject, edition), List.of(place));
            if (edition.equals(chosen) ? !rows.isEmpty() : isWhole(memory, rows)) {
                released.put(edition, rows.get(0).window().start().toLocalDate());
            }
        }
        return new Releases(released);
    }

    /** Whether there are rows, and none before the first of them was evicted. */
    private static boolean isWhole(Memory memory, List<KpiRow> rows) {
        LocalDateTime since = memory.rowsSince(KpiWindow.Period.DAY).orElse(LocalDateTime.MIN);
        return !rows.isEmpty() && rows.get(0).window().start().isAfter(since);
    }

    private static Subject of(Subject subject, String edition) {
        return new Subject(subject.kind(), subject.id(), edition);
    }

    /** By day, from the first with a run. */
    private static List<KpiRow> days(Memory memory, Subject edition, List<Place> places) {
        return places.stream()
                .flatMap(place -> memory.rows(edition, place, KpiWindow.Period.DAY, LocalDateTime.MIN).stream())
                .sorted(Comparator.comparing(row -> row.window().start()))
                .dropWhile(row -> row.numbers().runs() == 0)
                .toList();
    }

    /** How many days since the release are over, there or everywhere, whether or not anybody listened to the edition. */
    private static int age(Memory memory, List<KpiRow> rows, Place place) {
        if (rows.isEmpty()) {
            return 0;
        }
        LocalDateTime released = rows.get(0).window().start();
        return Stream.of(Place.WORLD, new Place(place.country(), null))
                .flatMap(where -> memory.rows(Subject.ALL, where, KpiWindow.Period.DAY, released).stream())
                .filter(KpiRow::over)
                .mapToInt(row -> EditionToDate.dayOf(row, rows) + 1)
                .reduce(EditionToDate.age(rows), Math::max);
    }

    private static Card card(Memory memory, Subject edition, Place place, int days) {
        List<KpiRow> rows = days(memory, edition, List.of(place));
        return rows.isEmpty()
                ? null
                : card(UsualEdition.just(EditionToDate.of(rows, days)), returning(memory, edition, place));
    }

    private static Card card(UsualEdition editions, OptionalDouble returning) {
        return new Card(
                editions.editions().get(0).released().atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                measures(editions, returning),
                bySong(songs -> editions.median(edition -> edition.beyond(songs)))
                        .takeWhile(share -> share > 0)
                        .toList(),
                bySong(song -> editions.median(edition -> edition.skippedAt(song)))
                        .toList());
    }

    private static Stream<Double> bySong(IntFunction<OptionalDouble> share) {
        return IntStream.rangeClosed(1, Run.MOST_NUMBERED)
                .mapToObj(share)
                .takeWhile(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble);
    }

    private static Measures measures(UsualEdition editions, OptionalDouble returning) {
        return new Measures(
                median(editions, EditionToDate::listenersADay),
                orNull(editions.median(EditionToDate::listenedMsADay)),
                orNull(editions.median(EditionView::songsInARow)),
                orNull(editions.median(edition -> edition.leftBefore(THIRD_SONG))),
                orNull(editions.median(EditionToDate::quickSkipRate)),
                orNull(editions.median(EditionToDate::earlySkipRate)),
                orNull(returning),
                (int) median(editions, edition -> edition.numbers().runs()),
                (int) median(editions, edition -> edition.numbers().sessions()),
                (int) median(editions, edition -> edition.numbers().openSessions()));
    }

    /** Of what is always known. */
    private static double median(UsualEdition editions, ToDoubleFunction<EditionToDate> measure) {
        return editions.median(edition -> OptionalDouble.of(measure.applyAsDouble(edition)))
                .orElseThrow();
    }

    private static OptionalDouble songsInARow(EditionToDate edition) {
        OptionalInt median = edition.numbers().songsPerRun().percentile(HALF);
        return median.isPresent() ? OptionalDouble.of(median.getAsInt()) : OptionalDouble.empty();
    }

    private static OptionalDouble returning(Memory memory, Subject edition, Place place) {
        return firstWeek(memory, edition, place)
                .map(Kpi.RETURNING_LISTENERS::of)
                .orElse(OptionalDouble.empty());
    }

    /** The first week with a run: who returns is counted by the week. */
    private static Optional<KpiRow> firstWeek(Memory memory, Subject edition, Place place) {
        return memory.rows(edition, place, KpiWindow.Period.WEEK, LocalDateTime.MIN).stream()
                .filter(row -> row.numbers().runs() > 0)
                .findFirst();
    }

    private static List<Double> course(Kpi kpi, List<KpiRow> rows) {
        List<Double> values = new ArrayList<>();
        for (KpiRow row : rows) {
            int day = EditionToDate.dayOf(row, rows);
            while (values.size() < Math.min(day, MOST_DAYS)) {
                values.add(null);
            }
            if (day < MOST_DAYS) {
                values.add(orNull(kpi.of(row)));
            }
        }
        return values;
    }

    /**
     * An edition and those before that it is compared with, in parts.
     *
     * @param releases when these and those after them came out in the chosen place
     * @param least how many of those before must be known
     * @param kpi of the courses
     */
    private record Editions(
            Memory memory, Subject chosen, List<Subject> before, Releases releases, int least, Kpi kpi) {

        /** How many days since the release are counted at most. */
        int mostDays(List<Place> places) {
            return Releases.mostDays(
                    daysAsNewest(chosen, places),
                    before.stream().flatMapToInt(edition -> daysAsNewest(edition, places).stream()));
        }

        private OptionalInt daysAsNewest(Subject edition, List<Place> places) {
            List<KpiRow> rows = days(memory, edition, places);
            return rows.isEmpty()
                    ? OptionalInt.empty()
                    : releases.daysAsNewest(
                            edition.edition(), rows.get(0).window().start().toLocalDate());
        }

        List<Segment> countries() {
            return memory.places(chosen).stream()
                    .filter(Place::coversWholeCountry)
                    .sorted(Comparator.comparing(Place::country))
                    .map(place -> segment(place.country(), List.of(place)))
                    .toList();
        }

        /** Those with rows, in the order of the types; of all countries if {@code country} is null. */
        List<Segment> devicesIn(String country) {
            Map<Device.Type, List<Place>> byType = memory.places(chosen).stream()
                    .filter(place -> place.deviceType() != null)
                    .filter(place -> country == null || country.equals(place.country()))
                    .collect(Collectors.groupingBy(
                            Place::deviceType, () -> new EnumMap<>(Device.Type.class), Collectors.toList()));
            List<Segment> devices = new ArrayList<>();
            byType.forEach((type, places) -> devices.add(segment(type.name(), places)));
            return devices;
        }

        private Segment segment(String name, List<Place> places) {
            List<KpiRow> rows = days(memory, chosen, places);
            int age = Math.min(mostDays(places), age(memory, rows, places.size() == 1 ? places.get(0) : Place.WORLD));
            int days = Math.max(1, age);
            return new Segment(
                    name,
                    days,
                    age > 0,
                    rows.isEmpty()
                            ? null
                            : measures(
                                    UsualEdition.just(EditionToDate.of(rows, days)),
                                    EditionView.returning(memory, chosen, places.get(0))),
                    earlierIn(places, days),
                    places.size() == 1 ? course(kpi, rows) : List.of());
        }

        /** Those before; null if too few of them have rows there, or the first of them may have been evicted. */
        Card earlier(Place place, int days) {
            UsualEdition earlier = earlier(List.of(place), days);
            return earlier.isKnown() ? card(earlier, earlierReturning(place)) : null;
        }

        Leaving leaving(Place place, List<KpiRow> rows, int days) {
            UsualEdition earlier = earlier(List.of(place), days);
            return rows.isEmpty() || !earlier.isKnown()
                    ? null
                    : Leaving.of(EditionToDate.of(rows, days), earlier.editions())
                            .orElse(null);
        }

        private Measures earlierIn(List<Place> places, int days) {
            UsualEdition earlier = earlier(places, days);
            return earlier.isKnown() ? measures(earlier, earlierReturning(places.get(0))) : null;
        }

        private UsualEdition earlier(List<Place> places, int days) {
            return new UsualEdition(
                    before.stream()
                            .map(edition -> days(memory, edition, places))
                            .filter(rows -> isWhole(memory, rows))
                            .map(rows -> EditionToDate.of(rows, days))
                            .toList(),
                    least);
        }

        /** A whole week is not compared with a week so far. */
        private OptionalDouble earlierReturning(Place place) {
            boolean isOver = firstWeek(memory, chosen, place).map(KpiRow::over).orElse(false);
            return isOver
                    ? UsualEdition.median(
                            before.stream()
                                    .map(edition -> EditionView.returning(memory, edition, place))
                                    .toList(),
                            least)
                    : OptionalDouble.empty();
        }
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
