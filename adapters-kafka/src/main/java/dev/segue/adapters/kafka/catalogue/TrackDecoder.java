package dev.segue.adapters.kafka.catalogue;

import dev.segue.adapters.kafka.codec.TrackCodec.CatalogueEntry;
import dev.segue.adapters.kafka.codec.UnusableRecord;

/** Decodes a track from the value of a record. */
@FunctionalInterface
interface TrackDecoder {

    /**
     * The track.
     *
     * @throws UnusableRecord when these bytes are none
     * @throws RuntimeException when that cannot be told now
     */
    CatalogueEntry decode(byte[] value) throws UnusableRecord;
}
