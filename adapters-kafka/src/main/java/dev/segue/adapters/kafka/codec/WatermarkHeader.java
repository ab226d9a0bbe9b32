package dev.segue.adapters.kafka.codec;

import dev.segue.domain.clock.Clocks;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The watermark of a result's topic, in a header of each record: no record that is written after this one, by whichever
 * subtask, was made at an earlier acceptance clock. The {@code as_of} of a record does not promise that: subtasks share
 * partitions, and after an outage one may be weeks behind another.
 *
 * <p>8 bytes, big endian: milliseconds since the epoch. There is none before the first checkpoint.
 */
public final class WatermarkHeader {

    /** The name of the header. */
    public static final String NAME = "segue-watermark";

    private WatermarkHeader() {}

    /** Adds a watermark, in epoch milliseconds. */
    public static void add(Headers headers, long watermark) {
        headers.add(NAME, ByteBuffer.allocate(Long.BYTES).putLong(watermark).array());
    }

    /** The watermark in epoch milliseconds; {@link Clocks#NOT_STARTED} if there is none, or one of another length. */
    public static long in(Headers headers) {
        Header header = headers.lastHeader(NAME);
        boolean isTime = header != null && header.value() != null && header.value().length == Long.BYTES;
        return isTime ? ByteBuffer.wrap(header.value()).getLong() : Clocks.NOT_STARTED;
    }
}
