package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of events and requests to forget. Used only on the wire, never in state. */
public final class PlaybackRecordCodec implements Codec<PlaybackRecord> {

    private final Part<PlaybackEvent> events = new Part<>(new EventCodec());

    @Override
    public String name() {
        return "playback-record";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(PlaybackRecord record, DataOutputView out) throws IOException {
        out.writeBoolean(record instanceof PlaybackEvent);
        if (record instanceof PlaybackEvent event) {
            events.write(event, out);
        } else {
            Fields.writeText(record.listener(), out);
        }
    }

    @Override
    public PlaybackRecord read(DataInputView in, int version) throws IOException {
        return in.readBoolean() ? events.read(in) : new ForgetRequest(Fields.readText(in));
    }
}
