package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Arrival.Heard;
import dev.segue.domain.playback.Arrival.SetAside;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was read from the input. */
public final class ArrivalCodec implements Codec<Arrival> {

    private final Part<PlaybackEvent> events = new Part<>(new EventCodec());
    private final Part<DeadLetter> deadLetters = new Part<>(new DeadLetterCodec());

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public int version() {
        return 1;
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
            return new SetAside(deadLetters.read(in), readAt);
        }
        long appendedAt = in.readLong();
        return new Heard(events.read(in), appendedAt, readAt);
    }
}
