package dev.segue.adapters.kafka.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the whole track catalogue in memory so that songs can be found by their mood: on a map of valence and energy,
 * in squares of a hundredth. About 70 bytes per track with a million tracks and ids of 22 characters, and no object per
 * track.
 *
 * <p>A search costs no more with a million tracks than with a thousand: squares are searched in rings until there are
 * enough songs, and in a crowded place only some are examined. Which ones differs from place to place, so that none is
 * always left out.
 *
 * <p>Not thread-safe.
 */
public final class MoodMap implements CatalogueCopy, Songs {

    private static final int SMALLEST = 1 << 10;
    private static final int USUAL_ID_BYTES = 24;
    private static final long REMOVED = -1;
    private static final int NOWHERE = -1;

    private static final int SQUARE = 10;
    private static final int SIDE = 1_000 / SQUARE + 1;
    private static final long[] NO_SONGS = {};

    /** Enough for a good choice; examining more costs time and hardly improves the mood. */
    private static final int MOST_LOOKED_AT = 512;

    /** The tracks: facts, artist, start of the id in {@link #ids}, and index in the track's square. */
    private long[] facts;

    private int[] artists;
    private int[] idStarts;
    private int[] places;
    private int used;
    private int removed;

    /** The ids, one after the other, each preceded by its length in two bytes. */
    private byte[] ids;

    private int idsEnd;

    /** Hash table: track index plus one, or 0; open addressing with linear probing. */
    private int[] slots;

    /** The songs of each square: the track, its valence and energy, so that distances need no lookup of the track. */
    private final long[][] songs = new long[SIDE * SIDE][];

    private final int[] counts = new int[SIDE * SIDE];

    public MoodMap() {
        Arrays.fill(songs, NO_SONGS);
        makeRoomFor(SMALLEST);
    }

    @Override
    public void put(String trackId, String artistId, TrackFacts known) {
        byte[] id = trackId.getBytes(UTF_8);
        int track = find(id);
        if (track < 0) {
            track = added(id);
        } else if (facts[track] == REMOVED) {
            removed--;
        } else {
            takeOffTheMap(track);
        }
        facts[track] = PackedFacts.of(known);
        artists[track] = standIn(artistId);
        putOnTheMap(track, known);
    }

    @Override
    public void remove(String trackId) {
        int track = find(trackId.getBytes(UTF_8));
        if (track >= 0 && facts[track] != REMOVED) {
            takeOffTheMap(track);
            facts[track] = REMOVED;
            removed++;
        }
    }

    @Override
    public TrackFacts factsOf(String trackId) {
        int track = find(trackId.getBytes(UTF_8));
        return track < 0 || facts[track] == REMOVED ? TrackFacts.UNKNOWN : PackedFacts.unpacked(facts[track]);
    }

    @Override
    public int artistOf(String trackId) {
        int track = find(trackId.getBytes(UTF_8));
        return track < 0 || facts[track] == REMOVED ? Song.NO_ARTIST : artists[track];
    }

    @Override
    public int size() {
        return used - removed;
    }

    @Override
    public long bytes() {
        long onTheMap = 0;
        for (long[] square : songs) {
            onTheMap += square.length;
        }
        return (facts.length + onTheMap) * Long.BYTES
                + (artists.length + idStarts.length + places.length + slots.length + counts.length)
                        * (long) Integer.BYTES
                + ids.length;
    }

    @Override
    public List<Song> near(int valence, int energy, int most) {
        Search search = new Search(valence, energy);
        int column = valence / SQUARE;
        int row = energy / SQUARE;
        for (int ring = 0; ring < SIDE && !search.has(most); ring++) {
            for (int x = column - ring; x <= column + ring; x++) {
                boolean onTheSide = Math.abs(x - column) == ring;
                int step = onTheSide || ring == 0 ? 1 : 2 * ring;
                for (int y = row - ring; y <= row + ring; y += step) {
                    search.lookAt(x, y);
                }
            }
        }
        return search.nearest(most);
    }

    /** A search around one point. */
    private final class Search {
        private final int valence;
        private final int energy;

        /** Squared distance, then the track, so that sorting orders them by distance. */
        private final long[] found = new long[MOST_LOOKED_AT];

        private int count;

        Search(int valence, int energy) {
            this.valence = valence;
            this.energy = energy;
        }

        boolean has(int most) {
            return count >= most || count == found.length;
        }

        void lookAt(int x, int y) {
            if (x < 0 || y < 0 || x >= SIDE || y >= SIDE) {
                return;
            }
            int square = x * SIDE + y;
            int here = counts[square];
            int looks = Math.min(here, found.length - count);
            int next = looks < here ? Math.floorMod(31 * valence + energy, here) : 0;
            for (int i = 0; i < looks; i++) {
                long song = songs[square][next];
                long right = valenceOf(song) - (long) valence;
                long up = energyOf(song) - (long) energy;
                found[count++] = (right * right + up * up) << 32 | trackOf(song);
                next = next + 1 == here ? 0 : next + 1;
            }
        }

