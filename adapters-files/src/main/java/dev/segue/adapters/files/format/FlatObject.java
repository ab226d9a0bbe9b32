package dev.segue.adapters.files.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.segue.adapters.files.format.text.Utf8;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The plain values in a JSON object. Only the requested fields are read. NaN and infinite numbers count as missing, like
 * null.
 */
final class FlatObject implements Fields {

    /** Python writes NaN for a missing value, other programs Infinity. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Map<String, Value> values;

    private FlatObject(Map<String, Value> values) {
        this.values = values;
    }

    /** A value as written in the text; {@code text} is null for objects and arrays. */
    private record Value(JsonToken token, String text) {}

    /**
     * Reads one object, which must fill {@code length} bytes from {@code from} on.
     *
     * @param known the fields to read; the values of all others are skipped
     * @throws Unusable when the bytes are not one such object
     */
    static FlatObject of(byte[] bytes, int from, int length, FieldPaths known) throws Unusable {
        Map<String, Value> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes, from, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("It is not a JSON object.");
            }
            read(json, "", known, values);
            if (json.nextToken() != null) {
                throw unreadable("Something follows the JSON object on the same line.");
            }
        } catch (StreamConstraintsException e) {
            throw unreadable("It is nested too deeply, or holds a number or a name that is too long.");
        } catch (IOException e) {
            // Jackson's message quotes the text, and the text may be private.
            throw unreadable(Utf8.isValid(bytes, from, length) ? "It is not valid JSON." : Utf8.COMPLAINT);
        }
        return new FlatObject(values);
    }

    /** Reads the object or array just entered, to its end. */
    private static void read(JsonParser json, String around, FieldPaths known, Map<String, Value> values)
            throws IOException {
        boolean inObject = json.currentToken() == JsonToken.START_OBJECT;
        int elements = 0;
        for (JsonToken token = json.nextToken(); !token.isStructEnd(); token = json.nextToken()) {
            String path = around + (inObject ? json.currentName() : Integer.toString(elements++));
            JsonToken value = inObject ? json.nextToken() : token;
            if (known.isField(path) && value != JsonToken.VALUE_NULL && !json.isNaN()) {
                values.put(path, new Value(value, value.isScalarValue() ? json.getText() : null));
            }
            if (value.isStructStart() && known.isAroundField(path)) {
                read(json, path + '.', known, values);
            } else {
                json.skipChildren();
            }
        }
    }

    @Override
    public String plain(String name) throws Unusable {
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value.text == null) {
            throw wrong(name, "a plain value");
        }
        return value.text.isEmpty() ? null : value.text;
    }

    @Override
    public boolean isText(String name) {
        Value value = values.get(name);
        return value != null && value.token == JsonToken.VALUE_STRING;
    }

    /** The text, or a whole number as its digits; null when absent, null or empty. */
    String text(String name) throws Unusable {
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        String text = value.token == JsonToken.VALUE_STRING ? value.text : digits(value);
        if (text == null) {
            throw wrong(name, "text or a whole number");
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * The digits of a number, the same for 7, 7.0 and 7e0, since other writers have text only; null when it is not
     * whole.
     */
    private static String digits(Value value) {
        if (value.token == JsonToken.VALUE_NUMBER_INT) {
            return value.text;
        }
        Long number = value.token == JsonToken.VALUE_NUMBER_FLOAT ? Times.ofLength(value.text) : null;
        return number == null ? null : number.toString();
    }

    /** Milliseconds; null when absent or null. */
    Long length(String name) throws Unusable {
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        Long length = value.token.isNumeric() ? Times.ofLength(value.text) : null;
        if (length == null) {
            throw wrong(name, "a whole number of milliseconds");
        }
        return length;
    }

    /** True or false; null when absent or null. */
    Boolean flag(String name) throws Unusable {
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.token.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.token == JsonToken.VALUE_TRUE;
    }

    /** Epoch milliseconds, as {@link Times#of} reads a time with an offset; null when absent, null or empty. */
    Long time(String name) throws Unusable {
        Value value = values.get(name);
        if (value == null || "".equals(value.text)) {
            return null;
        }
        if (value.token != JsonToken.VALUE_STRING && !value.token.isNumeric()) {
            throw Times.notReadable(name);
        }
        return Times.of(name, value.text, null);
    }

    private static Unusable wrong(String name, String expected) {
        return unreadable("The field " + name + " is not " + expected + ".");
    }

    private static Unusable unreadable(String explanation) {
        return new Unusable(RejectionReason.UNREADABLE, explanation);
    }
}
