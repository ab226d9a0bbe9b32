package dev.segue.domain.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules under which a job makes its state: those without which what is stored would mean something else. They are
 * stored with it. A rule that only decides what is done with the state is none of them, and can change at any time.
 */
public final class StateRules implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_LIST = 100;

    private static final long[] UNITS_MS = {86_400_000, 3_600_000, 60_000, 1_000};
    private static final String[] UNITS = {" d", " h", " min", " s"};

    private final LinkedHashMap<String, String> values = new LinkedHashMap<>();

    /** What state that does not know a rule was made under; by name. */
    private final HashMap<String, String> before = new HashMap<>();

    /**
     * Adds a rule.
     *
     * @param name the key that sets it, or what it is in words
     */
    public StateRules with(String name, long value) {
        return with(name, String.valueOf(value));
    }

    /**
     * Adds a rule.
     *
     * @param name the key that sets it, or what it is in words
     * @param value the same text for the same rule, in every version of Segue
     */
    public StateRules with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /**
     * Adds a rule that earlier versions of Segue did not store.
     *
     * @param before what state that does not know the rule was made under
     */
    public StateRules with(String name, String value, String before) {
        this.before.put(name, before);
        return with(name, value);
    }

    /** Adds a length of time, in milliseconds; not negative. */
    public StateRules withLength(String name, long ms) {
        return with(name, length(ms));
    }

    /** Adds a set of ids, in whatever order; of a long one, only a digest is stored. */
    public StateRules withIds(String name, Set<String> ids) {
        String listed = String.join(", ", new TreeSet<>(ids));
        return with(
                name,
                listed.length() <= LONGEST_LIST
                        ? listed
                        : ids.size() + " ids (digest " + Integer.toHexString(listed.hashCode()) + ")");
    }

    /** The rules in text, by name, in the order in which they were added; a view. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * Why state must not be used under these rules, as sentences for the user; empty when it may be. A rule that only one
     * side knows is no objection, unless what it was before is known: the other side is of another version of Segue.
     *
     * @param made {@link #values()} of the rules under which the state was made
     */
    public Optional<String> objectionTo(Map<String, String> made) {
        List<String> differences = new ArrayList<>();
        values.forEach((name, now) -> {
            String then = made.getOrDefault(name, before.getOrDefault(name, now));
            if (!then.equals(now)) {
                differences.add(name + " was " + shown(then) + ", and is now " + shown(now));
            }
        });
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("The state to start from was made under other rules: " + String.join("; ", differences)
                        + ". Its results would mix both. Start with the rules of the state, or run a second job beside it,"
                        + " with another job.name and other topics for its results, compare them, and switch:"
                        + " docs/running.md, \"Change a rule\".");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    private static String length(long ms) {
        for (int i = 0; i < UNITS.length; i++) {
            if (ms > 0 && ms % UNITS_MS[i] == 0) {
                return ms / UNITS_MS[i] + UNITS[i];
            }
        }
        return ms + " ms";
    }
}
