package dev.segue.app.job.alerts;

import dev.segue.app.config.Config;
import dev.segue.app.config.PassThrough;
import dev.segue.domain.alert.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The policies: {@code alerts.policies.NAME.KEY} changes a default policy or adds one. */
final class PolicyOptions {

    static final PassThrough POLICIES = new PassThrough(
            "alerts.policies.",
            "The policies by name, each with these keys: `kpi` (" + PolicyText.KPIS
                    + "; required for a policy with a new"
                    + " name), `subjects` (`all-listening`, `playlists`, `albums`, `radios`, `other`, `playlist:ID`,"
                    + " `album:ID`, `radio:ID`, separated by commas; default `all-listening, playlists`), `countries`"
                    + " (such as `AU, NZ`; default all), `directions` (`lower`, `higher` or both; default both),"
                    + " `opens-past` (score; "
                    + Policy.USUAL_OPENS_PAST + "), `closes-below` (score; " + Policy.USUAL_CLOSES_BELOW
                    + "), `min-sample` (" + Policy.USUAL_LEAST_COUNTED + " sessions or listeners, or "
                    + Policy.USUAL_LEAST_SHARED + " runs or plays), `min-effect` (" + Policy.USUAL_LEAST_EFFECT
                    + " of the larger of both), `consecutive` (evaluations; " + Policy.USUAL_CONSECUTIVE
                    + "), `enabled` (true). The default policies are `listened-time` (both directions) and"
                    + " `songs-per-run` (lower); keys with their names change them, and any other name adds a policy.",
            Map.of(),
            PolicyOptions::objections);

    private PolicyOptions() {}

    /** Reads all policies. */
    static List<Policy> from(Config config) {
        List<Policy> policies = new ArrayList<>();
        byName(config.passedThrough(POLICIES)).forEach((name, settings) -> {
            PolicyText text = new PolicyText(name, settings);
            if (text.enabled()) {
                policies.add(text.policy());
            }
        });
        return policies;
    }

    private static Map<String, String> objections(Map<String, String> passedThrough) {
        Map<String, String> objections = new TreeMap<>();
        byName(passedThrough)
                .forEach((name, settings) -> objections.putAll(new PolicyText(name, settings).objections()));
        return objections;
    }

    /** The keys of each policy, by name; the default policies come first, even without keys. */
    private static Map<String, Map<String, String>> byName(Map<String, String> passedThrough) {
        Map<String, Map<String, String>> policies = new LinkedHashMap<>();
        Policy.DEFAULTS.forEach(policy -> policies.put(policy.name(), new TreeMap<>()));
        passedThrough.forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            String name = dot < 0 ? key : key.substring(0, dot);
            policies.computeIfAbsent(name, added -> new TreeMap<>()).put(dot < 0 ? "" : key.substring(dot + 1), value);
        });
        return policies;
    }
}
