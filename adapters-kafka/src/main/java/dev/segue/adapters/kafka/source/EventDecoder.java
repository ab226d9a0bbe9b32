package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.playback.PlaybackEvent;

/** Decodes a playback event from the value of a record. */
@FunctionalInterface
interface EventDecoder {

    /**
     * Decodes an event without validating it.
     *
     * @param value may be null
     * @throws UnusableRecord when these bytes can never be used
     * @throws RuntimeException when they cannot be decoded now, such as while the schema registry is unavailable
     */
    PlaybackEvent decode(byte[] value) throws UnusableRecord;
}
