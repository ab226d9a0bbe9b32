package dev.segue.simulator.audience.habit;

import dev.segue.domain.playback.Device;
import dev.segue.simulator.music.MusicShelf;
import dev.segue.simulator.music.Playlist;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The properties of a listener that do not change.
 *
 * @param name unique; also the user id
 * @param devices at least one; the first is the one in the pocket
 * @param favourites what they normally play
 * @param reportsStarts whether their clients report starts, pauses and resumes; some report ends and searches only
 * @param hearsAds whether ads play between the tracks
 */
public record Persona(
        String name,
        String country,
        String timeZone,
        List<Device> devices,
        List<Playlist> favourites,
        boolean reportsStarts,
        boolean hearsAds) {

    private static final List<String> NAMES = List.of(
            "anna", "ben", "chloe", "david", "elif", "farid", "grace", "hugo", "ines", "jonas", "kim", "lena", "mateo",
            "nora", "oscar", "priya", "quinn", "rosa", "sven", "tara", "umut", "vera", "wei", "ximena", "yuki", "zoe");

    private record Place(String country, String timeZone) {}

    private static final List<Place> PLACES = List.of(
            new Place("AU", "Australia/Sydney"),
            new Place("SE", "Europe/Stockholm"),
            new Place("DE", "Europe/Berlin"),
            new Place("GB", "Europe/London"),
            new Place("US", "America/New_York"),
            new Place("US", "America/Los_Angeles"),
            new Place("BR", "America/Sao_Paulo"),
            new Place("JP", "Asia/Tokyo"),
            new Place("IN", "Asia/Kolkata"));

    private static final int FAVOURITES = 3;
    private static final double QUIET_CLIENTS = 0.2;
    private static final double WITH_ADS = 0.4;

    public Persona {
        devices = List.copyOf(devices);
        favourites = List.copyOf(favourites);
    }

    /** The listener with this number, counted from 0. */
    public static Persona invented(int number, MusicShelf shelf, SplittableRandom chance) {
        int round = number / NAMES.size();
        String name = NAMES.get(number % NAMES.size()) + (round == 0 ? "" : "-" + (round + 1));
        Place place = PLACES.get(chance.nextInt(PLACES.size()));
        List<Playlist> favourites = new ArrayList<>(List.of(shelf.weekly()));
        while (favourites.size() < FAVOURITES) {
            favourites.add(
                    shelf.playlists().get(chance.nextInt(shelf.playlists().size())));
        }
        return new Persona(
                name,
                place.country(),
                place.timeZone(),
                devices(name, chance),
                favourites,
                chance.nextDouble() >= QUIET_CLIENTS,
                chance.nextDouble() < WITH_ADS);
    }

    /** The same person, with clients that report as little as any: ends and searches. */
    public Persona quiet() {
        return new Persona(name, country, timeZone, devices, favourites, false, false);
    }

    /** A person in a story: with a phone and a laptop, clients that report everything, and no ads. */
    public static Persona named(String name, String country, String timeZone, List<Playlist> favourites) {
        Device phone = new Device(name + "-phone", Device.Type.PHONE);
        return new Persona(name, country, timeZone, List.of(phone), favourites, true, false);
    }

    /** The bot with this number, counted from 0. */
    public static Persona bot(int number, SplittableRandom chance) {
        String name = "bot-" + (number + 1);
        Place place = PLACES.get(chance.nextInt(PLACES.size()));
        Device device = new Device(name + "-client", Device.Type.COMPUTER);
        return new Persona(name, place.country(), place.timeZone(), List.of(device), List.of(), false, false);
    }

    public Device pocketDevice() {
        return devices.get(0);
    }

    public Device anyDevice(SplittableRandom chance) {
        return devices.get(chance.nextInt(devices.size()));
    }

    /** The device they use on a plane. */
    public Device laptop() {
        return new Device(name + "-laptop", Device.Type.COMPUTER);
    }

    private static List<Device> devices(String name, SplittableRandom chance) {
        List<Device> devices = new ArrayList<>(List.of(new Device(name + "-phone", Device.Type.PHONE)));
        if (chance.nextBoolean()) {
            devices.add(new Device(name + "-speaker", Device.Type.SPEAKER));
        }
        if (chance.nextBoolean()) {
            devices.add(new Device(name + "-laptop", Device.Type.COMPUTER));
        }
        return devices;
    }
}
