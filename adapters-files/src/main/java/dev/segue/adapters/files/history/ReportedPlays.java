package dev.segue.adapters.files.history;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.merge.ServiceMerge.Reported;
import dev.segue.domain.merge.Song;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The plays of one listener whose songs are named, packed: some 70 bytes for each, and each track's id once. */
final class ReportedPlays {

    private static final int LONGS = 7;

    private final Dictionary dictionary;
    private final Map<String, String> trackIds = new HashMap<>();
    private long[] numbers = new long[16 * LONGS];
    private int[] circumstances = new int[16];
    private String[] services = new String[16];
    private String[] tracks = new String[16];
    private int size;

    ReportedPlays(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Adds what a row says about a play. */
    void add(String service, Song song, PlaybackEvent play) {
        TrackEnded ended = (TrackEnded) play.detail();
        if (ended.content() != Content.TRACK) {
            return;
        }
        UUID id = UUID.fromString(play.eventId());
        makeRoom();
        int at = size * LONGS;
        numbers[at] = id.getMostSignificantBits();
        numbers[at + 1] = id.getLeastSignificantBits();
        numbers[at + 2] = song.title();
        numbers[at + 3] = song.artist();
        numbers[at + 4] = ended.startedAt();
        numbers[at + 5] = play.occurredAt();
        numbers[at + 6] = ended.playedMs();
        circumstances[size] = dictionary.numberOf(Circumstances.of(play));
        services[size] = service;
        tracks[size] = ended.trackId() == null ? null : trackIds.computeIfAbsent(ended.trackId(), trackId -> trackId);
        size++;
    }

    /** Adds every play of the other. */
    void addAll(ReportedPlays other) {
        for (int i = 0; i < other.size; i++) {
            makeRoom();
            System.arraycopy(other.numbers, i * LONGS, numbers, size * LONGS, LONGS);
            circumstances[size] = other.circumstances[i];
            services[size] = other.services[i];
            tracks[size] = other.tracks[i] == null ? null : trackIds.computeIfAbsent(other.tracks[i], id -> id);
            size++;
        }
    }

    int size() {
        return size;
    }

    /** The first 64 bits of the play's id, as {@link FileSurvey#keyOf}. */
    long key(int play) {
        return numbers[play * LONGS];
    }

    /** Plays that can be one have the same. */
    long title(int play) {
        return numbers[play * LONGS + 2];
    }

    /** Plays of the same artist have the same. */
    long artist(int play) {
        return numbers[play * LONGS + 3];
    }

    /** The play as the rule sees it. */
    Reported reported(int play) {
        int at = play * LONGS;
        return new Reported(
                services[play],
                id(play),
                new Song(numbers[at + 2], numbers[at + 3]),
                numbers[at + 4],
                numbers[at + 6] > 0);
    }

    /** The event of the play, of that listener. */
    PlaybackEvent event(int play, String listener) {
        int at = play * LONGS;
        PlaybackEvent bare = new PlaybackEvent(
                listener,
                id(play),
                Device.UNKNOWN,
                numbers[at + 5],
                null,
                null,
                0,
                null,
                null,
                false,
                new TrackEnded(
                        null,
                        tracks[play],
                        Content.TRACK,
                        numbers[at + 4],
                        numbers[at + 6],
                        EndReason.UNKNOWN,
                        null,
                        null,
                        null),
                TrackFacts.UNKNOWN);
        return dictionary.get(circumstances[play]).of(bare, listener);
    }

    private String id(int play) {
        return new UUID(numbers[play * LONGS], numbers[play * LONGS + 1]).toString();
    }

    private void makeRoom() {
        if (size == services.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            circumstances = Arrays.copyOf(circumstances, 2 * size);
            services = Arrays.copyOf(services, 2 * size);
            tracks = Arrays.copyOf(tracks, 2 * size);
        }
    }
}
