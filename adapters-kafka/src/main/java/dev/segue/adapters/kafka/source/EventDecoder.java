package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.playback.PlaybackEvent;

/** Decodes a playback event from the value of a record. */
@FunctionalInterface
interface EventDecoder {

    /**
     * Decodes, but does not judge.
     *
     * @param value may be null
     * @throws UnusableRecord when these bytes can never be used
     * @throws RuntimeException when that cannot be told now, such as while the schema registry is away
     */
    PlaybackEvent decode(byte[] value) throws UnusableRecord;
}
