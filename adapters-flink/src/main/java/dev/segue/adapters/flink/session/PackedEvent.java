package dev.segue.adapters.flink.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.RetainedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;

/** An event as stored in a leaf. */
final class PackedEvent implements RetainedEvent {

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final Names names;
    private final long near;

    /**
     * An event at a position in a leaf's bytes.
     *
     * @param bytes the bytes of this event must not change any more
     * @param names the names of the leaf
     * @param near end of the event's activity
     */
    PackedEvent(byte[] bytes, int start, int length, Names names, long near) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.names = names;
        this.near = near;
    }

    @Override
    public PlaybackEvent event() {
        try {
            return new PackedForm(names, near).readEvent(new DataInputDeserializer(bytes, start, length));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read an event in state.", e);
        }
    }
}
