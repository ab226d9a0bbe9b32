package dev.segue.simulator.music;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All the music of the simulated service, generated from a seed. */
public final class MusicShelf {

    private static final int ARTISTS = 150;
    private static final int SONGS_OF_AN_ARTIST = 10;
    private static final int SONGS_OF_A_PLAYLIST = 50;

    private static final long SHORTEST_MS = 100_000;
    private static final long LONGEST_MS = 340_000;

    private static final List<String> FIRST_WORDS = List.of(
            "Paper",
            "Midnight",
            "Silver",
            "Slow",
            "Northern",
            "Electric",
            "Golden",
            "Hollow",
            "Second",
            "Distant",
            "Velvet",
            "Salt",
            "Glass",
            "Early",
            "Wild",
            "Quiet",
            "Broken",
            "Summer",
            "Copper",
            "Last");

    private static final List<String> SECOND_WORDS = List.of(
            "Lanterns",
            "Harbour",
            "Rain",
            "Letters",
            "Avenue",
            "Birds",
            "Machines",
            "Garden",
            "Signals",
            "Thunder",
            "Mirrors",
            "Trains",
            "Rivers",
            "Window",
            "Satellites",
            "Bloom",
            "Embers",
            "Roads",
            "Tides",
            "Hearts");

    private static final List<String> BAND_WORDS =
            List.of("Foxes", "Atlas", "Parade", "Union", "Tigers", "Hotel", "Brothers", "Choir", "Engine", "Islands");

    private static final List<String> PLAYLISTS = List.of(
            "Morning Coffee",
            "Deep Focus",
            "Run Faster",
            "Sunday Slow",
            "Kitchen Dance",
            "Rainy Window",
            "Road Trip",
            "Gym Hour",
            "Late Night",
            "Old Favourites",
            "Fresh Finds",
            "Quiet Piano");

    /** The playlist that has a new edition for everyone each week. */
    public static final String WEEKLY = "Discover Weekly";

    private final List<Song> songs;
    private final List<Playlist> playlists;

    private MusicShelf(List<Song> songs, List<Playlist> playlists) {
        this.songs = List.copyOf(songs);
        this.playlists = List.copyOf(playlists);
    }

    /** The shelf for a seed. */
    public static MusicShelf invented(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Song> songs = songs(chance);
        List<Playlist> playlists = new ArrayList<>();
        for (String name : PLAYLISTS) {
            playlists.add(new Playlist(name, false, ofOneMood(songs, chance)));
        }
        playlists.add(new Playlist(WEEKLY, true, pick(songs, chance)));
        return new MusicShelf(songs, playlists);
    }

    public List<Song> songs() {
        return songs;
    }

    public List<Playlist> playlists() {
        return playlists;
    }

    /** The playlist that has a new edition for everyone each week. */
    public Playlist weekly() {
        return playlists.get(playlists.size() - 1);
    }

    private static List<Song> songs(SplittableRandom chance) {
        List<Song> songs = new ArrayList<>();
        for (int artist = 0; artist < ARTISTS; artist++) {
            String name = "The " + one(FIRST_WORDS, chance) + " " + one(BAND_WORDS, chance);
            double valence = chance.nextDouble(0.1, 0.9);
            double energy = chance.nextDouble(0.1, 0.9);
            for (int i = 0; i < SONGS_OF_AN_ARTIST; i++) {
                songs.add(new Song(
                        "track-" + songs.size(),
                        one(FIRST_WORDS, chance) + " " + one(SECOND_WORDS, chance),
                        "artist-" + artist,
                        name,
                        chance.nextLong(SHORTEST_MS, LONGEST_MS),
                        near(valence, chance),
                        near(energy, chance)));
            }
        }
        return songs;
    }

    private static double near(double value, SplittableRandom chance) {
        return Math.max(0, Math.min(1, value + chance.nextDouble(-0.15, 0.15)));
    }

    /** A playlist stays in one quadrant of moods, so that sessions differ in mood. */
    private static List<Song> ofOneMood(List<Song> songs, SplittableRandom chance) {
        boolean glad = chance.nextBoolean();
        boolean wild = chance.nextBoolean();
        return pick(
                songs.stream()
                        .filter(song -> song.valence() >= 0.5 == glad && song.energy() >= 0.5 == wild)
                        .toList(),
                chance);
    }

    private static List<Song> pick(List<Song> from, SplittableRandom chance) {
        List<Song> picked = new ArrayList<>();
        for (int i = 0; i < SONGS_OF_A_PLAYLIST; i++) {
            picked.add(one(from, chance));
        }
        return picked;
    }

    private static <T> T one(List<T> among, SplittableRandom chance) {
        return among.get(chance.nextInt(among.size()));
    }
}
