package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.alert.Episode;
import dev.segue.domain.alert.Evaluation;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.SeriesMemory;
import dev.segue.domain.alert.UnusualHour;
import dev.segue.domain.alert.WatchedHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.WeeksBefore;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of the state of a series. */
public final class SeriesStateCodec implements Codec<SeriesState> {

    private static final Incident.Status[] STATUSES = Incident.Status.values();
    private static final Incident.Direction[] DIRECTIONS = Incident.Direction.values();

    @Override
    public String name() {
        return "series-state";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(SeriesState state, DataOutputView out) throws IOException {
        SeriesFields.write(state.series(), out);
        out.writeLong(state.eventTimer());
        out.writeLong(state.silenceTimer());
        SeriesMemory memory = state.memory();
        Fields.writeList(memory.agesMs(), (age, to) -> to.writeLong(age), out);
        writeWeeks(memory.weeksBefore(), out);
        out.writeInt(memory.hours().size());
        for (var hour : memory.hours().entrySet()) {
            out.writeLong(hour.getKey());
            writeHour(hour.getValue(), out);
        }
        for (long next : memory.next()) {
            out.writeLong(next);
        }
        for (double spread : memory.spreads()) {
            out.writeDouble(spread);
        }
        out.writeDouble(memory.growth());
        out.writeLong(memory.learnedOn());
        Fields.writeText(memory.zone(), out);
        out.writeInt(memory.votes());
        out.writeLong(memory.newest());
        out.writeLong(memory.timelySince());
        out.writeBoolean(memory.episode() != null);
        if (memory.episode() != null) {
            writeEpisode(memory.episode(), out);
        }
    }

    @Override
    public SeriesState read(DataInputView in, int version) throws IOException {
        var series = SeriesFields.read(in);
        long eventTimer = in.readLong();
        long silenceTimer = in.readLong();
        List<Long> agesMs = Fields.readList(DataInputView::readLong, in);
        int ages = agesMs.size();
        WeeksBefore weeks = readWeeks(ages, in);
        SortedMap<Long, WatchedHour> hours = new TreeMap<>();
        int watched = in.readInt();
        for (int i = 0; i < watched; i++) {
            hours.put(in.readLong(), readHour(ages, in));
        }
        long[] next = new long[ages];
        for (int age = 0; age < ages; age++) {
            next[age] = in.readLong();
        }
        double[] spreads = new double[ages];
        for (int age = 0; age < ages; age++) {
            spreads[age] = in.readDouble();
        }
        SeriesMemory memory = new SeriesMemory(
                agesMs,
                weeks,
                hours,
                next,
                spreads,
                in.readDouble(),
                in.readLong(),
                Fields.readText(in),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readBoolean() ? readEpisode(in) : null);
        return new SeriesState(series, memory, eventTimer, silenceTimer);
    }

    @Override
    public SeriesState copy(SeriesState state) {
        return new SeriesState(state.series(), state.memory().copy(), state.eventTimer(), state.silenceTimer());
    }

    private static void writeWeeks(WeeksBefore weeks, DataOutputView out) throws IOException {
        Fields.writeBytes(weeks.marks(), out);
        for (float sample : weeks.samples()) {
            out.writeFloat(sample);
        }
        for (float value : weeks.values()) {
            out.writeFloat(value);
        }
    }

    private static WeeksBefore readWeeks(int ages, DataInputView in) throws IOException {
        byte[] marks = Fields.readBytes(in);
        float[] samples = new float[marks.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.readFloat();
        }
        float[] values = new float[marks.length * ages];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new WeeksBefore(ages, marks, samples, values);
    }

    private static void writeHour(WatchedHour hour, DataOutputView out) throws IOException {
        for (Reading reading : hour.readings()) {
            writeReading(reading, out);
        }
        for (int streak : hour.streaks()) {
            out.writeInt(streak);
        }
        Fields.writeText(hour.zone(), out);
        out.writeBoolean(hour.found() != null);
        if (hour.found() != null) {
            writeEvaluation(hour.found(), out);
        }
        out.writeBoolean(hour.unusual());
        out.writeInt(hour.knownFrom());
        writeReading(hour.last(), out);
    }

    private static WatchedHour readHour(int ages, DataInputView in) throws IOException {
        Reading[] readings = new Reading[ages];
        for (int age = 0; age < ages; age++) {
            readings[age] = readReading(in);
        }
        int[] streaks = new int[ages];
        for (int age = 0; age < ages; age++) {
            streaks[age] = in.readInt();
        }
        return new WatchedHour(
                readings,
                streaks,
                Fields.readText(in),
                in.readBoolean() ? readEvaluation(in) : null,
                in.readBoolean(),
                in.readInt(),
                readReading(in));
    }

    private static void writeReading(Reading reading, DataOutputView out) throws IOException {
        out.writeBoolean(reading != null);
        if (reading != null) {
            out.writeDouble(reading.value());
            out.writeInt(reading.sample());
            out.writeInt(reading.sessions());
        }
    }

    private static Reading readReading(DataInputView in) throws IOException {
        return in.readBoolean() ? new Reading(in.readDouble(), in.readInt(), in.readInt()) : null;
    }

    private static void writeEvaluation(Evaluation found, DataOutputView out) throws IOException {
        out.writeDouble(found.value());
        out.writeDouble(found.usual());
        out.writeDouble(found.score());
        out.writeDouble(found.effect());
        out.writeInt(found.weeks());
    }

    private static Evaluation readEvaluation(DataInputView in) throws IOException {
        return new Evaluation(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
    }

    private static void writeEpisode(Episode episode, DataOutputView out) throws IOException {
        out.writeLong(episode.since());
        Fields.writeText(episode.zone(), out);
        Fields.writeEnum(episode.direction(), out);
        out.writeLong(episode.openedAt());
        out.writeInt(episode.hours().size());
        for (var hour : episode.hours().entrySet()) {
            out.writeLong(hour.getKey());
            writeEvaluation(hour.getValue().found(), out);
            out.writeInt(hour.getValue().sessions());
            out.writeLong(hour.getValue().endsAt());
        }
        Fields.writeEnum(episode.status(), out);
        Fields.writeNullableLong(episode.closedAt(), out);
        out.writeInt(episode.revision());
        out.writeInt(episode.calm());
        out.writeInt(episode.incomparable());
    }

    private static Episode readEpisode(DataInputView in) throws IOException {
        long since = in.readLong();
        String zone = Fields.readText(in);
        Incident.Direction direction = Fields.readEnum(DIRECTIONS, in);
        long openedAt = in.readLong();
        SortedMap<Long, UnusualHour> hours = new TreeMap<>();
        int unusual = in.readInt();
        for (int i = 0; i < unusual; i++) {
            hours.put(in.readLong(), new UnusualHour(readEvaluation(in), in.readInt(), in.readLong()));
        }
        return new Episode(
                since,
                zone,
                direction,
                openedAt,
                hours,
                Fields.readEnum(STATUSES, in),
                Fields.readNullableLong(in),
                in.readInt(),
                in.readInt(),
                in.readInt());
    }
}
