package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import java.util.List;

/**
 * Whether every revision of a session was emitted once, as exactly-once delivery promises.
 *
 * @param revisions how many there are
 * @param repeated how many were not newer than one before them
 */
public record RevisionCheck(long revisions, long repeated) implements Check {

    @Override
    public boolean isGood() {
        return repeated == 0;
    }

    @Override
    public List<String> inWords() {
        return List.of(
                isGood()
                        ? "No revision was emitted twice."
                        : "Of " + number(revisions) + " revisions, " + number(repeated)
                                + " were emitted MORE THAN ONCE.");
    }
}
