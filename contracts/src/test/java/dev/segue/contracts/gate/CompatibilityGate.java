package dev.segue.contracts.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;

/**
 * Keeps a message readable: whoever has today's schema can read what any released version wrote, and whoever has any
 * released version can read what today's schema writes (FULL_TRANSITIVE, as schema registries call it).
 */
final class CompatibilityGate {

    private CompatibilityGate() {}

    /** The objections, one sentence each, with message, version and field; empty when nothing does. */
    static List<String> problems(Schema current, SortedMap<Integer, Schema> released) {
        String name = current.getName();
        if (released.isEmpty()) {
            return List.of(name + " has no released version. Copy contracts/target/messages/" + name
                    + ".avsc to contracts/released/" + name + "/v1.avsc and commit it with the schema.");
        }
        List<String> problems = new ArrayList<>();
        released.forEach((number, version) -> {
            String then = "v" + number;
            Misfit.between(current, version)
                    .forEach(misfit ->
                            problems.add(problem(name, then, "today's schema cannot read what " + then, misfit)));
            Misfit.between(version, current)
                    .forEach(misfit ->
                            problems.add(problem(name, then, then + " cannot read what today's schema", misfit)));
            Meaning.changes(version, current)
                    .forEach(change -> problems.add(name + " breaks " + then + " at " + change));
        });
        return problems;
    }

    /** What to do before this message can be released; null when it is released as it is. */
    static String unreleased(Schema current, SortedMap<Integer, Schema> released) {
        int last = released.lastKey();
        if (released.get(last).toString().equals(current.toString())) {
            return null;
        }
        String name = current.getName();
        return name + " differs from its last released version, v" + last
                + ". Before a release, copy contracts/target/messages/" + name + ".avsc to contracts/released/" + name
                + "/v" + (last + 1) + ".avsc.";
    }

    private static String problem(String name, String version, String who, Misfit misfit) {
        return name + " breaks " + version + " at " + misfit.field() + ": " + who + " writes, because " + misfit.why();
    }
}
