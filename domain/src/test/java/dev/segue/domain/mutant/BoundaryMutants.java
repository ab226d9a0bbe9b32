package dev.segue.domain.mutant;

import java.util.List;

/** Faults in where sessions begin and end, and which id lives on. */
final class BoundaryMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "exactly the gap separates an event from the session before it",
                    "domain/session/Bounds",
                    "memory.latestEnd(head, first) + rules.gapMs() < from",
                    "memory.latestEnd(head, first) + rules.gapMs() <= from"),
            new Mutant(
                    "exactly the gap separates an event from the session after it",
                    "domain/session/Bounds",
                    "memory.firstStartingAfter(to + rules.gapMs())",
                    "memory.firstStartingAfter(to + rules.gapMs() - 1)"),
            new Mutant(
                    "a late event does not join the session after it",
                    "domain/session/Bounds",
                    "memory.firstStartingAfter(to + rules.gapMs())",
                    "memory.firstStartingAfter(to)"),
            new Mutant(
                    "a millisecond more than the gap does not separate",
                    "domain/session/Bounds",
                    "memory.latestEnd(head, first) + rules.gapMs() < from",
                    "memory.latestEnd(head, first) + rules.gapMs() + 1 < from"),
            new Mutant(
                    "exactly the gap splits a chain that is searched anew",
                    "domain/session/Chains",
                    "activity.from() - last.to() > rules.gapMs()",
                    "activity.from() - last.to() >= rules.gapMs()"),
            new Mutant(
                    "there is no cap",
                    "domain/session/Bounds",
                    "from - memory.current.get(partIndex).startedAt() <= rules.capMs()",
                    "true"),
            new Mutant(
                    "a chain is not cut", "domain/session/Chains", "chain.to() - start > rules.capMs() ?", "false ?"),
            new Mutant(
                    "an activity exactly the cap after the first opens a part",
                    "domain/session/Chains",
                    "timeline.firstAfter(start + rules.capMs())",
                    "timeline.firstAfter(start + rules.capMs() - 1)"),
            new Mutant(
                    "a chain is cut from its end",
                    "domain/session/Chains",
                    "timeline.firstAfter(start + rules.capMs())",
                    "timeline.firstAfter(chain.to() - rules.capMs())"),
            new Mutant(
                    "a part ends where its chain ends",
                    "domain/session/Chains",
                    "whole ? chain.to() :",
                    "true ? chain.to() :"),
            new Mutant(
                    "an id made from closed sessions begins as early",
                    "domain/session/Bounds",
                    "boolean madeOfClosed = !predecessors.isEmpty() &&",
                    "boolean madeOfClosed = false &&"),
            new Mutant(
                    "an id that comes back restarts its revisions at 1",
                    "domain/session/Bounds",
                    "revived == null ? 0 : revived.revision()",
                    "0"),
            new Mutant(
                    "an id that comes back no longer knows that it was closed",
                    "domain/session/Bounds",
                    "revived == null ? madeOfClosed : revived.closedOnce()",
                    "revived == null && madeOfClosed"),
            new Mutant(
                    "a superseded id is not emitted",
                    "domain/session/Bounds",
                    "if (replaced.revision() > 0) {",
                    "if (replaced.revision() > 99) {"),
            new Mutant(
                    "a superseded id is purged at its end",
                    "domain/session/Bounds",
                    "end + rules.settlingMs()));",
                    "end));"),
            new Mutant(
                    "early firing happens whenever something changed",
                    "domain/session/Deadlines",
                    "Math.max(now, Math.min(now, before.emittedAt()) + rules.earlyFiringIntervalMs())",
                    "now"),
            new Mutant(
                    "a piece that changes nothing is emitted",
                    "domain/session/Bounds",
                    "if (added.owner() || newEnd != session.endedAt()) {",
                    "if (true) {"),
            new Mutant(
                    "a part is unchanged when only its number changed",
                    "domain/session/SessionReconciler",
                    "return same.part() != part.number()\n                ||",
                    "return"));

    private BoundaryMutants() {}
}
