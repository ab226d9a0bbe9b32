package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.web.store.packed.PackedRow;
import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The KPI rows of one subject, place and period, window by window, packed. */
final class Series {

    /** The key that all rows of a series share. */
    record Key(Subject subject, Place place, KpiWindow.Period period) {
        Key {
            requireNonNull(subject, "subject");
            requireNonNull(place, "place");
            requireNonNull(period, "period");
        }
    }

    private static final long HOUR_S = 3600;

    /** More than two tabs with different ranges need: six weeks of hours, or eight weeks of days, each. */
    private static final int MOST_TRENDS = 150;

    /** Bytes of the series itself, with its maps and its entries in others. */
    private static final long BARE = 560;

    /** Bytes of a judged series elsewhere: among those to judge, and what was found in its last window. */
    private static final long JUDGED = 400;

    /** Bytes of a map entry, without the packed row. */
    private static final long PLACE = 64;

    private final Key key;
    private long weight;
    private long changes;
    private int mostSessions;
    private boolean judged;

    /** By local start; if two hours have the same local name, the later one is half an hour on. */
    private final NavigableMap<Long, byte[]> rows = new TreeMap<>();

    /** Cached trends, as they are expensive: by KPI, and by the hour before which their rows are. */
    private final Map<Kpi, NavigableMap<Long, ExpectedRange.Trend>> trends = new EnumMap<>(Kpi.class);

    Series(Key key) {
        this.key = key;
        this.weight = BARE
                + Weight.of(key.subject().id())
                + Weight.of(key.subject().edition())
                + Weight.of(key.place().country())
                + Weight.of(key.place().timeZone());
    }

    /** In bytes. */
    long weight() {
        return weight;
    }

    Key key() {
        return key;
    }

    /** Grows whenever something that is computed from its rows may have changed. */
    long changes() {
        return changes;
    }

    /** Whether it has been large enough to be compared with earlier weeks. */
    boolean isJudged() {
        return judged;
    }

    void judge() {
        judged = true;
        weight += JUDGED;
    }

    /** The most sessions that any of its rows has had. */
    int mostSessions() {
        return mostSessions;
    }

    /** Adds or replaces a row, and returns by how many the number of rows has grown. */
    int put(KpiRow row) {
        long start = row.window().start().toEpochSecond(ZoneOffset.UTC);
        byte[] packed = PackedRow.pack(row);
        changes++;
        mostSessions = Math.max(mostSessions, row.numbers().sessions());
        forgetTrendsOf(LocalHour.of(row.window().start()));
        byte[] there = rows.get(start);
        Integer offset = row.window().offsetSeconds();
        if (there != null && offset != null) {
            Integer offsetThere = row(there).window().offsetSeconds();
            if (offsetThere != null && offsetThere > offset) {
                return put(start + HOUR_S / 2, packed);
            }
            if (offsetThere != null && offsetThere < offset) {
                return put(start + HOUR_S / 2, there) + put(start, packed);
            }
        }
        return put(start, packed);
    }

    private int put(long at, byte[] packed) {
        byte[] before = rows.put(at, packed);
        weight += Weight.of(packed) + PLACE - (before == null ? 0 : Weight.of(before) + PLACE);
        return before == null ? 1 : 0;
    }

    /** The trend of all rows before an hour; computed only if it is not cached. */
    ExpectedRange.Trend trend(Kpi kpi, long before, LongFunction<ExpectedRange.Trend> find) {
        NavigableMap<Long, ExpectedRange.Trend> known = trends.computeIfAbsent(kpi, of -> new TreeMap<>());
        ExpectedRange.Trend trend = known.get(before);
        if (trend == null) {
            trend = find.apply(before);
            known.put(before, trend);
            if (known.size() > MOST_TRENDS) {
                known.pollFirstEntry();
            }
        }
        return trend;
    }

    /** Drops all cached trends. */
    void forgetTrends() {
        changes++;
        trends.clear();
    }

    private void forgetTrendsOf(long hour) {
        trends.values().forEach(known -> known.tailMap(hour, false).clear());
    }

    /** The row that begins at a local time, the first if two have that name; null if there is none. */
    KpiRow at(LocalDateTime start) {
        byte[] packed = rows.get(start.toEpochSecond(ZoneOffset.UTC));
        return packed == null ? null : row(packed);
    }

    /** Oldest first, from this local time on. */
    List<KpiRow> from(LocalDateTime start) {
        return unpacked(rows.tailMap(start.toEpochSecond(ZoneOffset.UTC), true));
    }

    /** Oldest first, from this local time on, up to another, which is later and excluded. */
    List<KpiRow> between(LocalDateTime start, LocalDateTime end) {
        return unpacked(
                rows.subMap(start.toEpochSecond(ZoneOffset.UTC), true, end.toEpochSecond(ZoneOffset.UTC), false));
    }

    private List<KpiRow> unpacked(NavigableMap<Long, byte[]> some) {
        List<KpiRow> found = new ArrayList<>();
        some.values().forEach(packed -> found.add(row(packed)));
        return found;
    }

    KpiRow first() {
        return rows.isEmpty() ? null : row(rows.firstEntry().getValue());
    }

    KpiRow last() {
        return rows.isEmpty() ? null : row(rows.lastEntry().getValue());
    }

    private KpiRow row(byte[] packed) {
        return PackedRow.unpack(packed, key.subject(), key.place(), key.period());
    }

    long firstStart() {
        return rows.firstKey();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Evicts rows that begin before a local time, and returns how many. */
    int evictBefore(long start) {
        int gone = 0;
        forgetTrends();
        Iterator<byte[]> before = rows.headMap(start, false).values().iterator();
        while (before.hasNext()) {
            weight -= Weight.of(before.next()) + PLACE;
            before.remove();
            gone++;
        }
        return gone;
    }
}
