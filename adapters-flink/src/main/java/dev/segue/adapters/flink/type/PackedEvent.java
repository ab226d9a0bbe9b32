package dev.segue.adapters.flink.type;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.KeptEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** An event as it lies in state: in the bytes of {@link EventCodec}, which go back as they came. */
final class PackedEvent implements KeptEvent {

    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 192;
    private static final EventCodec EVENTS = new EventCodec();

    private final byte[] bytes;
    private final int start;
    private final int length;

    /**
     * The event that some of these bytes hold.
     *
     * @param bytes as the codec's current version writes them; those of the event are not to be changed any more
     */
    PackedEvent(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** Packs an event, unless it is. */
    static PackedEvent of(KeptEvent kept) {
        if (kept instanceof PackedEvent packed) {
            return packed;
        }
        try {
            DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
            EVENTS.write(kept.event(), packing);
            return new PackedEvent(packing.getSharedBuffer(), 0, packing.length());
        } catch (IOException e) {
            throw new UncheckedIOException("An event cannot be packed.", e);
        }
    }

    @Override
    public PlaybackEvent event() {
        try {
            return EVENTS.read(new DataInputDeserializer(bytes, start, length), VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException("An event in state cannot be read.", e);
        }
    }

    int length() {
        return length;
    }

    void copyTo(byte[] others, int place) {
        System.arraycopy(bytes, start, others, place, length);
    }
}
