package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.alert.Observation;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of observations: the hourly values of series. */
public final class ObservationCodec implements Codec<Observation> {

    @Override
    public String name() {
        return "observation";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Observation observation, DataOutputView out) throws IOException {
        SeriesFields.write(observation.series(), out);
        out.writeLong(observation.hour());
        Fields.writeText(observation.mainTimeZone(), out);
        out.writeDouble(observation.value());
        out.writeInt(observation.sample());
        out.writeInt(observation.sessions());
        out.writeLong(observation.asOf());
    }

    @Override
    public Observation read(DataInputView in, int version) throws IOException {
        return new Observation(
                SeriesFields.read(in),
                in.readLong(),
                Fields.readText(in),
                in.readDouble(),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }
}
