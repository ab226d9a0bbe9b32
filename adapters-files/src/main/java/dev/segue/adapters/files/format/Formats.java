package dev.segue.adapters.files.format;

import java.util.List;

/** All formats of input files, and which of them a file has, whatever its name. */
public final class Formats {

    public static final Format EMPTY = new EmptyFile();
    public static final Format EVENT_LINES = new EventLinesFormat();
    public static final Format EVENTS_JSON = new EventsJson();
    public static final Format HISTORY_JSON = new SpotifyJson("HISTORY_JSON", FieldNames.IN_EXTENDED_HISTORY);
    public static final Format HISTORY_CSV = new SpotifyCsv("HISTORY_CSV", FieldNames.IN_EXTENDED_HISTORY);
    public static final Format ACCOUNT_JSON = new SpotifyJson("ACCOUNT_JSON", FieldNames.IN_ACCOUNT_DATA);
    public static final Format ACCOUNT_CSV = new SpotifyCsv("ACCOUNT_CSV", FieldNames.IN_ACCOUNT_DATA);
    public static final Format LISTENBRAINZ = new ListenBrainz();
    public static final Format LAST_FM_CSV = new LastFmCsv();
    public static final Format LAST_FM_MINUTES = new LastFmMinutes();
    public static final Format LAST_FM_STATS = new LastFmStats();
    public static final Format LAST_FM_API = new LastFmApi();
    public static final Format YOUTUBE_MUSIC = new YouTubeMusic();
    public static final Format APPLE_MUSIC = new AppleMusic();
    public static final Format DEEZER = new Deezer();
    public static final Format MALOJA = new Maloja();

    /** In the order in which they are tried: a file has the first format that it is recognised as. */
    public static final List<Format> ALL = List.of(
            EMPTY,
            EVENT_LINES,
            EVENTS_JSON,
            HISTORY_JSON,
            HISTORY_CSV,
            ACCOUNT_JSON,
            ACCOUNT_CSV,
            LISTENBRAINZ,
            MALOJA,
            LAST_FM_STATS,
            LAST_FM_API,
            YOUTUBE_MUSIC,
            APPLE_MUSIC,
            DEEZER,
            LAST_FM_CSV,
            LAST_FM_MINUTES);

    /** What a readable file is; for messages. */
    public static final String EXPECTED = "expected a listening history exported from Spotify, ListenBrainz, Last.fm,"
            + " YouTube Music, Apple Music, Deezer or Maloja, playback events as JSON Lines or JSON, or a zip or gzip of"
            + " these";

    private Formats() {}

    /**
     * The format of a file that begins with {@code head}, without a byte order mark; null when it is not supported.
     *
     * @param head the first {@link Head#ENOUGH} bytes, or all when there are fewer
     */
    public static Format of(byte[] head) {
        Head beginning = new Head(head);
        return ALL.stream().filter(format -> format.isIn(beginning)).findFirst().orElse(null);
    }

    /**
     * The format with that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Format named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format " + name));
    }
}
