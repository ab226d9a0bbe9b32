package dev.segue.domain.timeline;

/** A set of fingerprints that takes eight to sixteen bytes for each, and somewhat more while it grows. */
public final class Fingerprints {

    /** A power of two. */
    private static final int FIRST_ROOM = 64;

    private static final long NONE = 0;

    /** The fingerprints, each at its own slot or at the next free one; {@link #NONE} in empty slots. */
    private long[] table = new long[FIRST_ROOM];

    private int size;
    private boolean holdsNone;

    /** Adds a fingerprint; returns false when it is already present. */
    public boolean add(long fingerprint) {
        if (fingerprint == NONE) {
            boolean isNew = !holdsNone;
            holdsNone = true;
            return isNew;
        }
        int place = placeOf(fingerprint, table);
        if (table[place] == fingerprint) {
            return false;
        }
        table[place] = fingerprint;
        size++;
        if (size > table.length / 8 * 7) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long fingerprint : table) {
            if (fingerprint != NONE) {
                larger[placeOf(fingerprint, larger)] = fingerprint;
            }
        }
        table = larger;
    }

    /** The index at which it is or would be. A fingerprint is a digest, so its lowest bits are as good as any. */
    private static int placeOf(long fingerprint, long[] table) {
        int place = (int) fingerprint & (table.length - 1);
        while (table[place] != NONE && table[place] != fingerprint) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }
}
