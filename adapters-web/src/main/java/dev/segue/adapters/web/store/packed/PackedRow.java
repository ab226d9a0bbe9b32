package dev.segue.adapters.web.store.packed;

import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Packs a KPI row; subject, place and period are stored separately. */
public final class PackedRow {

    private static final long NO_OFFSET = Long.MIN_VALUE;

    private PackedRow() {}

    public static byte[] pack(KpiRow row) {
        Packer packer = new Packer()
                .number(row.window().start().toEpochSecond(ZoneOffset.UTC))
                .number(
                        row.window().offsetSeconds() == null
                                ? NO_OFFSET
                                : row.window().offsetSeconds())
                .number(row.startsAt())
                .number(row.endsAt() - row.startsAt())
                .text(row.mainTimeZone())
                .number(row.listeners())
                .number(row.returningListeners())
                .flag(row.over())
                .flag(row.settled())
                .number(row.asOf());
        pack(row.numbers(), packer);
        return packer.packed();
    }

    public static KpiRow unpack(byte[] packed, Subject subject, Place place, KpiWindow.Period period) {
        Unpacker from = new Unpacker(packed);
        LocalDateTime start = LocalDateTime.ofEpochSecond(from.number(), 0, ZoneOffset.UTC);
        long offset = from.number();
        long startsAt = from.number();
        long endsAt = startsAt + from.number();
        String mainTimeZone = from.text();
        int listeners = from.count();
        int returningListeners = from.count();
        boolean over = from.flag();
        boolean settled = from.flag();
        long asOf = from.number();
        return new KpiRow(
                subject,
                place,
                new KpiWindow(period, start, offset == NO_OFFSET ? null : Math.toIntExact(offset)),
                startsAt,
                endsAt,
                mainTimeZone,
                listeners,
                returningListeners,
                numbers(from),
                over,
                settled,
                asOf);
    }

    private static void pack(KpiNumbers numbers, Packer packer) {
        packer.number(numbers.sessions())
                .number(numbers.openSessions())
                .number(numbers.listenedMs())
                .number(numbers.plays())
                .number(numbers.countedPlays())
                .number(numbers.runs())
                .number(numbers.songsInRuns())
                .number(numbers.abandonedRuns());
        Parts.pack(numbers.skips(), packer);
        pack(numbers.songsPerRun(), packer);
        pack(numbers.skippedSongs(), packer);
        pack(numbers.longestRun(), packer);
    }

    private static KpiNumbers numbers(Unpacker from) {
        int sessions = from.count();
        int openSessions = from.count();
        long listenedMs = from.number();
        int plays = from.count();
        int countedPlays = from.count();
        int runs = from.count();
        int songsInRuns = from.count();
        int abandonedRuns = from.count();
        return new KpiNumbers(
                sessions,
                openSessions,
                listenedMs,
                plays,
                countedPlays,
                Parts.skips(from),
                runs,
                songsInRuns,
                abandonedRuns,
                distribution(from),
                distribution(from),
                distribution(from));
    }

    private static void pack(Distribution distribution, Packer packer) {
        packer.number(distribution.buckets());
        for (int i = 0; i < distribution.buckets(); i++) {
            packer.number(distribution.upTo(i)).number(distribution.count(i));
        }
    }

    private static Distribution distribution(Unpacker from) {
        int size = from.count();
        int[] upTo = new int[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            upTo[i] = from.count();
            counts[i] = from.count();
        }
        return Distribution.ofBuckets(upTo, counts);
    }
}
