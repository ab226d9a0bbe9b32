package dev.segue.adapters.kafka.catalogue;

import dev.segue.domain.catalogue.TrackFacts;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Holds the whole track catalogue in memory: 24 bytes per slot of a hash table, 50 MB for a million tracks, and no
 * object per track.
 *
 * <p>Track ids are stored as 128-bit fingerprints. The probability that two of a million ids collide is below 10^-26.
 *
 * <p>One thread writes ({@link #put} and {@link #remove}); any number of threads read at the same time, without locks.
 * A slot's fingerprint is written once, after its facts; readers read them in the opposite order, with acquire and
 * release, so they see either no track or a complete one. Facts are one long, so a change is atomic. A growing table is
 * filled before it is published through a volatile field; fingerprints never move within a table. A reader that
 * overlaps with a change sees the track as it was before.
 */
public final class TrackTable implements CatalogueCopy {

    private static final int SMALLEST = 1 << 10;
    private static final long REMOVED = -1;

    private volatile Slots slots;
    private int used;
    private int tracks;

    public TrackTable() {
        this(SMALLEST);
    }

    private TrackTable(int capacity) {
        this.slots = new Slots(capacity);
    }

    /** Adds or replaces a track. Artists are not stored: the session rules do not use them. */
    @Override
    public void put(String trackId, String artistId, TrackFacts facts) {
        put(trackId, facts);
    }

    /** Adds or replaces a track. */
    public void put(String trackId, TrackFacts facts) {
        Fingerprint id = Fingerprint.of(trackId);
        int slot = slots.find(id);
        if (slot < 0) {
            makeRoom();
            slots.fill(~slots.find(id), id.high(), id.low(), PackedFacts.of(facts));
            used++;
            tracks++;
            return;
        }
        if (slots.facts(slot) == REMOVED) {
            tracks++;
        }
        slots.change(slot, PackedFacts.of(facts));
    }

    @Override
    public void remove(String trackId) {
        int slot = slots.find(Fingerprint.of(trackId));
        if (slot >= 0 && slots.facts(slot) != REMOVED) {
            slots.change(slot, REMOVED);
            tracks--;
        }
    }

    @Override
    public TrackFacts factsOf(String trackId) {
        Slots now = slots;
        int slot = now.find(Fingerprint.of(trackId));
        if (slot < 0) {
            return TrackFacts.UNKNOWN;
        }
        long facts = now.facts(slot);
        return facts == REMOVED ? TrackFacts.UNKNOWN : PackedFacts.unpacked(facts);
    }

    @Override
    public int size() {
        return tracks;
    }

    @Override
    public long bytes() {
        return slots.bytes();
    }

    /** Keeps the load factor at two thirds or less, so that a search is short and always ends. */
    private void makeRoom() {
        if (3L * (used + 1) <= 2L * slots.capacity()) {
            return;
        }
        int capacity = SMALLEST;
        while (2L * (tracks + 1) > capacity) {
            capacity *= 2;
        }
        Slots roomier = new Slots(capacity);
        slots.copyTo(roomier);
        slots = roomier;
        used = tracks;
    }

    /** A track id as 128 bits, of which the low 64 are never all zero. */
    private record Fingerprint(long high, long low) {

        private static final long ODD_HIGH = 0x9E3779B97F4A7C15L;
        private static final long ODD_LOW = 0xC2B2AE3D27D4EB4FL;

        static Fingerprint of(String text) {
            long high = ODD_LOW;
            long low = ODD_HIGH;
            for (int i = 0; i < text.length(); i++) {
                char next = text.charAt(i);
                high = Long.rotateLeft((high ^ next) * ODD_HIGH, 27);
                low = Long.rotateLeft((low + next) * ODD_LOW, 31);
            }
            long spreadHigh = spread(high + text.length());
            long spreadLow = spread(low ^ spreadHigh);
            return new Fingerprint(spreadHigh, spreadLow == 0 ? 1 : spreadLow);
        }

        /** The finalizer of MurmurHash3 (A. Appleby, public domain): every input bit affects every output bit. */
        private static long spread(long bits) {
            long spread = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
            spread = (spread ^ (spread >>> 33)) * 0xC4CEB9FE1A85EC53L;
            return spread ^ (spread >>> 33);
        }
    }

    /** Open addressing with linear probing; three longs per slot: low (0 when free), high, facts. */
    private static final class Slots {

        private static final int WIDTH = 3;

        private final AtomicLongArray longs;
        private final int mask;

        Slots(int capacity) {
            this.longs = new AtomicLongArray(Math.multiplyExact(WIDTH, capacity));
            this.mask = capacity - 1;
        }

        int capacity() {
            return mask + 1;
        }

        long bytes() {
            return (long) longs.length() * Long.BYTES;
        }

        /** The slot that holds {@code id}, or else the complement of the free slot for it. */
        int find(Fingerprint id) {
            int slot = (int) id.low() & mask;
            while (true) {
                long low = longs.getAcquire(WIDTH * slot);
                if (low == 0) {
                    return ~slot;
                }
                if (low == id.low() && longs.getPlain(WIDTH * slot + 1) == id.high()) {
                    return slot;
                }
                slot = (slot + 1) & mask;
            }
        }

        long facts(int slot) {
            return longs.getAcquire(WIDTH * slot + 2);
        }

        void fill(int slot, long high, long low, long facts) {
            longs.setPlain(WIDTH * slot + 2, facts);
            longs.setPlain(WIDTH * slot + 1, high);
            longs.setRelease(WIDTH * slot, low);
        }

        void change(int slot, long facts) {
            longs.setRelease(WIDTH * slot + 2, facts);
        }

        void copyTo(Slots roomier) {
            for (int slot = 0; slot <= mask; slot++) {
                long low = longs.getPlain(WIDTH * slot);
                if (low != 0 && facts(slot) != REMOVED) {
                    long high = longs.getPlain(WIDTH * slot + 1);
                    roomier.fill(~roomier.find(new Fingerprint(high, low)), high, low, facts(slot));
                }
            }
        }
    }
}
