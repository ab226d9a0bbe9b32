package dev.segue.domain.mutant;

import java.util.List;

/** Faults in what is late, duplicate or settled, and when state is purged. */
final class StateMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "exactly on the allowed lateness is late",
                    "domain/session/SessionRules",
                    "occurredAt < acceptance - allowedLatenessMs",
                    "occurredAt <= acceptance - allowedLatenessMs"),
            new Mutant(
                    "nothing is late",
                    "domain/session/SessionRules",
                    "occurredAt < acceptance - allowedLatenessMs",
                    "false"),
            new Mutant(
                    "silence makes events late",
                    "domain/session/ListenerSessions",
                    "isLate(event.occurredAt(), clocks.acceptance())",
                    "isLate(event.occurredAt(), clocks.closing())"),
            new Mutant(
                    "receipts are not checked",
                    "domain/session/ListenerSessions",
                    "receipts.contains(fingerprint)",
                    "false"),
            new Mutant(
                    "receipts are not removed",
                    "domain/session/ListenerSessions",
                    "receipts.remove(activity.fingerprint());",
                    ""),
            new Mutant(
                    "purged a gap too early",
                    "domain/session/ListenerSessions",
                    "acceptance > deadlines.settledAfter(settled)",
                    "acceptance > deadlines.settledAfter(settled) - rules.gapMs()"),
            new Mutant(
                    "purged a maximum play length too early",
                    "domain/session/ListenerSessions",
                    "acceptance > deadlines.settledAfter(settled)",
                    "acceptance > deadlines.settledAfter(settled) - rules.maxPlayMs()"),
            new Mutant(
                    "purged an allowed lateness too early",
                    "domain/session/ListenerSessions",
                    "acceptance > deadlines.settledAfter(settled)",
                    "acceptance > deadlines.settledAfter(settled) - rules.allowedLatenessMs()"),
            new Mutant(
                    "never purged",
                    "domain/session/ListenerSessions",
                    "acceptance > deadlines.settledAfter(settled)",
                    "acceptance == Long.MAX_VALUE"),
            new Mutant(
                    "settled a maximum play length too early",
                    "domain/session/SessionRules",
                    "return gapMs + allowedLatenessMs + maxPlayMs;",
                    "return gapMs + allowedLatenessMs;"),
            new Mutant(
                    "a broken play is purged at its end",
                    "domain/session/BrokenPlays",
                    "rules.isLate(play.event().occurredAt(), acceptance)",
                    "acceptance > play.event().occurredAt()"),
            new Mutant(
                    "one event more than the limit is accepted",
                    "domain/session/WindowCounts",
                    "count.events() >= rules",
                    "count.events() > rules"),
            new Mutant(
                    "one broken play more than the limit is accepted",
                    "domain/session/WindowCounts",
                    "count.brokenPlays() >= rules",
                    "count.brokenPlays() > rules"),
            new Mutant(
                    "a window is dropped while its events can be accepted",
                    "domain/session/WindowCounts",
                    "(count.window() + 1) * rules.limitWindowMs() - 1",
                    "count.window() * rules.limitWindowMs()"),
            new Mutant(
                    "a copy of an accepted event is refused",
                    "domain/session/ListenerSessions",
                    "isInTimeline(event, fingerprint) ? Outcome.DUPLICATE : Outcome.REFUSED",
                    "Outcome.REFUSED"),
            new Mutant(
                    "all pauses of a play are followed",
                    "domain/session/Presence",
                    ".limit(rules.limits().pausesPerPlay())",
                    ""));

    private StateMutants() {}
}
