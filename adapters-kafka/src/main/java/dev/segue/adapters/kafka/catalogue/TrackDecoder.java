package dev.segue.adapters.kafka.catalogue;

import dev.segue.adapters.kafka.codec.TrackCodec.CatalogueEntry;
import dev.segue.adapters.kafka.codec.UnusableRecord;

/** Decodes a track from the value of a record. */
@FunctionalInterface
interface TrackDecoder {

    /**
     * Decodes a track.
     *
     * @throws UnusableRecord when these bytes are not a track
     * @throws RuntimeException when they cannot be decoded now
     */
    CatalogueEntry decode(byte[] value) throws UnusableRecord;
}
