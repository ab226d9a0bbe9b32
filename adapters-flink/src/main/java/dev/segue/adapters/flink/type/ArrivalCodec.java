package dev.segue.adapters.flink.type;

import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Arrival.Heard;
import dev.segue.domain.playback.Arrival.SetAside;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was read from the input. */
final class ArrivalCodec implements Codec<Arrival> {

    private static final int VERSION_OF_EVENTS = 1;

    private final EventCodec events = new EventCodec();
    /** Their version is ours: we changed when they did. */
    private final DeadLetterCodec deadLetters = new DeadLetterCodec();

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Arrival arrival, DataOutputView out) throws IOException {
        out.writeBoolean(arrival instanceof Heard);
        out.writeLong(arrival.readAt());
        if (arrival instanceof Heard heard) {
            out.writeLong(heard.appendedAt());
            events.write(heard.event(), out);
        } else if (arrival instanceof SetAside setAside) {
            deadLetters.write(setAside.letter(), out);
        }
    }

    @Override
    public Arrival read(DataInputView in, int version) throws IOException {
        boolean heard = in.readBoolean();
        long readAt = in.readLong();
        if (!heard) {
            return new SetAside(deadLetters.read(in, version), readAt);
        }
        long appendedAt = in.readLong();
        return new Heard(events.read(in, VERSION_OF_EVENTS), appendedAt, readAt);
    }
}
