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
            boolean noRows =
                    content.startsWith("[") && content.substring(1).strip().equals("]");
            return noRows || namesKeys(content) ? Format.HISTORY_JSON : null;
        }
        return isHeader(content.lines().findFirst().orElseThrow()) ? Format.HISTORY_CSV : null;
    }

    /** Broken lines count too: it is for the reader to say what is wrong with them. */
    private static boolean isEventLine(String line) {
        return line.stripLeading().startsWith("{")
                && (line.contains("\"occurred_at\"")
                        || (line.contains("\"user_id\"") && line.contains("\"type\""))
                        || EVENT_TYPES.stream().anyMatch(type -> line.contains('"' + type + '"')));
    }

    private static boolean namesKeys(String json) {
        return HISTORY_KEYS.stream().allMatch(key -> json.contains('"' + key + '"'));
    }

    private static boolean isHeader(String line) {
        Set<String> names = Arrays.stream(line.split("[,;\t]"))
                .map(name -> CsvRecords.columnName(name.replace("\"", "")))
                .collect(Collectors.toSet());
        return names.containsAll(HISTORY_KEYS);
    }
}
