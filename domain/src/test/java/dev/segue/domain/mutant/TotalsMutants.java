package dev.segue.domain.mutant;

import java.util.List;

/** Faults in the stored totals of a long session: what they hold, and when they are of use. */
final class TotalsMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "totals outlive a change among what they hold",
                    "domain/session/ListenerMemory",
                    "from < until && until != NEVER",
                    "false"),
            new Mutant(
                    "totals are those of any session",
                    "domain/session/ListenerMemory",
                    "until != NEVER && startedAt == session.startedAt()",
                    "until != NEVER"),
            new Mutant(
                    "plays that were moved go into totals in the order of their activities",
                    "domain/session/SessionWalk",
                    "addUp(before, inPlayOrder(before));",
                    "addUp(before, before);"),
            new Mutant(
                    "silence is followed though a play may still have been paused",
                    "domain/session/SessionWalk",
                    "open = Math.min(open, Presence.from(event, rules));",
                    ""),
            new Mutant(
                    "pauses before the end of the totals are not seen again",
                    "domain/session/SessionWalk",
                    "long again = Math.min(open, silence.quietSince());",
                    "long again = until;"),
            new Mutant(
                    "a play after the totals begins a run",
                    "domain/listening/Runs",
                    "if (growth.canGrow()) {",
                    "if (false) {"),
            new Mutant(
                    "sound that goes on after the totals ends with them",
                    "domain/listening/Stretches",
                    "ends[settled] <= until",
                    "starts[settled] <= until"),
            new Mutant(
                    "weights of the mood are forgotten",
                    "domain/listening/Moods",
                    "this.known = sums.known();",
                    "this.known = 0;"));

    private TotalsMutants() {}
}
