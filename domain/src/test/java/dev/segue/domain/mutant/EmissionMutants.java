package dev.segue.domain.mutant;

import java.util.List;

/** Faults in what is emitted, and when. */
final class EmissionMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "plays are emitted only from the later of two changes on",
                    "domain/session/ListenerMemory",
                    "Math.min(playsChangedFrom, playsFrom)",
                    "Math.max(playsChangedFrom, playsFrom)"),
            new Mutant(
                    "revision numbers do not increase",
                    "domain/session/ListenerMemory",
                    "part, revision + 1, hasClosed",
                    "part, Math.max(1, revision), hasClosed"),
            new Mutant(
                    "a part is settled without those before it",
                    "domain/session/Deadlines",
                    "memory.latestEnd(memory.headOfChain(index), index + 1)",
                    "memory.current.get(index).endedAt()"),
            new Mutant(
                    "a session closes at its end",
                    "domain/session/Deadlines",
                    "Math.max(session.endedAt() + rules.gapMs(), openPlays",
                    "Math.max(session.endedAt(), openPlays"),
            new Mutant(
                    "a closed session that changed is early",
                    "domain/session/RevisionEmitter",
                    "session.closedOnce() ? Status.CORRECTED : Status.EARLY",
                    "Status.EARLY"),
            new Mutant(
                    "a successor is always the session before",
                    "domain/session/RevisionEmitter",
                    "? next : next - 1;",
                    "? next - 1 : next - 1;"),
            new Mutant(
                    "a running session is emitted at every step",
                    "domain/session/ListenerSessions",
                    "boolean due = session.changed() &&",
                    "boolean due = session.open() || session.changed() &&"));

    private EmissionMutants() {}
}
