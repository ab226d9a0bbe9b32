package dev.segue.domain.catalogue;

/** The current facts about tracks. */
@FunctionalInterface
public interface TrackCatalogue {

    /** Knows no track. */
    TrackCatalogue EMPTY = trackId -> TrackFacts.UNKNOWN;

    /**
     * The facts about the track.
     *
     * @param trackId never null
     * @return never null; {@link TrackFacts#UNKNOWN} for an unknown track
     */
    TrackFacts factsOf(String trackId);
}
