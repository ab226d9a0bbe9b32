package dev.segue.benchmarks.history;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.List;
import java.util.SplittableRandom;

/** Creates play events with realistic tracks, devices and playlists, from a seed. */
final class Plays {

    private static final int TRACKS = 200_000;
    private static final int SHELF = 4_000;
    private static final int DEVICES = 3;
    private static final int SKIPS_PERCENT = 35;
    private static final int IN_PLAYLIST_PERCENT = 80;

    private static final List<String> COUNTRIES = List.of("SE", "DE", "BR", "AU");
    private static final List<String> ZONES =
            List.of("Europe/Stockholm", "Europe/Berlin", "America/Sao_Paulo", "Australia/Sydney");

    private final SplittableRandom random;
    private long events;

    Plays(SplittableRandom random) {
        this.random = random;
    }

    /** A playlist to play from for a while; null for music outside playlists. */
    PlayContext someContext() {
        return random.nextInt(100) < IN_PLAYLIST_PERCENT
                ? new PlayContext(PlayContext.Type.PLAYLIST, "p" + (SHELF + random.nextInt(SHELF)), null)
                : null;
    }

    int someDevice() {
        return random.nextInt(DEVICES);
    }

    /** The event of a play that starts at that time, and lasts up to {@code longestMs}. */
    PlaybackEvent startingAt(long start, long longestMs, int listener, int device, PlayContext context) {
        boolean skipped = isSkipped();
        long length = someLength(longestMs, skipped);
        return event(start, length, skipped, listener, device, context);
    }

    /** The event of a play that ends at that time, and lasts up to {@code longestMs}. */
    PlaybackEvent endingAt(long end, long longestMs, int listener, int device, PlayContext context) {
        boolean skipped = isSkipped();
        long length = someLength(longestMs, skipped);
        return event(end - length, length, skipped, listener, device, context);
    }

    private boolean isSkipped() {
        return random.nextInt(100) < SKIPS_PERCENT;
    }

    private long someLength(long longestMs, boolean skipped) {
        return skipped ? random.nextLong(longestMs / 100, longestMs / 8) : random.nextLong(longestMs / 2, longestMs);
    }

    private PlaybackEvent event(
            long start, long length, boolean skipped, int listener, int device, PlayContext context) {
        TrackEnded ended = new TrackEnded(
                null,
                "t" + (TRACKS + random.nextInt(TRACKS)),
                Content.TRACK,
                start,
                length,
                skipped ? EndReason.FORWARD : EndReason.COMPLETED,
                null,
                context,
                false);
        events++;
        return new PlaybackEvent(
                "u" + (1_000_000 + listener),
                Long.toString(3_000_000_000_000L + events, Character.MAX_RADIX),
                new Device("d" + (1_000_000 + listener) + device, Device.Type.PHONE),
                start + length,
                null,
                null,
                0,
                COUNTRIES.get(listener % COUNTRIES.size()),
                ZONES.get(listener % ZONES.size()),
                false,
                ended,
                TrackFacts.UNKNOWN);
    }
}
