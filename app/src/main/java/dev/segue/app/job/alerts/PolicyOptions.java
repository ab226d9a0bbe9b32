package dev.segue.app.job.alerts;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.NamedOptions;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.OptionSet;
import dev.segue.app.config.Setting;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.WatchedSubjects;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policies: {@code alerts.policies.NAME.KEY} changes a default policy or adds one. */
final class PolicyOptions {

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

    static final Setting<Kpi> KPI = Setting.choice("kpi", EnumSet.allOf(Kpi.class))
            .optional("The KPI that is watched. Required for a policy with a new name.");

    static final Setting<List<WatchedSubjects>> SUBJECTS = Setting.list(
                    "subjects", "subjects such as all-listening, playlists or playlist:ID", PolicyOptions::subjects)
            .optional("Whose KPI is watched, separated by commas: `all-listening`, `playlists`, `albums`, `radios`,"
                    + " `other`, `playlist:ID`, `album:ID`, `radio:ID`. If omitted, `all-listening, playlists`.");

    static final Setting<List<String>> COUNTRIES = Setting.list(
                    "countries", "countries of two capital letters, such as AU, NZ", PolicyOptions::country)
            .optional("The countries that are watched, separated by commas. If omitted, all.");

    static final Setting<List<Direction>> DIRECTIONS = Setting.choices("directions", EnumSet.allOf(Direction.class))
            .optional("In which directions it must be unusual. If omitted, both; `lower` for `songs-per-run`.");

    static final Setting<Double> OPENS_PAST = Setting.decimal("opens-past", "a score above 0", score -> score > 0)
            .optional("An hour is unusual when its score is higher. If omitted, " + Policy.USUAL_OPENS_PAST + ".");

    static final Setting<Double> CLOSES_BELOW = Setting.decimal("closes-below", "a score above 0", score -> score > 0)
            .optional("An hour is calm when its score is lower. If omitted, " + Policy.USUAL_CLOSES_BELOW
                    + ", or `opens-past` if that is lower.");

    static final Setting<Integer> MIN_SAMPLE = Setting.number("min-sample", 1)
            .optional("How many listeners, sessions, runs or plays the baseline must be based on. If omitted, "
                    + Policy.USUAL_LEAST_COUNTED + " sessions or listeners, or " + Policy.USUAL_LEAST_SHARED
                    + " runs or plays.");

    static final Setting<Double> MIN_EFFECT = Setting.decimal(
                    "min-effect", "a share from 0 to less than 1", share -> share >= 0 && share < 1)
            .optional("How far from its baseline an hour must be to be unusual, as a share of the larger of both. If"
                    + " omitted, " + Policy.USUAL_LEAST_EFFECT + ".");

    static final Setting<Integer> CONSECUTIVE = Setting.number("consecutive", 1)
            .optional("How many evaluations in a row must find unusual, or calm, to open or close an incident. If"
                    + " omitted, " + Policy.USUAL_CONSECUTIVE + ".");

    static final Setting<Boolean> ENABLED = Setting.flag("enabled").defaultsTo(true, "Whether the policy is used.");

    static final NamedOptions POLICIES = new NamedOptions(
            "alerts.policies.",
            "The policies; `NAME` consists of letters, digits, `_` and `-`. The default policies are"
                    + " `listened-time` and `songs-per-run`: keys with their names change them, and any other name adds a policy.",
            PolicyOptions::keys);

    private PolicyOptions() {}

    /** The policies that are enabled: the default ones first. */
    static List<Policy> from(Config config) {
        return Stream.concat(Policy.DEFAULTS.stream().map(Policy::name), config.names(POLICIES).stream())
                .distinct()
                .filter(name -> config.named(name, POLICIES).get(ENABLED))
                .map(name -> policy(name, config.named(name, POLICIES)))
                .toList();
    }

    private static OptionSet keys(String name) {
        Optional<Policy> byDefault = byDefault(name);
        double usual = byDefault.map(Policy::opensPast).orElse(Policy.USUAL_OPENS_PAST);
        OptionGroup group = OptionGroup.of(
                        "Policy",
                        "What a policy watches, and when it opens an incident.",
                        KPI,
                        SUBJECTS,
                        COUNTRIES,
                        DIRECTIONS,
                        OPENS_PAST,
                        CLOSES_BELOW,
                        MIN_SAMPLE,
                        MIN_EFFECT,
                        CONSECUTIVE,
                        ENABLED)
                .agreeing(Agreement.between(OPENS_PAST, CLOSES_BELOW)
                        .must("closes-below must not exceed opens-past, which is " + usual + " if omitted.")
                        .when(keys -> keys.find(CLOSES_BELOW).orElse(0.0)
                                <= keys.find(OPENS_PAST).orElse(usual)));
        OptionSet options = OptionSet.of(group).readBy("a policy");
        return byDefault.isPresent() ? options : options.requiring(KPI);
    }

    private static Policy policy(String name, Config keys) {
        Policy base = base(name, keys.find(KPI));
        double opensPast = keys.find(OPENS_PAST).orElse(base.opensPast());
        return new Policy(
                name,
                base.kpi(),
                keys.find(SUBJECTS).map(PolicyOptions::together).orElse(base.subjects()),
                keys.find(COUNTRIES).map(Set::copyOf).orElse(base.countries()),
                keys.find(DIRECTIONS).map(Set::copyOf).orElse(base.directions()),
                opensPast,
                Math.min(keys.find(CLOSES_BELOW).orElse(base.closesBelow()), opensPast),
                keys.find(MIN_SAMPLE).orElse(base.leastSample()),
                keys.find(MIN_EFFECT).orElse(base.leastEffect()),
                keys.find(CONSECUTIVE).orElse(base.consecutive()));
    }

    /** What a policy is without further keys. A default policy with another KPI is like a new one. */
    private static Policy base(String name, Optional<Kpi> kpi) {
        return byDefault(name)
                .filter(policy -> kpi.isEmpty() || policy.kpi() == kpi.get())
                .orElseGet(() -> Policy.of(name, kpi.orElseThrow()));
    }

    private static Optional<Policy> byDefault(String name) {
        return Policy.DEFAULTS.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }

    /** The subjects that one word means. */
    private static WatchedSubjects subjects(String word) {
        int colon = word.indexOf(':');
        Subject.Kind kind = colon < 0 ? KINDS.get(word) : NAMED.get(word.substring(0, colon));
        if (kind == null || colon == word.length() - 1) {
            throw new IllegalArgumentException(word + " does not name subjects");
        }
        return colon < 0
                ? new WatchedSubjects(Set.of(kind), Set.of())
                : new WatchedSubjects(
                        Set.of(), Set.of(WatchedSubjects.name(new Subject(kind, word.substring(colon + 1), null))));
    }

    private static WatchedSubjects together(List<WatchedSubjects> each) {
        return new WatchedSubjects(
                each.stream().flatMap(subjects -> subjects.kinds().stream()).collect(Collectors.toSet()),
                each.stream().flatMap(subjects -> subjects.named().stream()).collect(Collectors.toSet()));
    }

    private static String country(String text) {
        if (!COUNTRY.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is not a country");
        }
        return text;
    }
}
