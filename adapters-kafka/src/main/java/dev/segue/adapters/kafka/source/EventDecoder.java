package dev.segue.adapters.kafka.source;

import dev.segue.domain.playback.Verdict;
import java.io.Serializable;

/** Decodes a playback event from the bytes of a record. Travels to the workers; used by one thread at a time. */
@FunctionalInterface
public interface EventDecoder extends Serializable {

    /**
     * Decodes, but does not judge.
     *
     * @param value a record's value; never null
     * @return the event as it was reported, or why these bytes are no usable event
     * @throws RuntimeException only when that cannot be told now, such as while the schema registry is away
     */
    Verdict decode(byte[] value);
}
