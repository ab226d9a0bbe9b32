package dev.segue.benchmarks.history;

import dev.segue.adapters.kafka.catalogue.CatalogueCopy;
import dev.segue.domain.catalogue.TrackFacts;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A catalogue like that of a music service: artists with a dozen tracks each, whose moods are close to each other, and
 * more of them in the middle of the map than at its edges. Deterministic for a given number of tracks.
 *
 * @param tracks number of tracks
 */
public record InventedCatalogue(int tracks) {

    private static final int TRACKS_OF_AN_ARTIST = 12;
    private static final int WHOLE = 1_000;
    private static final long SHORTEST_MS = 120_000;
    private static final long LONGEST_MS = 300_000;

    /** The id of the track with that number: 22 characters. */
    public static String idOf(int track) {
        return String.format(Locale.ROOT, "track%017d", track);
    }

    /** The id of that track's artist. */
    public static String artistOf(int track) {
        return "artist" + track / TRACKS_OF_AN_ARTIST;
    }

    /** The facts of that track. */
    public static TrackFacts factsOf(int track) {
        SplittableRandom artist = new SplittableRandom(track / TRACKS_OF_AN_ARTIST);
        SplittableRandom own = new SplittableRandom(-1L - track);
        int valence = towardsTheMiddle(artist) + own.nextInt(-100, 101);
        int energy = towardsTheMiddle(artist) + own.nextInt(-100, 101);
        return new TrackFacts((int) own.nextLong(SHORTEST_MS, LONGEST_MS), onTheMap(valence), onTheMap(energy));
    }

    /** Adds all tracks to a catalogue copy. */
    public void fill(CatalogueCopy copy) {
        for (int track = 0; track < tracks; track++) {
            copy.put(idOf(track), artistOf(track), factsOf(track));
        }
    }

    private static int towardsTheMiddle(SplittableRandom random) {
        return (random.nextInt(WHOLE + 1) + random.nextInt(WHOLE + 1)) / 2;
    }

    private static short onTheMap(int place) {
        return (short) Math.max(0, Math.min(WHOLE, place));
    }
}
