package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plays topic, compared with the current sessions: each has all of its plays, and nothing else has any.
 *
 * @param plays how many there are
 * @param differences one sentence for each session whose plays are not what it says
 */
public record PlaysCheck(long plays, List<String> differences) implements Check {

    public PlaysCheck {
        differences = List.copyOf(differences);
    }

    /**
     * Compares.
     *
     * @param current the last revision of every current session
     * @param chunks the last record of every key of the plays topic, without those that are gone
     */
    public static PlaysCheck of(Collection<SessionRevision> current, Collection<SessionPlays> chunks) {
        Map<String, Long> found = new TreeMap<>();
        chunks.forEach(chunk ->
                found.merge(chunk.getSessionId(), (long) chunk.getPlays().size(), Long::sum));
        long all = found.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> unclaimed = new HashMap<>(found);
        List<String> differences = new ArrayList<>();
        for (SessionRevision session : current) {
            Long number = unclaimed.remove(session.getSessionId());
            long plays = number == null ? 0 : number;
            if (plays != session.getTotals().getPlays()) {
                differences.add(session.getUserId() + " at " + session.getStartedAt() + ": the session says "
                        + session.getTotals().getPlays() + " plays, but the plays topic has " + plays + ".");
            }
        }
        unclaimed.forEach((id, number) -> differences.add(
                "The plays topic has " + number + " plays of " + id + ", which is not a current session."));
        return new PlaysCheck(all, differences.stream().sorted().toList());
    }

    @Override
    public boolean isGood() {
        return differences.isEmpty();
    }

    @Override
    public List<String> inWords() {
        return Check.verdict(
                differences,
                "All " + number(plays) + " plays belong to them.",
                "NOT as the sessions say: of " + number(plays) + " plays, those of " + number(differences.size())
                        + (differences.size() == 1 ? " session differ" : " sessions differ"));
    }
}
