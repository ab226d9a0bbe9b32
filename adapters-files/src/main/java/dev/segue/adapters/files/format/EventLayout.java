package dev.segue.adapters.files.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;

/** Distinguishes playback events in JSON Lines from events in any other JSON layout. */
final class EventLayout {

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

    private EventLayout() {}

    /** The layout of the events in {@code content}, which is a file or the beginning of one, and not blank. */
    static Format of(String content) {
        List<String> lines = content.lines().filter(line -> !line.isBlank()).toList();
        boolean anyLineIsEvent = lines.stream().anyMatch(line -> heldBy(line) == Holds.AN_EVENT);
        boolean linesAreEvents =
                switch (heldBy(lines.get(0))) {
                    case AN_EVENT -> true;
                    case THE_START_OF_AN_EVENT -> anyLineIsEvent || lines.size() == 1;
                    case OTHER_JSON, NO_JSON -> anyLineIsEvent;
                    case THE_START_OF_OTHER_JSON -> false;
                };
        return linesAreEvents ? Format.EVENT_LINES : Format.EVENTS_JSON;
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
