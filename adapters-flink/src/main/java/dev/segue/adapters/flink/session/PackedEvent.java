package dev.segue.adapters.flink.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.RetainedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;

/** An event as it lies in a leaf. */
final class PackedEvent implements RetainedEvent {

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final Names names;
    private final long near;

    /**
     * The event that some of these bytes hold.
     *
     * @param bytes those of the event are not to be changed any more
     * @param names those of its leaf
     * @param near the end of its activity
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
            throw new UncheckedIOException("An event in state cannot be read.", e);
        }
    }
}
