package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.TrackKpis;
import dev.segue.contracts.TrackNumbers;
import dev.segue.contracts.TrackOfSubject;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.playback.RejectionReason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Track KPIs, to and from the records of {@code listening.track-kpis}. */
public final class TrackKpisCodec {

    private final RecordReader<TrackKpis> reader;
    private final RecordWriter<TrackKpis> writer;

    public TrackKpisCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, TrackKpis.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, TrackKpis.getClassSchema());
    }

    /**
     * The track KPIs in a record's value.
     *
     * @throws UnusableRecord when these bytes are none
     */
    public dev.segue.domain.kpi.track.TrackKpis decode(byte[] value) throws UnusableRecord {
        TrackKpis kpis = reader.read(value);
        SortedMap<String, dev.segue.domain.kpi.track.TrackNumbers> tracks = new TreeMap<>();
        for (TrackOfSubject track : kpis.getTracks()) {
            tracks.put(track.getTrackId(), numbers(track.getNumbers()));
        }
        return new dev.segue.domain.kpi.track.TrackKpis(
                new KpiKey(KpiCodec.subject(kpis.getSubject()), Place.WORLD, week(kpis.getWeek())),
                tracks,
                numbers(kpis.getOthers()),
                Parts.clock(kpis.getAsOf()));
    }

    private static KpiWindow week(String monday) throws UnusableRecord {
        try {
            return new KpiWindow(
                    KpiWindow.Period.WEEK,
                    Parts.localTime(LocalDate.parse(monday).atStartOfDay().toString()),
                    null);
        } catch (DateTimeException e) {
            throw new UnusableRecord(RejectionReason.NO_TIME, "'" + monday + "' is not the first day of a week.");
        }
    }

    private static dev.segue.domain.kpi.track.TrackNumbers numbers(TrackNumbers numbers) {
        return new dev.segue.domain.kpi.track.TrackNumbers(
                numbers.getPlays(),
                numbers.getCountedPlays(),
                Parts.toDomain(numbers.getSkips()),
                numbers.getCompleted());
    }

    /** The record's value for track KPIs. */
    public byte[] encode(dev.segue.domain.kpi.track.TrackKpis kpis) {
        List<TrackOfSubject> tracks = new ArrayList<>(kpis.tracks().size());
        kpis.tracks().forEach((track, numbers) -> tracks.add(new TrackOfSubject(track, numbers(numbers))));
        return writer.write(new TrackKpis(
                KpiCodec.subject(kpis.key().subject()),
                kpis.key().window().start().toLocalDate().toString(),
                tracks,
                numbers(kpis.others()),
                Parts.clock(kpis.asOf())));
    }

    private static TrackNumbers numbers(dev.segue.domain.kpi.track.TrackNumbers numbers) {
        return new TrackNumbers(
                numbers.plays(), numbers.countedPlays(), Parts.toContract(numbers.skips()), numbers.completed());
    }
}