        List<Song> nearest(int most) {
            Arrays.sort(found, 0, count);
            List<Song> nearest = new ArrayList<>(Math.min(most, count));
            for (int i = 0; i < count && i < most; i++) {
                int track = (int) found[i];
                TrackFacts known = PackedFacts.unpacked(facts[track]);
                nearest.add(new Song(idOf(track), artists[track], known.valence(), known.energy()));
            }
            return nearest;
        }
    }

    private void putOnTheMap(int track, TrackFacts known) {
        if (!known.hasMood()) {
            places[track] = NOWHERE;
            return;
        }
        int square = squareOf(known);
        if (counts[square] == songs[square].length) {
            songs[square] = Arrays.copyOf(songs[square], Math.max(4, counts[square] + counts[square] / 4));
        }
        places[track] = counts[square];
        songs[square][counts[square]++] = (long) track << 32 | (long) known.valence() << 16 | known.energy();
    }

    /** The last song of the square moves to its place. */
    private void takeOffTheMap(int track) {
        if (places[track] == NOWHERE) {
            return;
        }
        int square = squareOf(PackedFacts.unpacked(facts[track]));
        long last = songs[square][--counts[square]];
        songs[square][places[track]] = last;
        places[trackOf(last)] = places[track];
    }

    private int added(byte[] id) {
        if (used == facts.length) {
            makeRoomFor(used - removed + 1);
        }
        if (idsEnd + 2 + id.length > ids.length) {
            ids = Arrays.copyOf(ids, roomier(idsEnd + 2 + id.length));
        }
        int track = used++;
        idStarts[track] = idsEnd;
        ids[idsEnd++] = (byte) (id.length >>> 8);
        ids[idsEnd++] = (byte) id.length;
        System.arraycopy(id, 0, ids, idsEnd, id.length);
        idsEnd += id.length;
        slots[freeSlotFor(id)] = track + 1;
        return track;
    }

    /** Moves the remaining tracks to new arrays with room for that many tracks and a quarter more. */
    private void makeRoomFor(int tracks) {
        long[] oldFacts = facts == null ? new long[0] : facts;
        int[] oldArtists = artists;
        int[] oldStarts = idStarts;
        byte[] oldIds = ids;
        int oldUsed = used;
        int capacity = roomier(Math.max(tracks, SMALLEST));
        facts = new long[capacity];
        artists = new int[capacity];
        idStarts = new int[capacity];
        places = new int[capacity];
        slots = new int[Integer.highestOneBit(capacity + capacity / 2 - 1) << 1];
        ids = new byte[roomier(oldIds == null ? SMALLEST * USUAL_ID_BYTES : idsEnd)];
        used = 0;
        removed = 0;
        idsEnd = 0;
        Arrays.fill(counts, 0);
        for (int old = 0; old < oldUsed; old++) {
            if (oldFacts[old] != REMOVED) {
                int track = added(id(oldIds, oldStarts[old]));
                facts[track] = oldFacts[old];
                artists[track] = oldArtists[old];
                putOnTheMap(track, PackedFacts.unpacked(oldFacts[old]));
            }
        }
    }

    private static int roomier(int least) {
        return Math.addExact(least, least / 4);
    }

    private int find(byte[] id) {
        int slot = firstSlotOf(id);
        while (slots[slot] != 0) {
            if (hasId(slots[slot] - 1, id)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NOWHERE;
    }

    private int freeSlotFor(byte[] id) {
        int slot = firstSlotOf(id);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int firstSlotOf(byte[] id) {
        int hash = Arrays.hashCode(id) * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    private boolean hasId(int track, byte[] id) {
        int start = idStarts[track] + 2;
        return lengthAt(ids, idStarts[track]) == id.length
                && Arrays.equals(ids, start, start + id.length, id, 0, id.length);
    }

    private String idOf(int track) {
        int start = idStarts[track];
        return new String(ids, start + 2, lengthAt(ids, start), UTF_8);
    }

    private static byte[] id(byte[] ids, int start) {
        return Arrays.copyOfRange(ids, start + 2, start + 2 + lengthAt(ids, start));
    }

    private static int lengthAt(byte[] ids, int start) {
        return (ids[start] & 0xFF) << 8 | (ids[start + 1] & 0xFF);
    }

    /**
     * Two artists share a hash with a chance of one in four billion; one of them may then miss a place among the next
     * songs.
     */
    private static int standIn(String artistId) {
        if (artistId == null) {
            return Song.NO_ARTIST;
        }
        int hash = artistId.hashCode();
        return hash == Song.NO_ARTIST ? 1 : hash;
    }

    private static int squareOf(TrackFacts known) {
        return known.valence() / SQUARE * SIDE + known.energy() / SQUARE;
    }

    private static int trackOf(long song) {
        return (int) (song >>> 32);
    }

    private static int valenceOf(long song) {
        return (int) (song >>> 16) & 0xFFFF;
    }

    private static int energyOf(long song) {
        return (int) song & 0xFFFF;
    }
}
