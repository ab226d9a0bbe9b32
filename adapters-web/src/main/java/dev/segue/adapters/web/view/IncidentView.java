package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Spell;
import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.impact.Breakdown;
import dev.segue.domain.alert.impact.Breakdown.Piece;
import dev.segue.domain.alert.impact.Deviation;
import dev.segue.domain.alert.impact.DeviceShares;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All about one incident: the hours around it, from which parts it comes, the other KPIs, and what the jobs were doing.
 *
 * @param zone the time zone in which its hours are counted, that of most of its listeners; null without rows
 * @param hours from 12 before it to 6 after it, as far as there are rows; empty if they are not in memory
 * @param from its first hour, in local time, as if it were UTC, in epoch seconds
 * @param until the end of its last unusual hour, as {@code from}
 * @param compared how many of its hours the parts and the other KPIs are about: at most the latest 12
 * @param rowsSince the local time from which rows are in memory, as {@code from}; null if none were ever evicted
 * @param dimensions from which countries, time zones and editions it comes
 * @param devices the types of device on the days that it touches; null if none are known
 * @param jobs those that it went through
 */
public record IncidentView(
        String id,
        String zone,
        List<Hour> hours,
        long from,
        long until,
        int compared,
        Long rowsSince,
        List<Dimension> dimensions,
        Devices devices,
        List<OtherKpi> kpis,
        List<JobThen> jobs) {

    private static final int HOURS_BEFORE = 12;
    private static final int HOURS_AFTER = 6;

    /** Longer than any incident lasts before it becomes the new normal. */
    private static final int MOST_HOURS = 3 * LocalHour.A_WEEK;

    /** Each costs a comparison with every week, in every part. */
    private static final int MOST_COMPARED = 12;

    /** Of the days that it touches, so many count, the latest ones. */
    private static final int MOST_DAYS = 7;

    private static final int A_DAY = 24;

    /** More countries are shown as one. */
    private static final int MOST_PARTS = 8;

    private static final String OTHERS = "OTHERS";

    /** First the job that writes incidents, then the job whose output that one reads, and so on. */
    private static final List<String> JOBS = List.of("alerts", "playlists", "sessions");

    /**
     * One hour.
     *
     * @param local its start in local time, as if it were UTC, in epoch seconds
     * @param value null if there is nothing to count
     * @param usual null if too little is known, as are {@code low} and {@code high}
     * @param open number of sessions still open
     */
    public record Hour(
            long local, Double value, Double usual, Double low, Double high, int sessions, int open, boolean over) {}

    /** Into what a deviation can be broken down. */
    public enum By {
        /** The same subject in all countries, in the same hours. */
        COUNTRY,
        ZONE,
        EDITION_AGE
    }

    /**
     * The parts of one kind, those that contribute most first.
     *
     * @param rest the share that is in none of the parts; null if they have no shares
     */
    public record Dimension(By by, List<Part> parts, Double rest) {}

    /**
     * One part.
     *
     * @param name a country, a time zone, an age of editions, or {@code OTHERS}
     * @param value null if there is nothing that the KPI could be a share or a mean of
     * @param share of the deviation; null if the parts cancel each other
     */
    public record Part(String name, Double value, double usual, Double share) {}

    /**
     * The types of device, which are counted by the day, not by the hour.
     *
     * @param from the start of the first day, in local time, as if it were UTC, in epoch seconds
     * @param days how many days are counted
     * @param over whether these are over; if not, they are not compared
     */
    public record Devices(long from, int days, boolean over, List<OnDevice> types) {}

    /**
     * One type of device.
     *
     * @param share of what the KPI counts, or of what it rests on, 0 to 1
     * @param usualShare on these days of the week; null if it is not compared, as {@code usual}
     * @param value null if there is nothing that the KPI could be a share or a mean of
     */
    public record OnDevice(String type, double share, Double usualShare, Double value, Double usual) {}

    /** Another KPI of the same subject, in the same hours. */
    public record OtherKpi(String kpi, double value, double usual) {}

    /**
     * What is known about a job at the time.
     *
     * @param knownSince when the first of its reports was written that the page has read, in epoch milliseconds; null if it
     *     has read none but the latest
     * @param spells when it was behind or silent then
     */
    public record JobThen(String job, Long knownSince, List<Spell> spells) {}

    static IncidentView of(Memory memory, Incident incident, long now) {
        KpiRow newest = memory.newestRow(incident.subject(), incident.place(), KpiWindow.Period.HOUR)
                .orElse(null);
        String zone = newest == null ? null : newest.mainTimeZone();
        long first = incident.firstHour();
        long end = Math.max(first + 1, zone == null ? first : incident.endHour(zone));
        List<Long> compared = LongStream.range(Math.max(first, end - MOST_COMPARED), end)
                .boxed()
                .toList();
        Deviation whole = memory.deviation(incident.subject(), incident.place(), incident.kpi(), compared);
        return new IncidentView(
                incident.id(),
                zone,
                newest == null ? List.of() : hours(memory, incident, first, end, newest),
                seconds(first),
                seconds(end),
                whole.windows(),
                memory.rowsSince(KpiWindow.Period.HOUR)
                        .map(local -> local.toEpochSecond(ZoneOffset.UTC))
                        .orElse(null),
                whole.windows() == 0 ? List.of() : dimensions(memory, incident, compared, whole),
                devices(memory, incident, first, end),
                whole.windows() == 0 ? List.of() : others(memory, incident, compared),
                jobs(memory, incident, now));
    }

    private static List<Hour> hours(Memory memory, Incident incident, long first, long end, KpiRow newest) {
        long last = Math.min(LocalHour.of(newest.window().start()), end + HOURS_AFTER - 1);
        long begin = Math.max(first - HOURS_BEFORE, last - MOST_HOURS);
        Map<LocalDateTime, KpiRow> rows = new HashMap<>();
        memory.rows(incident.subject(), incident.place(), KpiWindow.Period.HOUR, LocalHour.start(begin))
                .forEach(row -> rows.putIfAbsent(row.window().start(), row));
        List<LocalDateTime> windows = LongStream.rangeClosed(begin, last)
                .mapToObj(LocalHour::start)
                .dropWhile(start -> !rows.containsKey(start))
                .toList();
        if (windows.stream().noneMatch(rows::containsKey)) {
            return List.of();
        }
        List<ExpectedRange.Band> bands =
                memory.usual(incident.subject(), incident.place(), KpiWindow.Period.HOUR, incident.kpi(), windows);
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            hours.add(hour(incident.kpi(), windows.get(i), rows.get(windows.get(i)), bands.get(i)));
        }
        return hours;
    }

    private static Hour hour(Kpi kpi, LocalDateTime start, KpiRow row, ExpectedRange.Band band) {
        Double nothing = kpi.counts() ? Double.valueOf(0) : null;
        return new Hour(
                start.toEpochSecond(ZoneOffset.UTC),
                row == null ? nothing : kpi.of(row).stream().boxed().findFirst().orElse(null),
                band == null ? null : band.usual(),
                band == null ? null : band.low(),
                band == null ? null : band.high(),
                row == null ? 0 : row.numbers().sessions(),
                row == null ? 0 : row.numbers().openSessions(),
                row == null || row.over());
    }

    private static List<Dimension> dimensions(Memory memory, Incident incident, List<Long> hours, Deviation whole) {
        List<Piece<String>> editions = new ArrayList<>();
        memory.editions(incident.subject(), incident.place(), incident.kpi(), hours)
                .forEach((age, deviation) -> editions.add(new Piece<>(age.name(), deviation)));
        List<Piece<String>> zones = pieces(
                memory,
                incident,
                place -> place.timeZone() != null && incident.place().country().equals(place.country()),
                Place::timeZone,
                place -> hours);
        List<Piece<String>> countries = countries(memory, incident, hours.size());
        return Stream.of(
                        dimension(By.EDITION_AGE, incident.kpi(), whole, editions),
                        dimension(By.ZONE, incident.kpi(), whole, zones),
                        dimension(By.COUNTRY, incident.kpi(), Breakdown.together(incident.kpi(), countries), countries))
                .filter(dimension -> dimension.parts().size() > 1)
                .toList();
    }

    private static List<Piece<String>> countries(Memory memory, Incident incident, int hours) {
        long from = Math.max(incident.since(), incident.until() - hours * LocalHour.MS);
        List<Piece<String>> all = pieces(
                memory,
                incident,
                Place::coversWholeCountry,
                Place::country,
                place -> memory.hours(incident.subject(), place, from, incident.until()));
        List<Breakdown.Part<String>> ranked = Breakdown.of(incident.kpi(), Breakdown.together(incident.kpi(), all), all)
                .parts();
        List<Piece<String>> shown = new ArrayList<>();
        List<Piece<String>> others = new ArrayList<>();
        for (Breakdown.Part<String> part : ranked) {
            boolean isShown = shown.size() < MOST_PARTS
                    || part.key().equals(incident.place().country());
            (isShown ? shown : others).add(new Piece<>(part.key(), part.deviation()));
        }
        if (!others.isEmpty()) {
            shown.add(new Piece<>(OTHERS, Breakdown.together(incident.kpi(), others)));
        }
        return shown;
    }

    private static List<Piece<String>> pieces(
            Memory memory,
            Incident incident,
            Predicate<Place> where,
            Function<Place, String> name,
            Function<Place, List<Long>> hours) {
        return memory.places(incident.subject()).stream()
                .filter(where)
                .map(place -> new Piece<>(
                        name.apply(place),
                        memory.deviation(incident.subject(), place, incident.kpi(), hours.apply(place))))
                .filter(piece -> piece.deviation().windows() > 0)
                .toList();
    }

    private static Dimension dimension(By by, Kpi kpi, Deviation whole, List<Piece<String>> pieces) {
        Breakdown<String> found = Breakdown.of(kpi, whole, pieces);
        return new Dimension(
                by,
                found.parts().stream()
                        .map(part -> new Part(
                                part.key(),
                                isNothing(kpi, part.deviation())
                                        ? null
                                        : Double.valueOf(
                                                part.deviation().actual().value()),
                                part.deviation().expected().value(),
                                part.share()))
                        .toList(),
                found.rest());
    }

    private static Devices devices(Memory memory, Incident incident, long first, long end) {
        long lastDay = Math.floorDiv(end - 1, A_DAY);
        long firstDay = Math.max(Math.floorDiv(first, A_DAY), lastDay - MOST_DAYS + 1);
        List<Long> days = LongStream.rangeClosed(firstDay, lastDay)
                .mapToObj(day -> day * A_DAY)
                .toList();
        DeviceShares found = memory.devices(incident.subject(), incident.place().country(), incident.kpi(), days);
        return found.shares().isEmpty()
                ? null
                : new Devices(
                        seconds(days.get(0)),
                        days.size(),
                        found.over(),
                        found.shares().stream()
                                .map(share -> onDevice(incident.kpi(), share))
                                .toList());
    }

    private static OnDevice onDevice(Kpi kpi, DeviceShares.Share of) {
        boolean isNothing = !kpi.counts() && of.actual().weight() == 0;
        return new OnDevice(
                of.type().name(),
                of.share(),
                of.usualShare(),
                isNothing ? null : Double.valueOf(of.actual().value()),
                of.expected() == null ? null : Double.valueOf(of.expected().value()));
    }

    /** Whether there is nothing that the KPI could be a share or a mean of. */
    private static boolean isNothing(Kpi kpi, Deviation deviation) {
        return !kpi.counts() && deviation.actual().weight() == 0;
    }

    private static List<OtherKpi> others(Memory memory, Incident incident, List<Long> hours) {
        List<OtherKpi> others = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            Deviation found = kpi == incident.kpi()
                    ? Deviation.NONE
                    : memory.deviation(incident.subject(), incident.place(), kpi, hours);
            if (found.windows() > 0 && !isNothing(kpi, found)) {
                others.add(new OtherKpi(
                        kpi.name(), found.actual().value(), found.expected().value()));
            }
        }
        return others;
    }

    /** From the first hour of the incident until it was found. */
    private static List<JobThen> jobs(Memory memory, Incident incident, long now) {
        long end = Math.max(incident.until(), incident.openedAt());
        Map<String, Freshness> current = StatusView.freshness(memory, now);
        return JOBS.stream()
                .map(job -> {
                    Memory.JobPast past = memory.pastOfJobs().stream()
                            .filter(one -> one.job().equals(job))
                            .findFirst()
                            .orElse(new Memory.JobPast(job, Long.MAX_VALUE, List.of()));
                    List<Spell> spells = new ArrayList<>(past.spells());
                    Freshness fresh = current.get(job);
                    if (fresh != null && fresh.state() == Freshness.State.SILENT) {
                        spells.add(new Spell(Spell.Kind.SILENT, fresh.reportedAt(), now, 0));
                    }
                    spells.removeIf(spell -> !spell.meets(incident.since(), end));
                    return new JobThen(job, past.since() > end ? null : Long.valueOf(past.since()), spells);
                })
                .toList();
    }

    private static long seconds(long hour) {
        return LocalHour.start(hour).toEpochSecond(ZoneOffset.UTC);
    }
}
