package dev.segue.domain.catalogue;

/**
 * What the rules need to know about a track, quantised so that a million of them fit in memory and sums are exact.
 *
 * @param durationMs duration of the track, at least 1; 0 when unknown
 * @param valence how positive the music sounds, in thousandths (0 to 1000); {@link #NOT_KNOWN} when unknown
 * @param energy how intense the music sounds, in thousandths (0 to 1000); {@link #NOT_KNOWN} when unknown
 */
public record TrackFacts(int durationMs, short valence, short energy) {

    public static final short NOT_KNOWN = -1;

    public static final TrackFacts UNKNOWN = new TrackFacts(0, NOT_KNOWN, NOT_KNOWN);

    private static final int WHOLE = 1000;

    public TrackFacts {
        if (durationMs < 0) {
            throw new IllegalArgumentException("durationMs must not be negative, but is " + durationMs);
        }
        requireThousandths("valence", valence);
        requireThousandths("energy", energy);
    }

    /**
     * Quantises the values of a catalogue; absent or out of range means unknown.
     *
     * @param durationMs milliseconds, or null
     * @param valence 0 to 1, or null
     * @param energy 0 to 1, or null
     */
    public static TrackFacts of(Long durationMs, Double valence, Double energy) {
        boolean durationKnown = durationMs != null && durationMs > 0 && durationMs <= Integer.MAX_VALUE;
        return new TrackFacts(durationKnown ? durationMs.intValue() : 0, quantised(valence), quantised(energy));
    }

    /** Whether both mood values are known. */
    public boolean hasMood() {
        return valence != NOT_KNOWN && energy != NOT_KNOWN;
    }

    private static short quantised(Double share) {
        boolean known = share != null && share >= 0 && share <= 1;
        return known ? (short) Math.round(share * WHOLE) : NOT_KNOWN;
    }

    private static void requireThousandths(String name, short value) {
        if (value != NOT_KNOWN && (value < 0 || value > WHOLE)) {
            throw new IllegalArgumentException(name + " must be 0 to 1000 or unknown (-1), but is " + value);
        }
    }
}
