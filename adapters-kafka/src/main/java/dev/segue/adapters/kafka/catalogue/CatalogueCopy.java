package dev.segue.adapters.kafka.catalogue;

import dev.segue.domain.catalogue.TrackCatalogue;
import dev.segue.domain.catalogue.TrackFacts;

/** An in-memory copy of the track catalogue that follows changes. */
public interface CatalogueCopy extends TrackCatalogue {

    /**
     * Adds a track, or replaces what was known about it.
     *
     * @param artistId the track's main artist, or null when not known
     */
    void put(String trackId, String artistId, TrackFacts facts);

    /** Removes a track; does nothing if it is unknown. */
    void remove(String trackId);

    /** Number of tracks; call it only on the thread that writes. */
    int size();

    /** Size of its arrays, in bytes. */
    long bytes();
}
