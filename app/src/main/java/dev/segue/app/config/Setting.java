package dev.segue.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;

/**
 * One configuration key: how its value is written, which values are allowed, its default and its description.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern SERVER = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[^\\s,:\\[\\]]+):(\\d{1,5})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");
    private static final int HIGHEST_PORT = 65_535;

    private final String key;
    private final String expected;
    private final Function<String, T> reader;
    private final Predicate<T> allowed;
    private final boolean isLength;
    private final boolean secret;
    private final T byDefault;
    private final String description;
    private final boolean required;

    private Setting(Draft<T> draft, T byDefault, String description, boolean required) {
        this.key = draft.key;
        this.expected = draft.expected;
        this.reader = draft.reader;
        this.allowed = draft.allowed;
        this.isLength = draft.isLength;
        this.secret = draft.secret;
        this.byDefault = byDefault;
        this.description = description;
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
        Draft<Duration> draft = new Draft<>(
                key,
                expected,
                LengthOfTime::parse,
                value -> value.compareTo(shortest) >= 0 && value.compareTo(LengthOfTime.LONGEST) <= 0);
        draft.isLength = true;
        return draft;
    }

    /** A whole number between two bounds, both inclusive. */
    public static Draft<Integer> number(String key, int least, int most) {
        return parsed(
                key,
                "a whole number from " + least + " to " + most,
                Integer::valueOf,
                value -> least <= value && value <= most);
    }

    /** A whole number of at least {@code least}. */
    public static Draft<Integer> number(String key, int least) {
        return parsed(key, "a whole number of at least " + least, Integer::valueOf, value -> least <= value);
    }

    /**
     * A number that may have decimals; never NaN or infinite.
     *
     * @param expected what the number is, with its bounds, in words that follow "expected"
     * @param allowed accepts or refuses the number
     */
    public static Draft<Double> decimal(String key, String expected, Predicate<Double> allowed) {
        return parsed(key, expected, Setting::asDecimal, allowed);
    }

    /** Yes or no. */
    public static Draft<Boolean> flag(String key) {
        return parsed(key, "true or false", Setting::asFlag, value -> true);
    }

    /** Any text that is not blank. */
    public static Draft<String> text(String key) {
        return text(key, "a text", value -> !value.isBlank());
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
        return text(key, what + ": letters, digits, '.', '_' and '-'", value -> NAME.matcher(value)
                .matches());
    }

    /** Addresses of servers, separated by commas, as one text. */
    public static Draft<String> servers(String key) {
        return text(key, "host:port, or several separated by commas", value -> listed(value).stream()
                .allMatch(Setting::isServer));
    }

    private static boolean isServer(String text) {
        var server = SERVER.matcher(text);
        return server.matches() && Integer.parseInt(server.group(1)) <= HIGHEST_PORT;
    }

    /** A value that is more than a text; blanks around it do not matter. */
    private static <T> Draft<T> parsed(String key, String expected, Function<String, T> reader, Predicate<T> allowed) {
        return new Draft<>(key, expected, text -> reader.apply(text.strip()), allowed);
    }

    private static Draft<String> text(String key, String expected, Predicate<String> allowed) {
        return new Draft<>(key, expected, text -> text, allowed);
    }

    /** One address of a web service. */
    public static Draft<URI> webAddress(String key) {
        return parsed(key, "one address such as https://example.org/hook", Setting::asWebAddress, value -> true);
    }

    /** Addresses of a web service, separated by commas. */
    public static Draft<List<URI>> webAddresses(String key) {
        return list(
                key, "an address such as http://localhost:8081, or several separated by commas", Setting::asWebAddress);
    }

    /**
     * Several values, separated by commas; at least one.
     *
     * @param expected what the values are, in words that follow "expected"
     * @param item reads one of them, without blanks around it; throws an {@link IllegalArgumentException} for a text
     *     that is not allowed
     */
    public static <E> Draft<List<E>> list(String key, String expected, Function<String, E> item) {
        return new Draft<>(
                key, expected, text -> listed(text).stream().map(item).toList(), value -> true);
    }

    /** One of these values, each written as its name in lower case with hyphens. */
    public static <E extends Enum<E>> Draft<E> choice(String key, Set<E> choices) {
        return parsed(key, inWords(choices), text -> chosen(text, choices), value -> true);
    }

    /** Several of these values, separated by commas; at least one. */
    public static <E extends Enum<E>> Draft<List<E>> choices(String key, Set<E> choices) {
        return list(key, inWords(choices) + ", or several separated by commas", text -> chosen(text, choices));
    }

    private static String inWords(Set<? extends Enum<?>> choices) {
        return choices.stream().sorted().map(Setting::written).collect(Collectors.joining(" or "));
    }

    private static <E extends Enum<E>> E chosen(String text, Set<E> choices) {
        return choices.stream()
                .filter(choice -> written(choice).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text + " is not one of " + choices));
    }

    /** The parts of a value that lists several, separated by commas, without blanks around them. */
    public static List<String> listed(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /**
     * The finite number in a text. Stricter than Java's parser, which reads {@code 3d} as 3.
     *
     * @throws IllegalArgumentException when the text is not a number in decimal notation
     */
    public static double asDecimal(String text) {
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text + " is not a number");
        }
        return value;
    }

    private static boolean asFlag(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(text + " is not true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static URI asWebAddress(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(text + " is not the address of a web service");
        }
        return address;
    }

    public String key() {
        return key;
    }

    /** What the setting is for, as Markdown. */
    public String description() {
        return description;
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

    /** Its value when omitted; null when it has none. */
    T byDefault() {
        return byDefault;
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

    boolean allows(T value) {
        return allowed.test(value);
    }

    /** Its default as written in a file; null when it has none. */
    public String writtenDefault() {
        return byDefault == null ? null : written(byDefault);
    }

    private static String written(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Setting::written).collect(Collectors.joining(", "));
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof Duration length ? TimeUtils.formatWithHighestUnit(length) : value.toString();
    }

    /** A setting that still needs its default and its description. */
    public static final class Draft<T> {

        private final String key;
        private final String expected;
        private final Function<String, T> reader;
        private final Predicate<T> allowed;
        private boolean isLength;
        private boolean secret;

        private Draft(String key, String expected, Function<String, T> reader, Predicate<T> allowed) {
            this.key = key;
            this.expected = expected;
            this.reader = reader;
            this.allowed = allowed;
        }

        /** Its value must never be shown. */
        public Draft<T> secret() {
            secret = true;
            return this;
        }

        /** A job cannot run without it. */
        public Setting<T> required(String description) {
            return new Setting<>(this, null, description, true);
        }

        /** It may be omitted; the description says what happens then. */
        public Setting<T> optional(String description) {
            return new Setting<>(this, null, description, false);
        }

        /** When omitted, it is {@code value}. */
        public Setting<T> defaultsTo(T value, String description) {
            if (!allowed.test(value)) {
                throw new IllegalArgumentException("the default " + value + " is not " + expected);
            }
            return new Setting<>(this, value, description, false);
        }
    }
}
