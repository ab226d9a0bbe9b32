package dev.segue.adapters.flink.type;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.KeptEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** An event as it lies in state: in the bytes of {@link EventCodec}, which go back as they came. */
public final class PackedEvent implements KeptEvent {

    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 192;
    private static final EventCodec EVENTS = new EventCodec();

    private final byte[] bytes;

    /**
     * The event that these bytes hold.
     *
     * @param bytes as the codec's current version writes them; not to be changed any more
     */
    PackedEvent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Packs an event. */
    public static PackedEvent of(PlaybackEvent event) {
        try {
            DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
            EVENTS.write(event, packing);
            return new PackedEvent(packing.getCopyOfBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException("An event cannot be packed.", e);
        }
    }

    @Override
    public PlaybackEvent event() {
        try {
            return EVENTS.read(new DataInputDeserializer(bytes), VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException("An event in state cannot be read.", e);
        }
    }

    void write(DataOutputView out) throws IOException {
        Fields.writeBytes(bytes, out);
    }
}
