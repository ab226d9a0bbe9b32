package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.listening.Skips;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes how plays of a track ended. */
public final class TrackNumbersCodec implements Codec<TrackNumbers> {

    @Override
    public String name() {
        return "track-numbers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(TrackNumbers numbers, DataOutputView out) throws IOException {
        Fields.writeNumber(numbers.plays(), out);
        Fields.writeNumber(numbers.countedPlays(), out);
        Fields.writeNumber(numbers.skips().quick(), out);
        Fields.writeNumber(numbers.skips().early(), out);
        Fields.writeNumber(numbers.skips().late(), out);
        Fields.writeNumber(numbers.completed(), out);
    }

    @Override
    public TrackNumbers read(DataInputView in, int version) throws IOException {
        int plays = readInt(in);
        int countedPlays = readInt(in);
        Skips skips = new Skips(readInt(in), readInt(in), readInt(in));
        return new TrackNumbers(plays, countedPlays, skips, readInt(in));
    }

    private static int readInt(DataInputView in) throws IOException {
        return (int) Fields.readNumber(in);
    }
}
