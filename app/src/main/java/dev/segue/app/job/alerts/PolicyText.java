package dev.segue.app.job.alerts;

import dev.segue.app.config.Setting;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.WatchedSubjects;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Subject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One policy in a file: its keys, applied to the defaults. */
final class PolicyText {

    /** The words for all KPIs. */
    static final String KPIS = Arrays.stream(Kpi.values())
            .map(PolicyText::word)
            .map(word -> "`" + word + "`")
            .collect(Collectors.joining(", "));

    private static final Set<String> KEYS = Set.of(
            "kpi",
            "subjects",
            "countries",
            "directions",
            "opens-past",
            "closes-below",
            "min-sample",
            "min-effect",
            "consecutive",
            "enabled");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,100}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+([.][0-9]+)?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final Map<String, Subject.Kind> KINDS = Map.of(
            "all-listening", Subject.Kind.ALL,
            "playlists", Subject.Kind.PLAYLIST,
            "albums", Subject.Kind.ALBUM,
            "radios", Subject.Kind.RADIO,
            "other", Subject.Kind.OTHER);

    private static final Map<String, Subject.Kind> NAMED = Map.of(
            "playlist", Subject.Kind.PLAYLIST,
            "album", Subject.Kind.ALBUM,
            "radio", Subject.Kind.RADIO);

    private final String name;
    private final Map<String, String> settings;
    private final Map<String, String> objections = new TreeMap<>();
    private final Policy policy;
    private final boolean enabled;

    PolicyText(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = Map.copyOf(settings);
        Policy base = base();
        enabled = value("enabled", true, "true or false", PolicyText::flag);
        Policy read = read(base == null ? Policy.of(name, Kpi.SESSIONS) : base);
        if (!NAME.matcher(name).matches()) {
            settings.keySet()
                    .forEach(key -> objections.put(
                            whole(key),
                            " does not name a policy; expected alerts.policies.NAME.KEY, the name of letters,"
                                    + " digits, '_' and '-'."));
        }
        settings.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> objections.putIfAbsent(
                        whole(key), " is not a key of a policy; docs/configuration.md lists the keys."));
        policy = objections.isEmpty() ? read : null;
    }

    /** By key, without the prefix of all policies; empty when nothing is wrong. */
    Map<String, String> objections() {
        return objections;
    }

    boolean enabled() {
        return enabled;
    }

    /** Null when something is wrong. */
    Policy policy() {
        return policy;
    }

    private Policy base() {
        Policy byDefault = Policy.DEFAULTS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        Kpi kpi = value("kpi", byDefault == null ? null : byDefault.kpi(), "one of " + KPIS, PolicyText::kpi);
        if (kpi == null && !objections.containsKey(whole("kpi"))) {
            objections.put(whole("kpi"), " is missing; expected one of " + KPIS + ".");
        }
        if (kpi == null) {
            return null;
        }
        return byDefault != null && byDefault.kpi() == kpi ? byDefault : Policy.of(name, kpi);
    }

    private Policy read(Policy base) {
        double opensPast = value("opens-past", base.opensPast(), "a score above 0", PolicyText::positive);
        double closesBelow =
                value("closes-below", Math.min(base.closesBelow(), opensPast), "a score above 0", PolicyText::positive);
        if (closesBelow > opensPast) {
            objections.put(
                    whole("closes-below"),
                    ": found '" + closesBelow + "', expected no more than opens-past (" + opensPast + ").");
        }
        return new Policy(
                name,
                base.kpi(),
                value(
                        "subjects",
                        base.subjects(),
                        "subjects such as all-listening, playlists or playlist:ID",
                        PolicyText::subjects),
                value(
                        "countries",
                        base.countries(),
                        "countries of two capital letters, such as AU, NZ",
                        PolicyText::countries),
                value(
                        "directions",
                        base.directions(),
                        "lower, higher or both separated by a comma",
                        PolicyText::directions),
                opensPast,
                Math.min(closesBelow, opensPast),
                value("min-sample", base.leastSample(), "a whole number of at least 1", PolicyText::count),
                value("min-effect", base.leastEffect(), "a share from 0 to less than 1", PolicyText::share),
                value("consecutive", base.consecutive(), "a whole number of at least 1", PolicyText::count));
    }

    private <T> T value(String key, T otherwise, String expected, Function<String, T> reader) {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            objections.put(whole(key), ": found '" + text + "', expected " + expected + ".");
            return otherwise;
        }
    }

    private String whole(String key) {
        return key.isEmpty() ? name : name + "." + key;
    }

    private static String word(Kpi kpi) {
        return kpi.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Kpi kpi(String text) {
        return Arrays.stream(Kpi.values())
                .filter(kpi -> word(kpi).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static WatchedSubjects subjects(String text) {
        Set<Subject.Kind> kinds = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (String item : Setting.listed(text)) {
            int colon = item.indexOf(':');
            Subject.Kind kind = colon < 0 ? KINDS.get(item) : NAMED.get(item.substring(0, colon));
            if (kind == null || colon == item.length() - 1) {
                throw new IllegalArgumentException(item);
            }
            if (colon < 0) {
                kinds.add(kind);
            } else {
                named.add(WatchedSubjects.name(new Subject(kind, item.substring(colon + 1), null)));
            }
        }
        return new WatchedSubjects(kinds, named);
    }

    private static Set<String> countries(String text) {
        Set<String> countries = Set.copyOf(new HashSet<>(Setting.listed(text)));
        if (!countries.stream().allMatch(country -> COUNTRY.matcher(country).matches())) {
            throw new IllegalArgumentException(text);
        }
        return countries;
    }

    private static Set<Direction> directions(String text) {
        return Setting.listed(text).stream()
                .map(word -> Direction.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static Boolean flag(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static Double positive(String text) {
        return within(decimal(text), text, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    private static Double share(String text) {
        return within(decimal(text), text, 0, Math.nextDown(1.0));
    }

    /** Stricter than Java's parser, which reads {@code 3d} as 3. */
    private static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }

    private static double within(double value, String text, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Integer count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }
}
