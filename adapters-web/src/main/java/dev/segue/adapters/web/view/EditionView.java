package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.EditionToDate;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One edition of a playlist, album or radio in one place since its release, beside the edition before it at the same age.
 *
 * @param edition the chosen one, or else the newest
 * @param before the edition before; null if that has no rows here
 * @param days how many days since the release are counted, of both
 * @param over whether these days are over; if not, the only one is the day of the release
 * @param now null if the edition has no rows here
 * @param then the edition before; null if that has no rows here
 * @param courses the chosen KPI, day by day, of this edition and those before, the newest first
 * @param countries where the edition was listened to
 * @param devices what the edition was listened to on, in this country, or anywhere
 */
public record EditionView(
        String edition,
        String before,
        int days,
        boolean over,
        Card now,
        Card then,
        List<Course> courses,
        List<Segment> countries,
        List<Segment> devices) {

    /** How many editions are laid over each other. */
    private static final int MOST_COURSES = 5;

    /** How many days of an edition are laid over those of others. */
    private static final int MOST_DAYS = 14;

    /** A run that ends before this song has hardly begun. */
    private static final int THIRD_SONG = 3;

    private static final int HALF = 50;

    /**
     * An edition in a place. Shares are 0 to 1.
     *
     * @param released the start of the first local day, as if it were UTC, in epoch seconds
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
            Integer songsInARow,
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
     * @param now null if nobody listened to it there
     * @param then the edition before; null if nobody listened to that there
     * @param course the chosen KPI, by days since the release; null where nothing was listened to
     */
    public record Segment(String name, boolean over, Measures now, Measures then, List<Double> course) {}

    /** Null if the subject has no editions. */
    static EditionView of(Memory memory, PlaylistsQuestion query) {
        List<String> editions = SubjectsView.editions(memory, query.subject());
        if (editions.isEmpty()) {
            return null;
        }
        String chosen = query.subject().edition() == null
                ? editions.get(0)
                : query.subject().edition();
        Place place = query.place().rollsUp()
                ? query.place()
                : new Place(query.place().country(), null);
        List<String> upToChosen = editions.stream()
                .filter(edition -> edition.compareTo(chosen) <= 0)
                .toList();
        String before = upToChosen.stream()
                .filter(edition -> !edition.equals(chosen))
                .findFirst()
                .orElse(null);
        Subject subject = query.subject().withoutEdition();
        List<KpiRow> rows = days(memory, of(subject, chosen), List.of(place));
        int age = age(memory, rows, place);
        int days = Math.max(1, age);
        Editions both =
                new Editions(memory, of(subject, chosen), before == null ? null : of(subject, before), query.kpi());
        return new EditionView(
                chosen,
                before,
                days,
                age > 0,
                card(memory, of(subject, chosen), place, days),
                before == null ? null : both.earlier(place, days),
                upToChosen.stream()
                        .limit(MOST_COURSES)
                        .map(edition -> new Course(
                                edition, course(query.kpi(), days(memory, of(subject, edition), List.of(place)))))
                        .toList(),
                both.countries(),
                both.devicesIn(place.country()));
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
        return rows.isEmpty() ? null : card(rows, days, returning(memory, edition, place));
    }

    private static Card card(List<KpiRow> rows, int days, Double returning) {
        EditionToDate toDate = EditionToDate.of(rows, days);
        return new Card(
                toDate.released().atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                measures(toDate, returning),
                bySong(toDate::beyond).takeWhile(share -> share > 0).toList(),
                bySong(toDate::skippedAt).toList());
    }

    private static Stream<Double> bySong(IntFunction<OptionalDouble> share) {
        return IntStream.rangeClosed(1, Run.MOST_NUMBERED)
                .mapToObj(share)
                .takeWhile(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble);
    }

    private static Measures measures(EditionToDate toDate, Double returning) {
        return new Measures(
                toDate.listenersADay(),
                orNull(toDate.listenedMsADay()),
                orNull(toDate.numbers().songsPerRun().percentile(HALF)),
                orNull(toDate.leftBefore(THIRD_SONG)),
                orNull(toDate.quickSkipRate()),
                orNull(toDate.earlySkipRate()),
                returning,
                toDate.numbers().runs(),
                toDate.numbers().sessions(),
                toDate.numbers().openSessions());
    }

    private static Double returning(Memory memory, Subject edition, Place place) {
        return firstWeek(memory, edition, place)
                .map(row -> orNull(Kpi.RETURNING_LISTENERS.of(row)))
                .orElse(null);
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
     * An edition and the one before, in parts.
     *
     * @param before null if there is none
     * @param kpi of the courses
     */
    private record Editions(Memory memory, Subject chosen, Subject before, Kpi kpi) {

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
            int age = age(memory, rows, places.size() == 1 ? places.get(0) : Place.WORLD);
            int days = Math.max(1, age);
            return new Segment(
                    name,
                    age > 0,
                    rows.isEmpty()
                            ? null
                            : measures(
                                    EditionToDate.of(rows, days), EditionView.returning(memory, chosen, places.get(0))),
                    earlierIn(places, days),
                    places.size() == 1 ? course(kpi, rows) : List.of());
        }

        /** The edition before; null if it has no rows there, or the first of them may have been evicted. */
        Card earlier(Place place, int days) {
            List<KpiRow> rows = earlierRows(List.of(place));
            return rows.isEmpty() ? null : card(rows, days, earlierReturning(place));
        }

        private Measures earlierIn(List<Place> places, int days) {
            List<KpiRow> rows = earlierRows(places);
            return rows.isEmpty() ? null : measures(EditionToDate.of(rows, days), earlierReturning(places.get(0)));
        }

        private List<KpiRow> earlierRows(List<Place> places) {
            List<KpiRow> rows = before == null ? List.of() : days(memory, before, places);
            LocalDateTime since = memory.rowsSince().orElse(LocalDateTime.MIN);
            boolean isWhole = !rows.isEmpty() && rows.get(0).window().start().isAfter(since);
            return isWhole ? rows : List.of();
        }

        /** A whole week is not compared with a week so far. */
        private Double earlierReturning(Place place) {
            boolean isOver = firstWeek(memory, chosen, place).map(KpiRow::over).orElse(false);
            return isOver ? EditionView.returning(memory, before, place) : null;
        }
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
