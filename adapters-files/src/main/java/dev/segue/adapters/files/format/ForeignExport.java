package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;

/** Exports of other services that are recognised, but not read. */
public enum ForeignExport {
    YOUTUBE_HTML("a YouTube history as HTML; in Google Takeout, choose JSON as the format of the history", "$^") {
        @Override
        boolean holds(String text) {
            return text.startsWith("<") && text.contains("youtube.com/watch");
        }
    },
    APPLE_DAILY_TRACKS(
            "a summary by Apple Music, without the time of each play; replay \"Apple Music Play Activity.csv\"", "$^") {
        @Override
        boolean holds(String text) {
            return text.startsWith("country,track identifier") && text.contains("play duration milliseconds");
        }
    },
    ITUNES_LIBRARY("an iTunes library, which has no history; request your data from Apple", "$^") {
        @Override
        boolean holds(String text) {
            return text.contains("<!doctype plist");
        }
    },
    ROCKBOX("a scrobbler log of a portable player, which Segue cannot read yet", "$^") {
        @Override
        boolean holds(String text) {
            return text.startsWith("#audioscrobbler");
        }
    },
    TIDAL("a TIDAL export, which Segue cannot read yet", "tidal"),
    AMAZON_MUSIC("an Amazon Music export, which Segue cannot read yet", "amazon.?music"),
    SOUNDCLOUD("a SoundCloud export, which Segue cannot read yet", "soundcloud");

    private final String why;
    private final Pattern fileName;

    ForeignExport(String why, String fileName) {
        this.why = why;
        this.fileName = Pattern.compile(fileName);
    }

    /** What it is, and why it is not read, in one phrase. */
    public String why() {
        return why;
    }

    /**
     * The export that a file is, judged by its content, or else by its name; null when unknown.
     *
     * @param head the beginning of the file
     * @param name of the file, with its folders
     */
    public static ForeignExport of(byte[] head, String name) {
        String text = new String(head, UTF_8).strip().toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        for (ForeignExport each : values()) {
            if (each.holds(text)) {
                return each;
            }
        }
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
}
