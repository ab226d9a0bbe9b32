package dev.segue.adapters.kafka.catalogue;

import dev.segue.domain.catalogue.TrackCatalogue;
import dev.segue.domain.catalogue.TrackFacts;

/** A copy of the track catalogue that somebody keeps up to date. */
public interface CatalogueCopy extends TrackCatalogue {

    /**
     * Learns what is known of a track now; replaces what was known before.
     *
     * @param artistId its main artist, or null when not known
     */
    void put(String trackId, String artistId, TrackFacts facts);

    /** Forgets a track; nothing happens when it was not known. */
    void remove(String trackId);

    /** How many tracks it knows; to be asked by who keeps it up to date. */
    int size();

    /** What its arrays take, in bytes. */
    long bytes();
}
