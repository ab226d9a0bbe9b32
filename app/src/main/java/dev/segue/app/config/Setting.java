package dev.segue.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ConfigOptions.OptionBuilder;
import org.apache.flink.configuration.ConfigOptions.TypedConfigOptionBuilder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;

/**
 * One configuration key: Flink's {@link ConfigOption} for type, default and description, plus the allowed values.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern SERVER = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[^\\s,:\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private final ConfigOption<T> option;
    private final String expected;
    private final Function<String, T> reader;
    private final boolean isLength;
    private final Predicate<T> allowed;
    private final String description;
    private final boolean required;
    private final boolean secret;

    private Setting(Draft<T> draft, ConfigOption<T> option, String description, boolean required) {
        this.option = option.withDescription(description);
        this.description = description;
        this.expected = draft.expected;
        this.reader = draft.reader == null ? this::asFlinkReadsIt : draft.reader;
        this.isLength = draft.reader != null;
        this.allowed = draft.allowed;
        this.secret = draft.secret;
        this.required = required;
    }

    /** A length of time, at least 1 ms. */
    public static Draft<Duration> duration(String key) {
        return length(key, "a duration from 1 ms to 3650 d, such as 30 s, 15 min or 24 h", Duration.ofMillis(1));
    }

    /** A length of time that may be zero. */
    public static Draft<Duration> durationOrZero(String key) {
        return length(key, "a duration up to 3650 d, such as 0 s, 30 s, 15 min or 24 h", Duration.ZERO);
    }

    private static Draft<Duration> length(String key, String expected, Duration shortest) {
        return new Draft<>(
                option(key).durationType(),
                expected,
                value -> value.compareTo(shortest) >= 0 && value.compareTo(LengthOfTime.LONGEST) <= 0,
                LengthOfTime::parse);
    }

    /** A whole number between two bounds, both inclusive. */
    public static Draft<Integer> number(String key, int least, int most) {
        return new Draft<>(
                option(key).intType(),
                "a whole number from " + least + " to " + most,
                value -> least <= value && value <= most);
    }

    /** Yes or no. */
    public static Draft<Boolean> flag(String key) {
        return new Draft<>(option(key).booleanType(), "true or false", value -> true);
    }

    /** Any text that is not blank. */
    public static Draft<String> text(String key) {
        return new Draft<>(option(key).stringType(), "a text", value -> !value.isBlank());
    }

    /** The name of a topic. */
    public static Draft<String> topic(String key) {
        return named(key, "the name of a topic");
    }

    /** A name that Segue's user chooses, with the characters that are allowed in the name of a topic. */
    public static Draft<String> name(String key) {
        return named(key, "a name");
    }

    private static Draft<String> named(String key, String what) {
        return new Draft<>(
                option(key).stringType(), what + ": letters, digits, '.', '_' and '-'", value -> NAME.matcher(value)
                        .matches());
    }

    /** Addresses of servers, separated by commas. */
    public static Draft<String> servers(String key) {
        return list(key, "host:port, or several separated by commas", Setting::isServer);
    }

    private static boolean isServer(String text) {
        var server = SERVER.matcher(text);
        return server.matches() && Integer.parseInt(server.group(1)) <= HIGHEST_PORT;
    }

    /** One address of a web service. */
    public static Draft<String> webAddress(String key) {
        return new Draft<>(
                option(key).stringType(), "one address such as https://example.org/hook", Setting::isWebAddress);
    }

    /** Addresses of a web service, separated by commas. */
    public static Draft<String> webAddresses(String key) {
        return new Draft<>(
                option(key).stringType(),
                "an address such as http://localhost:8081, or several separated by commas",
                value -> listed(value).stream().allMatch(Setting::isWebAddress));
    }

    /**
     * Several texts, separated by commas; {@link #listed} splits them.
     *
     * @param expected what the texts are, in words that follow "expected"
     * @param allowed accepts or refuses each text
     */
    public static Draft<String> list(String key, String expected, Predicate<String> allowed) {
        return new Draft<>(option(key).stringType(), expected, value -> listed(value).stream()
                .allMatch(allowed));
    }

    /** One of these values, as their {@code toString} writes them. */
    public static <E extends Enum<E>> Draft<E> choice(String key, Class<E> type, Set<E> choices) {
        return new Draft<>(
                option(key).enumType(type),
                choices.stream().sorted().map(Enum::toString).collect(Collectors.joining(" or ")),
                choices::contains);
    }

    /** The parts of a value that lists several, separated by commas. */
    public static List<String> listed(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static OptionBuilder option(String key) {
        return ConfigOptions.key(key);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public String key() {
        return option.key();
    }

    /** What the setting is for, as Markdown. */
    public String description() {
        return description;
    }

    /** The same setting as a Flink option. */
    public ConfigOption<T> option() {
        return option;
    }

    /** Which values are allowed, in words that follow "expected". */
    public String expected() {
        return expected;
    }

    /** Whether a job cannot run without it. */
    public boolean required() {
        return required;
    }

    /** Whether its value must never be shown. */
    public boolean secret() {
        return secret;
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException when the text is not a value
     */
    T read(String text) {
        return reader.apply(text);
    }

    /** The likely mistake in a text that cannot be read, as a sentence; null when none is known. */
    String slipIn(String text) {
        return isLength && LengthOfTime.lacksUnit(text)
                ? text.strip() + " has no unit. " + LengthOfTime.withUnits(text)
                : null;
    }

    private T asFlinkReadsIt(String text) {
        return Configuration.fromMap(Map.of(key(), text)).get(option);
    }

    boolean allows(T value) {
        return allowed.test(value);
    }

    /** Its default as written in a file; null when it has none. */
    public String writtenDefault() {
        return option.hasDefaultValue() ? written(option.defaultValue()) : null;
    }

    private static String written(Object value) {
        return value instanceof Duration length ? TimeUtils.formatWithHighestUnit(length) : value.toString();
    }

    /** A setting that still needs its default and its description. */
    public static final class Draft<T> {

        private final TypedConfigOptionBuilder<T> builder;
        private final String expected;
        private final Predicate<T> allowed;
        private final Function<String, T> reader;
        private boolean secret;

        private Draft(TypedConfigOptionBuilder<T> builder, String expected, Predicate<T> allowed) {
            this(builder, expected, allowed, null);
        }

        /** With a {@code reader}, which only lengths of time have; without one, Flink reads the value by its type. */
        private Draft(
                TypedConfigOptionBuilder<T> builder,
                String expected,
                Predicate<T> allowed,
                Function<String, T> reader) {
            this.builder = builder;
            this.expected = expected;
            this.allowed = allowed;
            this.reader = reader;
        }

        /** Its value must never be shown. */
        public Draft<T> secret() {
            secret = true;
            return this;
        }

        /** A job cannot run without it. */
        public Setting<T> required(String description) {
            return new Setting<>(this, builder.noDefaultValue(), description, true);
        }

        /** It may be omitted; the description says what happens then. */
        public Setting<T> optional(String description) {
            return new Setting<>(this, builder.noDefaultValue(), description, false);
        }

        /** When omitted, it is {@code value}. */
        public Setting<T> defaultsTo(T value, String description) {
            if (!allowed.test(value)) {
                throw new IllegalArgumentException("the default " + value + " is not " + expected);
            }
            return new Setting<>(this, builder.defaultValue(value), description, false);
        }
    }
}
