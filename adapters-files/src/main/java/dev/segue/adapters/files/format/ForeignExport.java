package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Listening histories of other services, which are recognised but not read yet. */
public enum ForeignExport {
    LISTENBRAINZ("a ListenBrainz export", "listenbrainz") {
        @Override
        boolean holds(String text) {
            return text.contains("\"track_metadata\"")
                    || text.contains("\"recording_msid\"")
                    || text.contains("\"listened_at\"");
        }
    },
    LAST_FM("a Last.fm export", "last\\.?fm|scrobbl") {
        private final Pattern scrobble =
                Pattern.compile("(?m)^.*,\"?\\d{1,2} [a-z]{3} \\d{4},? \\d{2}:\\d{2}(:\\d{2})?\"?\\s*$");

        @Override
        boolean holds(String text) {
            return text.startsWith("#audioscrobbler")
                    || text.contains("\"scrobbles\"")
                    || text.contains("\"recenttracks\"")
                    || (text.contains("\"uts\"") && text.contains("\"artist\""))
                    || names(text, "uts", "artist", "track")
                    || names(text, "utc_time", "artist", "track")
                    || names(text, "artist", "album", "albumid", "track")
                    || scrobble.matcher(firstLines(text)).find();
        }
    },
    APPLE_MUSIC("an Apple Music export", "apple.?music|play.?activity|play.?history.?daily.?tracks") {
        @Override
        boolean holds(String text) {
            String header = firstLine(text);
            return header.contains("play duration milliseconds")
                    || header.contains("event start timestamp")
                    || header.contains("apple id number")
                    || text.contains("\"play duration milliseconds\"")
                    || text.contains("<!doctype plist");
        }
    },
    YOUTUBE("a YouTube or YouTube Music export", "watch-history|youtube") {
        @Override
        boolean holds(String text) {
            return (text.contains("\"titleurl\"") || text.contains("\"header\"") || text.startsWith("<"))
                    && (text.contains("youtube.com/watch") || text.contains("\"youtube music\""));
        }
    },
    DEEZER("a Deezer export", "deezer") {
        @Override
        boolean holds(String text) {
            return names(text, "isrc", "listening time") || names(text, "isrc", "listening_time");
        }
    },
    TIDAL("a TIDAL export", "tidal"),
    AMAZON_MUSIC("an Amazon Music export", "amazon.?music"),
    SOUNDCLOUD("a SoundCloud export", "soundcloud");

    private static final int FIRST_LINES = 5;

    private final String title;
    private final Pattern fileName;

    ForeignExport(String title, String fileName) {
        this.title = title;
        this.fileName = Pattern.compile(fileName);
    }

    /** The name to show, with its article. */
    public String title() {
        return title;
    }

    /**
     * The service that a file was exported from, judged by its content, or else by its name; null when unknown.
     *
     * @param head the beginning of the file
     * @param name of the file, with its folders
     */
    public static ForeignExport of(byte[] head, String name) {
        ForeignExport held = of(head);
        return held == null ? named(name) : held;
    }

    /** The service that a file was exported from, judged by its content alone; null when that is not enough. */
    static ForeignExport of(byte[] head) {
        String text = new String(head, UTF_8).strip().toLowerCase(Locale.ROOT);
        for (ForeignExport each : values()) {
            if (each.holds(text)) {
                return each;
            }
        }
        return null;
    }

    private static ForeignExport named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (ForeignExport each : values()) {
            if (each.fileName.matcher(lower).find()) {
                return each;
            }
        }
        return null;
    }

    /** Whether {@code text}, stripped and in lower case, is from such an export. */
    boolean holds(String text) {
        return false;
    }

    /** Whether the first line is a header with these columns. */
    private static boolean names(String text, String... columns) {
        List<String> named = List.of(firstLine(text).replace("\"", "").split("\\s*[,;\t#]\\s*", -1));
        return named.containsAll(List.of(columns));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static String firstLines(String text) {
        return text.lines().limit(FIRST_LINES).reduce("", (above, line) -> above + line + '\n');
    }
}
