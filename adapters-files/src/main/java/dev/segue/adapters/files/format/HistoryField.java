package dev.segue.adapters.files.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a streaming history that are read, named as in the extended history; some have another name in the
 * account data. All others are skipped, including IP address and user agent.
 *
 * <p>Each value is brought to one canonical form, however JSON or a CSV writer put it, so that a play has the same id
 * in every file. A missing value is null.
 */
enum HistoryField {
    TS(Form.WORD, "endTime"),
    USERNAME(Form.NAME),
    PLATFORM(Form.WORD),
    MS_PLAYED(Form.NUMBER, "msPlayed"),
    CONN_COUNTRY(Form.TEXT),
    MASTER_METADATA_TRACK_NAME(Form.TITLE, "trackName"),
    MASTER_METADATA_ALBUM_ARTIST_NAME(Form.TITLE, "artistName"),
    MASTER_METADATA_ALBUM_ALBUM_NAME(Form.TITLE),
    SPOTIFY_TRACK_URI(Form.WORD),
    EPISODE_NAME(Form.TITLE, "episodeName"),
    EPISODE_SHOW_NAME(Form.TITLE, "podcastName"),
    SPOTIFY_EPISODE_URI(Form.WORD),
    AUDIOBOOK_TITLE(Form.TITLE, "audiobookName"),
    AUDIOBOOK_URI(Form.WORD),
    AUDIOBOOK_CHAPTER_URI(Form.WORD),
    AUDIOBOOK_CHAPTER_TITLE(Form.TITLE, "chapterName"),
    REASON_START(Form.WORD),
    REASON_END(Form.WORD),
    SHUFFLE(Form.FLAG),
    SKIPPED(Form.FLAG),
    OFFLINE(Form.FLAG);

    /** What R, pandas, databases and spreadsheets write for a missing value. */
    private static final Set<String> NOTHING = Set.of("", "null", "none", "nan", "na", "n/a", "<na>", "#n/a", "\\n");

    /** A name of digits that some program has turned into a number. */
    private static final Pattern DIGITS_AS_NUMBER = Pattern.compile("(\\d+)\\.0");

    private enum Form {
        /** Used unchanged. */
        TEXT,
        /** May be any word, even "None"; but counts as missing where a CSV has such a word without quotation marks. */
        TITLE,
        /** Text in which "null" and the like count as missing. */
        WORD,
        /** A word that some program may have turned into a number. */
        NAME,
        NUMBER,
        FLAG
    }

    private final Form form;
    private final String inAccountData;

    HistoryField(Form form) {
        this.form = form;
        this.inAccountData = key();
    }

    HistoryField(Form form, String inAccountData) {
        this.form = form;
        this.inAccountData = inAccountData;
    }

    /** Its name in an extended history. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in account data; its name in the extended history when account data does not have it. */
    String inAccountData() {
        return inAccountData;
    }

    /** Whether {@code text} is what some programs write for a missing value. */
    static boolean isNothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The canonical form of {@code value}; null when the value is missing.
     *
     * @param value as written in the file, or null
     * @param marked whether the file marks it as text, by JSON's or CSV's quotation marks
     */
    String plain(String value, boolean marked) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return switch (form) {
            case TEXT -> value.strip();
            case TITLE -> !marked && isNothing(value) ? null : value.strip();
            case WORD -> word(value);
            case NAME -> name(value);
            case NUMBER -> number(value);
            case FLAG -> flag(value);
        };
    }

    private static String word(String value) {
        return isNothing(value) ? null : value.strip();
    }

    private static String name(String value) {
        String word = word(value);
        return word == null ? null : DIGITS_AS_NUMBER.matcher(word).replaceFirst("$1");
    }

    private static String number(String value) {
        String word = word(value);
        try {
            return word == null || word.length() > 40
                    ? word
                    : new BigDecimal(word).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return word;
        }
    }

    private static String flag(String value) {
        String word = word(value);
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "1", "1.0" -> "true";
            case "false", "f", "no", "0", "0.0" -> "false";
            default -> word;
        };
    }
}
