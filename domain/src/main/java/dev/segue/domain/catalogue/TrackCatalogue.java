package dev.segue.domain.catalogue;

/** Answers what is known of a track, now. */
@FunctionalInterface
public interface TrackCatalogue {

    /** Knows nothing. */
    TrackCatalogue EMPTY = trackId -> TrackFacts.UNKNOWN;

    /**
     * What is known of the track.
     *
     * @param trackId never null
     * @return never null; {@link TrackFacts#UNKNOWN} for a track it has never heard of
     */
    TrackFacts factsOf(String trackId);
}
