package dev.segue.adapters.web.store;

import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.alert.impact.Amount;
import dev.segue.domain.alert.impact.Deviation;
import dev.segue.domain.alert.impact.DeviceShares;
import dev.segue.domain.alert.impact.EditionAge;
import dev.segue.domain.alert.impact.Impact;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Compares the hours of incidents with their baselines: how many listeners are affected, and in which parts. */
final class Comparisons {

    /** An incident that lasts two weeks becomes the new normal; this is for records that no job writes. */
    private static final long MOST_HOURS = 6L * LocalHour.A_WEEK;

    /** For so many incidents the impact stays cached. */
    private static final int MOST_CACHED = 2_000;

    private final Rows rows;
    private final Incidents incidents;
    private final AlertSettings unusual;
    private final Map<String, Cached> impacts = new LinkedHashMap<>(16, 0.75f, true);

    /** An impact, and the state from which it was computed. */
    private record Cached(int revision, Series series, long changes, Impact impact) {
        boolean isOf(Incident incident, Series now) {
            return revision == incident.revision() && series == now && changes == now.changes();
        }
    }

    Comparisons(Rows rows, Incidents incidents, AlertSettings unusual) {
        this.rows = rows;
        this.incidents = incidents;
        this.unusual = unusual;
    }

    /** How many listeners an incident affects so far; {@link Impact#NONE} if its rows are not in memory. */
    Impact impact(Incident incident) {
        Series series = rows.series(incident.subject(), incident.place(), KpiWindow.Period.HOUR);
        if (series == null) {
            return Impact.NONE;
        }
        Cached known = impacts.get(incident.id());
        if (known == null || !known.isOf(incident, series)) {
            known = new Cached(incident.revision(), series, series.changes(), impact(incident, series));
            impacts.put(incident.id(), known);
            if (impacts.size() > MOST_CACHED) {
                impacts.remove(impacts.keySet().iterator().next());
            }
        }
        return known.impact();
    }

    /** Of its hours, those count that deviate in its direction. */
    private Impact impact(Incident incident, Series series) {
        long end = incident.endHour(series.last().mainTimeZone());
        long first = Math.max(incident.firstHour(), end - MOST_HOURS);
        List<Incident> held = incidentsOf(series, incident.kpi(), first);
        UsualOfSeries kpi = new UsualOfSeries(series, incident.kpi(), unusual, held);
        UsualOfSeries listeners = new UsualOfSeries(series, Kpi.LISTENERS, unusual, held);
        Impact sum = Impact.NONE;
        for (long hour = first; hour < end; hour++) {
            Reading reading = kpi.latest(hour);
            Usual usual = reading == null ? null : kpi.usualWithoutGrowth(hour);
            if (usual != null && deviates(reading.value() - usual.median(), incident.direction())) {
                sum = sum.plus(impact(reading.value(), usual.median(), listeners, hour));
            }
        }
        return sum;
    }

    private static boolean deviates(double difference, Direction direction) {
        return direction == Direction.LOWER ? difference < 0 : difference > 0;
    }

    private static Impact impact(double value, double usual, UsualOfSeries listeners, long hour) {
        Usual usualListeners = listeners.usualWithoutGrowth(hour);
        return Impact.of(
                value, usual, valueOf(listeners.latest(hour)), usualListeners == null ? 0 : usualListeners.median());
    }

    static double valueOf(Reading reading) {
        return reading == null ? 0 : reading.value();
    }

    /** A KPI over some hours, and what was expected; hours that cannot be compared are left out. */
    Deviation deviation(Subject subject, Place place, Kpi kpi, List<Long> hours) {
        Series series = rows.studied(subject, place, KpiWindow.Period.HOUR);
        if (series == null) {
            return Deviation.NONE;
        }
        UsualOfSeries of = new UsualOfSeries(series, kpi, unusual, incidentsOf(series, kpi, firstOf(hours)));
        Deviation sum = Deviation.NONE;
        for (long hour : hours) {
            sum = with(sum, kpi, of.latest(hour), of.usual(hour));
        }
        return sum;
    }

