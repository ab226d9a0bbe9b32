package dev.segue.adapters.files.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;

/** How playback events are laid out in a file. */
enum EventLayout {
    /** One object per line. */
    LINES,
    OTHER_JSON,
    /** There are no events. */
    NONE;

    private static final List<String> EVENT_TYPES = List.of(
            "TRACK_STARTED", "TRACK_ENDED", "PLAYBACK_PAUSED", "PLAYBACK_RESUMED", "SEARCH_PERFORMED", "AD_ENDED");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** What a line contains. */
    private enum Holds {
        AN_EVENT,
        THE_START_OF_AN_EVENT,
        OTHER_JSON,
        THE_START_OF_OTHER_JSON,
        NO_JSON
    }

    /** The layout of the events in a file that begins like this. */
    static EventLayout of(Head head) {
        boolean isOfEvents = head.content().lines().anyMatch(EventLayout::isEventLine) || isEventJson(head);
        return isOfEvents ? ofEvents(head.content()) : NONE;
    }

    /** Broken lines count too: the reader reports what is wrong with them. */
    private static boolean isEventLine(String line) {
        return line.stripLeading().startsWith("{")
                && (line.contains("\"occurred_at\"") || isOfSomeonesType(line) || namesType(line));
    }

    /** Excludes exports of ListenBrainz, which have users and types too. */
    private static boolean isOfSomeonesType(String line) {
        return line.contains("\"user_id\"") && line.contains("\"type\"") && !line.contains("\"track_metadata\"");
    }

    /** Whether there are events over several lines, or in an array. */
    private static boolean isEventJson(Head head) {
        String content = head.content();
        return head.isJson()
                && !content.contains("\"track_metadata\"")
                && (content.contains("\"occurred_at\"") || namesType(content));
    }

    private static boolean namesType(String json) {
        return EVENT_TYPES.stream().anyMatch(type -> json.contains('"' + type + '"'));
    }

    private static EventLayout ofEvents(String content) {
        List<String> lines = content.lines().filter(line -> !line.isBlank()).toList();
        boolean anyLineIsEvent = lines.stream().anyMatch(line -> heldBy(line) == Holds.AN_EVENT);
        boolean linesAreEvents =
                switch (heldBy(lines.get(0))) {
                    case AN_EVENT -> true;
                    case THE_START_OF_AN_EVENT -> anyLineIsEvent || lines.size() == 1;
                    case OTHER_JSON, NO_JSON -> anyLineIsEvent;
                    case THE_START_OF_OTHER_JSON -> false;
                };
        return linesAreEvents ? LINES : OTHER_JSON;
    }

    private static Holds heldBy(String line) {
        boolean event = false;
        try (JsonParser json = JSON.createParser(line)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            int depth = object || json.currentToken() == JsonToken.START_ARRAY ? 1 : 0;
            while (depth > 0) {
                JsonToken token = json.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                event |= object
                        && depth == 1
                        && token == JsonToken.FIELD_NAME
                        && EventFields.DISTINCTIVE.contains(json.currentName());
            }
            if (json.nextToken() != null) {
                return Holds.NO_JSON;
            }
            return event ? Holds.AN_EVENT : Holds.OTHER_JSON;
        } catch (JsonEOFException e) {
            return event ? Holds.THE_START_OF_AN_EVENT : Holds.THE_START_OF_OTHER_JSON;
        } catch (IOException e) {
            return Holds.NO_JSON;
        }
    }
}
