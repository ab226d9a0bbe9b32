package dev.segue.adapters.files.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Set;

/** Recognises JSON that holds a table column by column, from which rows cannot be read one at a time. */
public final class ColumnWise {

    /** Why such a file is not read, and what to do about it. */
    public static final String OBJECTION =
            "the columns of a table instead of its rows; with pandas, write it with orient=\"records\"";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Set<String> COLUMNS = Set.of("ts", "ms_played", "occurred_at");

    private ColumnWise() {}

    /** Whether a file that begins with {@code head} is column-wise JSON. */
    public static boolean isIn(byte[] head) {
        try (JsonParser json = JSON.createParser(new String(head, UTF_8))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean several = json.nextToken().isStructStart();
                if (several && (COLUMNS.contains(name) || (name.equals("columns") && listsColumns(json)))) {
                    return true;
                }
                json.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the array just entered lists column names, as pandas' "split" form does; reads it to its end. */
    private static boolean listsColumns(JsonParser json) throws IOException {
        boolean any = false;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            any |= token == JsonToken.VALUE_STRING && COLUMNS.contains(json.getText());
        }
        return any;
    }
}
