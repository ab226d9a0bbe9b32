package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.files.format.text.CsvRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises the format of a file by its first bytes, whatever its name. */
public final class Recognition {

    /** The number of bytes needed. */
    public static final int ENOUGH = 1 << 16;

    private static final Set<String> HISTORY_KEYS = FieldNames.IN_EXTENDED_HISTORY.ofEveryRow();
    private static final Set<String> ACCOUNT_KEYS = FieldNames.IN_ACCOUNT_DATA.ofEveryRow();

    private static final List<String> EVENT_TYPES = List.of(
            "TRACK_STARTED", "TRACK_ENDED", "PLAYBACK_PAUSED", "PLAYBACK_RESUMED", "SEARCH_PERFORMED", "AD_ENDED");

    private Recognition() {}

    /**
     * The format of a file that begins with {@code head}, without a byte order mark; null when it is not supported.
     *
     * @param head the first {@link #ENOUGH} bytes, or all when there are fewer
     */
    public static Format of(byte[] head) {
        String text = new String(head, UTF_8);
        String content = text.strip();
        if (content.isEmpty()) {
            return head.length < ENOUGH ? Format.EMPTY : null;
        }
        if (text.lines().anyMatch(Recognition::isEventLine) || isEventJson(content)) {
            return EventLayout.of(content);
        }
        if (content.startsWith("[") || content.startsWith("{")) {
            return ofJson(content);
        }
        Set<String> columns = columns(head);
        if (columns.containsAll(HISTORY_KEYS)) {
            return Format.HISTORY_CSV;
        }
        boolean isAccountData =
                ACCOUNT_KEYS.stream().map(CsvRecords::columnName).allMatch(columns::contains);
        return isAccountData ? Format.ACCOUNT_CSV : null;
    }

    private static Format ofJson(String content) {
        if (content.startsWith("[") && content.substring(1).strip().equals("]")) {
            return Format.EMPTY;
        }
        if (namesKeys(content, HISTORY_KEYS)) {
            return Format.HISTORY_JSON;
        }
        return namesKeys(content, ACCOUNT_KEYS) ? Format.ACCOUNT_JSON : null;
    }

    /** Broken lines count too: the reader reports what is wrong with them. */
    private static boolean isEventLine(String line) {
        return line.stripLeading().startsWith("{")
                && (line.contains("\"occurred_at\"")
                        || isOfSomeonesType(line)
                        || EVENT_TYPES.stream().anyMatch(type -> line.contains('"' + type + '"')));
    }

    /** Excludes exports of ListenBrainz, which have users and types too. */
    private static boolean isOfSomeonesType(String line) {
        return line.contains("\"user_id\"") && line.contains("\"type\"") && !line.contains("\"track_metadata\"");
    }

    private static boolean namesKeys(String json, Set<String> keys) {
        return keys.stream().allMatch(key -> json.contains('"' + key + '"'));
    }

    /** Whether there are events over several lines, or in an array. */
    private static boolean isEventJson(String content) {
        return (content.startsWith("[") || content.startsWith("{"))
                && !content.contains("\"track_metadata\"")
                && (content.contains("\"occurred_at\"")
                        || EVENT_TYPES.stream().anyMatch(type -> content.contains('"' + type + '"')));
    }

    private static Set<String> columns(byte[] head) {
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(head))) {
            return records.nextHeader()
                    ? records.values().stream().map(CsvRecords::columnName).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            return Set.of();
        }
    }
}
