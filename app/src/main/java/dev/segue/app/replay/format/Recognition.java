package dev.segue.app.replay.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises a format by how a file begins, whatever the file is called. */
public final class Recognition {

    /** How many bytes from the beginning are enough to tell. */
    public static final int ENOUGH = 1 << 16;

    private static final Set<String> HISTORY_KEYS = Set.of("ts", "ms_played");
    private static final Set<String> ACCOUNT_KEYS = Set.of("endTime", "msPlayed");

    private static final List<String> EVENT_TYPES = List.of(
            "TRACK_STARTED", "TRACK_ENDED", "PLAYBACK_PAUSED", "PLAYBACK_RESUMED", "SEARCH_PERFORMED", "AD_ENDED");

    private Recognition() {}

    /**
     * The format of a file that begins with {@code head}, a byte order mark left out; null when it is none of ours.
     *
     * @param head the first {@link #ENOUGH} bytes, or all when there are fewer
     */
    public static Format of(byte[] head) {
        String text = new String(head, UTF_8);
        String content = text.strip();
        if (content.isEmpty()) {
            return head.length < ENOUGH ? Format.EMPTY : null;
        }
        if (text.lines().anyMatch(Recognition::isEventLine)) {
            return Format.EVENT_LINES;
        }
        if (content.startsWith("[") || content.startsWith("{")) {
            return ofJson(content);
        }
        Set<String> columns = columns(content.lines().findFirst().orElseThrow());
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

    /** Broken lines count too: it is for the reader to say what is wrong with them. */
    private static boolean isEventLine(String line) {
        return line.stripLeading().startsWith("{")
                && (line.contains("\"occurred_at\"")
                        || isOfSomeonesType(line)
                        || EVENT_TYPES.stream().anyMatch(type -> line.contains('"' + type + '"')));
    }

    /** ListenBrainz knows users and types too. */
    private static boolean isOfSomeonesType(String line) {
        return line.contains("\"user_id\"") && line.contains("\"type\"") && !line.contains("\"track_metadata\"");
    }

    private static boolean namesKeys(String json, Set<String> keys) {
        return keys.stream().allMatch(key -> json.contains('"' + key + '"'));
    }

    private static Set<String> columns(String line) {
        return Arrays.stream(line.split("[,;\t]"))
                .map(name -> CsvRecords.columnName(name.replace("\"", "")))
                .collect(Collectors.toSet());
    }
}
