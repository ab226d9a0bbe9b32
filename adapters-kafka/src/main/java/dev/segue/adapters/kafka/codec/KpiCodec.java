package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Bucket;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.KpiPeriod;
import dev.segue.contracts.KpiPlace;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.domain.accounting.Sentence;
import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.RejectionReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** KPI rows, to and from the records of {@code listening.kpis}. */
public final class KpiCodec {

    private static final int HALF = 50;
    private static final int NINE_IN_TEN = 90;
    private static final int NINETY_NINE = 99;

    private final RecordReader<KpiRow> reader;
    private final RecordWriter<KpiRow> writer;

    public KpiCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, KpiRow.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, KpiRow.getClassSchema());
    }

    /**
     * The row in a record's value.
     *
     * @throws UnusableRecord when these bytes are not a row
     */
    public dev.segue.domain.kpi.KpiRow decode(byte[] value) throws UnusableRecord {
        KpiRow row = reader.read(value);
        return new dev.segue.domain.kpi.KpiRow(
                subject(row.getSubject()),
                place(row.getPlace()),
                window(row),
                row.getStartsAt().toEpochMilli(),
                row.getEndsAt().toEpochMilli(),
                row.getMainTimeZone(),
                row.getListeners(),
                row.getReturningListeners(),
                new KpiNumbers(
                        row.getSessions(),
                        row.getOpenSessions(),
                        row.getListenedMs(),
                        row.getPlays(),
                        row.getCountedPlays(),
                        Parts.toDomain(row.getSkips()),
                        row.getRuns(),
                        row.getSongsInRuns(),
                        row.getAbandonedRuns(),
                        distribution(row.getSongsPerRun()),
                        distribution(row.getSkippedSongs()),
                        distribution(row.getLongestRun())),
                row.getOver(),
                row.getSettled(),
                Parts.clock(row.getAsOf()));
    }

    /** The record's value for a row. */
    public byte[] encode(dev.segue.domain.kpi.KpiRow row) {
        KpiNumbers numbers = row.numbers();
        return writer.write(KpiRow.newBuilder()
                .setSubject(subject(row.subject()))
                .setPlace(place(row.place()))
                .setPeriod(period(row.window().period()))
                .setLocalStart(row.window().start().toString())
                .setUtcOffsetS(row.window().offsetSeconds())
                .setStartsAt(Instant.ofEpochMilli(row.startsAt()))
                .setEndsAt(Instant.ofEpochMilli(row.endsAt()))
                .setMainTimeZone(row.mainTimeZone())
                .setListeners(row.listeners())
                .setReturningListeners(row.returningListeners())
                .setSessions(numbers.sessions())
                .setListenedMs(numbers.listenedMs())
                .setPlays(numbers.plays())
                .setCountedPlays(numbers.countedPlays())
                .setSkips(Parts.toContract(numbers.skips()))
                .setRuns(numbers.runs())
                .setSongsInRuns(numbers.songsInRuns())
                .setAbandonedRuns(numbers.abandonedRuns())
                .setSongsPerRun(distribution(numbers.songsPerRun()))
                .setSkippedSongs(distribution(numbers.skippedSongs()))
                .setLongestRun(distribution(numbers.longestRun()))
                .setOpenSessions(numbers.openSessions())
                .setOver(row.over())
                .setSettled(row.settled())
                .setAsOf(Parts.clock(row.asOf()))
                .build());
    }

    /** The key of the record that holds a row: {@link KpiKey#text}. */
    public static String key(dev.segue.domain.kpi.KpiRow row) {
        return KpiKey.of(row).text();
    }

    static Subject subject(KpiSubject subject) throws UnusableRecord {
        Subject.Kind kind =
                switch (subject.getKind()) {
                    case ALL -> Subject.Kind.ALL;
                    case PLAYLIST -> Subject.Kind.PLAYLIST;
                    case ALBUM -> Subject.Kind.ALBUM;
                    case RADIO -> Subject.Kind.RADIO;
                    case OTHER -> Subject.Kind.OTHER;
                    case UNKNOWN -> throw unknownType("subject");
                };
        try {
            return new Subject(kind, subject.getId(), subject.getEdition());
        } catch (IllegalArgumentException e) {
            throw new UnusableRecord(
                    RejectionReason.NO_DETAIL, Sentence.ended("The row's subject is invalid: " + e.getMessage()));
        }
    }

    static KpiSubject subject(Subject subject) {
        KpiSubjectKind kind =
                switch (subject.kind()) {
                    case ALL -> KpiSubjectKind.ALL;
                    case PLAYLIST -> KpiSubjectKind.PLAYLIST;
                    case ALBUM -> KpiSubjectKind.ALBUM;
                    case RADIO -> KpiSubjectKind.RADIO;
                    case OTHER -> KpiSubjectKind.OTHER;
                };
        return new KpiSubject(kind, subject.id(), subject.edition());
    }

    static Place place(KpiPlace place) throws UnusableRecord {
        try {
            DeviceType deviceType = place.getDeviceType();
            return new Place(
                    place.getCountry(),
                    place.getTimeZone(),
                    deviceType == null ? null : Parts.DEVICE_TYPES.toDomain(deviceType));
        } catch (IllegalArgumentException e) {
            throw new UnusableRecord(
                    RejectionReason.NO_DETAIL, Sentence.ended("The row's place is invalid: " + e.getMessage()));
        }
    }

    static KpiPlace place(Place place) {
        return new KpiPlace(
                place.country(),
                place.timeZone(),
                place.deviceType() == null ? null : Parts.DEVICE_TYPES.toContract(place.deviceType()));
    }

    private static KpiWindow window(KpiRow row) throws UnusableRecord {
        KpiWindow.Period period =
                switch (row.getPeriod()) {
                    case HOUR -> KpiWindow.Period.HOUR;
                    case DAY -> KpiWindow.Period.DAY;
                    case WEEK -> KpiWindow.Period.WEEK;
                    case UNKNOWN -> throw unknownType("period");
                };
        try {
            return new KpiWindow(period, Parts.localTime(row.getLocalStart()), row.getUtcOffsetS());
        } catch (DateTimeException e) {
            throw new UnusableRecord(
                    RejectionReason.NO_TIME, "'" + row.getLocalStart() + "' is not a valid start of a window.");
        }
    }

    private static KpiPeriod period(KpiWindow.Period period) {
        return switch (period) {
            case HOUR -> KpiPeriod.HOUR;
            case DAY -> KpiPeriod.DAY;
            case WEEK -> KpiPeriod.WEEK;
        };
    }

    private static UnusableRecord unknownType(String what) {
        return new UnusableRecord(
                RejectionReason.UNKNOWN_TYPE, "This version of Segue does not know the row's kind of " + what + ".");
    }

    private static Distribution distribution(dev.segue.contracts.Distribution distribution) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (Bucket bucket : distribution.getBuckets()) {
            counts.merge(bucket.getUpTo(), bucket.getCount(), Integer::sum);
        }
        return Distribution.ofBuckets(counts);
    }

    private static dev.segue.contracts.Distribution distribution(Distribution distribution) {
        List<Bucket> buckets = new ArrayList<>(distribution.buckets());
        for (int i = 0; i < distribution.buckets(); i++) {
            buckets.add(new Bucket(distribution.upTo(i), distribution.count(i)));
        }
        return new dev.segue.contracts.Distribution(
                buckets,
                orNull(distribution.percentile(HALF)),
                orNull(distribution.percentile(NINE_IN_TEN)),
                orNull(distribution.percentile(NINETY_NINE)));
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
