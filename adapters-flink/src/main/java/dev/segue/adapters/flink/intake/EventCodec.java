package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of single playback events. */
public final class EventCodec extends EventForm implements Codec<PlaybackEvent> {

    @Override
    public String name() {
        return "playback-event";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(PlaybackEvent event, DataOutputView out) throws IOException {
        writeEvent(event, out);
    }

    @Override
    public PlaybackEvent read(DataInputView in, int version) throws IOException {
        return readEvent(in);
    }

    @Override
    protected void writeName(String name, DataOutputView out) throws IOException {
        Fields.writeText(name, out);
    }

    @Override
    protected String readName(DataInputView in) throws IOException {
        return Fields.readText(in);
    }

    @Override
    protected void writeTime(long time, DataOutputView out) throws IOException {
        out.writeLong(time);
    }

    @Override
    protected long readTime(DataInputView in) throws IOException {
        return in.readLong();
    }

    @Override
    protected void writeAmount(long amount, DataOutputView out) throws IOException {
        out.writeLong(amount);
    }

    @Override
    protected long readAmount(DataInputView in) throws IOException {
        return in.readLong();
    }

    @Override
    protected void writeTrack(TrackFacts track, DataOutputView out) throws IOException {
        Fields.writeTrack(track, out);
    }

    @Override
    protected TrackFacts readTrack(DataInputView in) throws IOException {
        return Fields.readTrack(in);
    }
}