    private static Deviation with(Deviation sum, Kpi kpi, Reading reading, Usual usual) {
        return usual == null ? sum : sum.with(kpi, amount(reading), new Amount(usual.median(), usual.sample()));
    }

    private static Amount amount(Reading reading) {
        return reading == null ? Amount.NONE : new Amount(reading.value(), reading.sample());
    }

    /** The local hours of a place that begin in an interval, by the clocks of most of its listeners. */
    List<Long> hours(Subject subject, Place place, long from, long until) {
        Series series = rows.series(subject, place, KpiWindow.Period.HOUR);
        if (series == null) {
            return List.of();
        }
        String zone = series.last().mainTimeZone();
        return LongStream.range(LocalHour.at(from, LocalHour.zone(zone)), LocalHour.at(until, LocalHour.zone(zone)))
                .boxed()
                .toList();
    }

    /** A subject over some hours, by the age of its editions; empty if it has none. */
    Map<EditionAge, Deviation> editions(Subject subject, Place place, Kpi kpi, List<Long> hours) {
        Series whole = rows.studied(subject, place, KpiWindow.Period.HOUR);
        if (whole == null || subject.id() == null) {
            return Map.of();
        }
        UsualOfSeries of = new UsualOfSeries(whole, kpi, unusual, incidentsOf(whole, kpi, firstOf(hours)));
        Editions editions = new Editions(kpi, of);
        rows.subjects().stream()
                .filter(other ->
                        other.edition() != null && other.withoutEdition().equals(subject))
                .map(other -> rows.series(other, place, KpiWindow.Period.HOUR))
                .filter(series -> series != null)
                .forEach(editions::add);
        Map<EditionAge, Deviation> found = new EnumMap<>(EditionAge.class);
        for (EditionAge age : editions.isEmpty() ? new EditionAge[0] : EditionAge.values()) {
            ExpectedRange rule = of.ruleFor(hour -> of.at(hour) == null ? null : editions.at(hour, age));
            Deviation sum = Deviation.NONE;
            for (long hour : hours) {
                sum = with(
                        sum,
                        kpi,
                        editions.at(hour, age),
                        rule.usual(hour, of.trend(hour).growth()));
            }
            found.put(age, sum);
        }
        return found;
    }

    /** A KPI on each type of device in a country over some local days, each given by its first hour. */
    DeviceShares devices(Subject subject, String country, Kpi kpi, List<Long> days) {
        Map<Device.Type, Amount> actual = new EnumMap<>(Device.Type.class);
        Map<Device.Type, Amount> expected = new EnumMap<>(Device.Type.class);
        boolean over = true;
        Set<Device.Type> unknown = EnumSet.noneOf(Device.Type.class);
        for (Place place : rows.places(subject)) {
            Series series = place.deviceType() != null && place.country().equals(country)
                    ? rows.series(subject, place, KpiWindow.Period.DAY)
                    : null;
            if (series == null) {
                continue;
            }
            UsualOfSeries of = new UsualOfSeries(series, kpi, unusual, List.of());
            for (long day : days) {
                KpiRow row = series.at(LocalHour.start(day));
                over &= row == null || row.over();
                add(actual, place.deviceType(), kpi, amount(of.latest(day)));
                Usual usual = of.usualWithoutGrowth(day);
                if (usual == null) {
                    unknown.add(place.deviceType());
                } else {
                    add(expected, place.deviceType(), kpi, new Amount(usual.median(), usual.sample()));
                }
            }
        }
        expected.keySet().removeAll(unknown);
        return DeviceShares.of(kpi, over, actual, expected);
    }

    private static void add(Map<Device.Type, Amount> sums, Device.Type type, Kpi kpi, Amount more) {
        sums.merge(type, more, (sum, amount) -> sum.plus(kpi, amount));
    }

    private static long firstOf(List<Long> hours) {
        return hours.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** The incidents of a series, as they bear on hours from {@code first} on. */
    private List<Incident> incidentsOf(Series series, Kpi kpi, long first) {
        String zone = series.last().mainTimeZone();
        return incidents.of(kpi, series.key().subject(), series.key().place()).stream()
                .map(incident -> incident.asSeenFrom(first, zone))
                .toList();
    }
}
