package dev.segue.adapters.web.view;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parameter of a view.
 *
 * @param name as in an address
 * @param description one sentence
 * @param form what its value looks like
 * @param words the only values that it can have; empty unless {@code form} is {@link Form#WORD}
 */
public record Parameter(String name, String description, Form form, List<String> words) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /** What a value looks like. */
    public enum Form {
        TEXT,
        /** One of a few words, in any case. */
        WORD,
        /** A date and time without a zone, such as {@code 2026-03-02T10:00}. */
        LOCAL_TIME
    }

    static Parameter text(String name, String description) {
        return new Parameter(name, description, Form.TEXT, List.of());
    }

    static Parameter localTime(String name, String description) {
        return new Parameter(name, description, Form.LOCAL_TIME, List.of());
    }

    static Parameter word(String name, String description, String... words) {
        return new Parameter(name, description, Form.WORD, List.of(words));
    }

    static Parameter word(String name, String description, Enum<?>[] words) {
        return word(name, description, Stream.of(words).map(Enum::name).toArray(String[]::new));
    }

    /** A value as views expect it; empty if it is not possible. */
    public Optional<String> read(String value) {
        return switch (form) {
            case TEXT -> Optional.of(value);
            case WORD ->
                words.stream().filter(word -> word.equalsIgnoreCase(value)).findFirst();
            case LOCAL_TIME -> isLocalTime(value) ? Optional.of(value) : Optional.empty();
        };
    }

    /** What it can be, in words. */
    public String allowed() {
        return switch (form) {
            case TEXT -> "any text";
            case WORD -> words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
            case LOCAL_TIME -> "a local date and time from 1970 to 9999, such as 2026-03-02T10:00";
        };
    }

    private static boolean isLocalTime(String value) {
        try {
            int year = LocalDateTime.parse(value).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
