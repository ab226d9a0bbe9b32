package dev.segue.replay.report;

import dev.segue.domain.history.Heard;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Packs plays into three numbers each: when they began to sound, when they ended, and why, where and what they were. */
final class PackedPlays {

    private static final int NUMBERS = 3;
    private static final int DEVICE_BITS = 28;
    private static final int TRACK_BITS = 32;
    private static final long DEVICES = (1L << DEVICE_BITS) - 1;
    private static final EndReason[] END_REASONS = EndReason.values();

    /** About what a text takes besides its characters, in two collections. */
    private static final int BYTES_BESIDE = 120;

    private final boolean detailed;
    private final Numbered<String> tracks = new Numbered<>();
    private final Numbered<Device> devices = new Numbered<>();
    private int bytes;

    /** With {@code detailed}, tracks and devices are packed too. */
    PackedPlays(boolean detailed) {
        this.detailed = detailed;
    }

    /** Numbers different things from 1. */
    private static final class Numbered<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> all = new ArrayList<>();

        int of(T one) {
            Integer known = numbers.putIfAbsent(one, all.size() + 1);
            if (known != null) {
                return known;
            }
            all.add(one);
            return all.size();
        }

        T at(int number) {
            return all.get(number - 1);
        }

        int size() {
            return all.size();
        }
    }

    @SuppressWarnings("EnumOrdinal") // What is packed is unpacked by the same process.
    long[] packed(List<Play> plays) {
        long[] packed = new long[plays.size() * NUMBERS];
        int at = 0;
        for (Play play : plays) {
            packed[at++] = play.soundedFrom();
            packed[at++] = play.endedAt();
            packed[at++] = ((long) play.endReason().ordinal() << (DEVICE_BITS + TRACK_BITS))
                    | (numberOf(play.device()) << TRACK_BITS)
                    | numberOf(play.trackId());
        }
        return packed;
    }

    /** The plays in their order; tracks and devices are unknown unless it was detailed. */
    List<Heard> unpacked(long[] packed, Function<String, TrackName> names) {
        List<Heard> plays = new ArrayList<>(packed.length / NUMBERS);
        for (int at = 0; at < packed.length; at += NUMBERS) {
            long rest = packed[at + 2];
            int device = (int) (rest >>> TRACK_BITS & DEVICES);
            int track = (int) rest;
            String trackId = track == 0 ? null : tracks.at(track);
            plays.add(new Heard(
                    packed[at],
                    packed[at + 1],
                    END_REASONS[(int) (rest >>> (DEVICE_BITS + TRACK_BITS))],
                    device == 0 ? Device.UNKNOWN : devices.at(device),
                    trackId,
                    names.apply(trackId)));
        }
        return plays;
    }

    /** About how many bytes the names of tracks and devices that were added since the last call take. */
    int takeBytes() {
        int taken = bytes;
        bytes = 0;
        return taken;
    }

    private long numberOf(Device device) {
        if (!detailed || device.equals(Device.UNKNOWN) || devices.size() == DEVICES) {
            return 0;
        }
        int before = devices.size();
        int number = devices.of(device);
        bytes += devices.size() == before ? 0 : BYTES_BESIDE + device.id().length();
        return number;
    }

    private long numberOf(String trackId) {
        if (!detailed || trackId == null) {
            return 0;
        }
        int before = tracks.size();
        int number = tracks.of(trackId);
        bytes += tracks.size() == before ? 0 : BYTES_BESIDE + trackId.length();
        return number;
    }
}
