package dev.segue.app.replay.format;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field of the extended streaming history that is read. The address and the user agent are not among them: they are
 * skipped wherever they stand.
 *
 * <p>Each field has one plain form, whichever way JSON and the various writers of CSV put it, so that one play has one
 * name. Nothing is null.
 */
enum HistoryField {
    TS(Form.TIME),
    USERNAME(Form.TEXT),
    PLATFORM(Form.TEXT),
    MS_PLAYED(Form.NUMBER),
    CONN_COUNTRY(Form.TEXT),
    MASTER_METADATA_TRACK_NAME(Form.TEXT),
    MASTER_METADATA_ALBUM_ARTIST_NAME(Form.TEXT),
    MASTER_METADATA_ALBUM_ALBUM_NAME(Form.TEXT),
    SPOTIFY_TRACK_URI(Form.WORD),
    EPISODE_NAME(Form.TEXT),
    EPISODE_SHOW_NAME(Form.TEXT),
    SPOTIFY_EPISODE_URI(Form.WORD),
    AUDIOBOOK_TITLE(Form.TEXT),
    AUDIOBOOK_URI(Form.WORD),
    AUDIOBOOK_CHAPTER_URI(Form.WORD),
    AUDIOBOOK_CHAPTER_TITLE(Form.TEXT),
    REASON_START(Form.WORD),
    REASON_END(Form.WORD),
    SHUFFLE(Form.FLAG),
    SKIPPED(Form.FLAG),
    OFFLINE(Form.FLAG),
    OFFLINE_TIMESTAMP(Form.NUMBER),
    INCOGNITO_MODE(Form.FLAG);

    private static final Map<String, HistoryField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HistoryField::key, Function.identity()));

    private static final Set<String> NOTHING = Set.of("", "null", "none", "nan", "na", "n/a");

    private enum Form {
        /** Kept as it is. */
        TEXT,
        /** Text in which "null" and the like say nothing. */
        WORD,
        NUMBER,
        FLAG,
        TIME
    }

    private final Form form;

    HistoryField(Form form) {
        this.form = form;
    }

    /** Its name in the files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name; null when there is none that is read. */
    static HistoryField named(String key) {
        return BY_KEY.get(key);
    }

    static Set<String> keys() {
        return BY_KEY.keySet();
    }

    /** The plain form of {@code value}; null when it says nothing. {@code value} may be null. */
    String plain(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (form) {
            case TEXT -> value;
            case WORD -> word(value);
            case NUMBER -> number(value);
            case FLAG -> flag(value);
            case TIME -> time(value);
        };
    }

    private static String time(String value) {
        Long time = Times.ofIso(value, ZoneOffset.UTC);
        return time == null ? value : time.toString();
    }

    private static String word(String value) {
        String word = value.strip();
        return NOTHING.contains(word.toLowerCase(Locale.ROOT)) ? null : word;
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
            case "true", "1", "1.0" -> "true";
            case "false", "0", "0.0" -> "false";
            default -> word;
        };
    }
}
