package dev.segue.domain.mutant;

import java.util.List;

/** Faults in the presence that an event proves, of plays that are whole, broken, or still open. */
final class PresenceMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "an open play holds nothing",
                    "domain/session/OpenPlays",
                    "until = Math.max(until, device.holdsUntil());",
                    ""),
            new Mutant(
                    "silence of exactly the gap breaks a play",
                    "domain/session/Presence",
                    "- ended.startedAt() - played > rules.gapMs()",
                    "- ended.startedAt() - played >= rules.gapMs()"),
            new Mutant("no play is broken", "domain/session/Presence", "if (!isBroken(event, rules)) {", "if (true) {"),
            new Mutant(
                    "a play proves presence without limit",
                    "domain/session/Presence",
                    "Math.max(ended.startedAt(), event.occurredAt() - rules.maxPlayMs())",
                    "ended.startedAt()"),
            new Mutant(
                    "an open play moves the end of its session",
                    "domain/session/Presence",
                    "return List.of(new Activity(from, event.occurredAt(), true,",
                    "return List.of(new Activity(from, event.occurredAt() + (event.detail() instanceof TrackEnded ? 0 : event.track().durationMs()), true,"),
            new Mutant(
                    "a missing resume is placed at the pause",
                    "domain/session/Pieces",
                    "Math.max(since, end - Math.max(0, rest))",
                    "since"),
            new Mutant(
                    "a missing pause is placed at the resume",
                    "domain/session/Pieces",
                    "pieces.add(new Piece(since, since));",
                    "pieces.add(new Piece(since, at));"),
            new Mutant(
                    "a cut play proves presence at the cut",
                    "domain/session/Pieces",
                    "return beforeTheCut > 0 ? List.of(atItsEnd) :",
                    "return"),
            new Mutant(
                    "a play of exactly the maximum length does not prove its start",
                    "domain/session/Pieces",
                    "return beforeTheCut > 0 ?",
                    "return end - from >= rules.maxPlayMs() ?"),
            new Mutant(
                    "a cut play sounds at the cut",
                    "domain/session/Pieces",
                    "new Pieces(false, first.occurredAt())",
                    "new Pieces(true, from)"),
            new Mutant(
                    "the first pause after the cut ends nothing",
                    "domain/session/Pieces",
                    "if (first.detail() instanceof PlaybackPaused) {",
                    "if (false) {"),
            new Mutant(
                    "the first pause after the cut ends a piece, however short the played time",
                    "domain/session/Pieces",
                    "if (start - cut <= gapMs) {",
                    "if (true) {"),
            new Mutant(
                    "silence of exactly the gap after the cut means that it was paused there",
                    "domain/session/Pieces",
                    "if (start - cut <= gapMs) {",
                    "if (start - cut < gapMs) {"),
            new Mutant(
                    "the piece before the first pause reaches back beyond the cut",
                    "domain/session/Pieces",
                    "Math.max(cut, firstPause - Math.max(0, left))",
                    "firstPause - Math.max(0, left)"),
            new Mutant(
                    "later pieces are not subtracted from the piece before the first pause",
                    "domain/session/Pieces",
                    "played - cut.soundedBy(end)",
                    "played"),
            new Mutant(
                    "the piece before the first pause is counted again at the end",
                    "domain/session/Pieces",
                    "sounded += firstPause - start;",
                    ""),
            new Mutant(
                    "nothing sounded before the cut",
                    "domain/session/Pieces",
                    "played - cut.sounded - beforeTheCut",
                    "played - cut.sounded"),
            new Mutant(
                    "a pause exactly at the start of a play is not of that play",
                    "domain/session/Presence",
                    "pause.occurredAt() < from(ended, rules)",
                    "pause.occurredAt() <= from(ended, rules)"),
            new Mutant(
                    "a pause is of every play",
                    "domain/session/Presence",
                    "return ofPause.equals(ofPlay);",
                    "return true;"),
            new Mutant(
                    "pauses and resumes do not change broken plays",
                    "domain/session/BrokenPlays",
                    "if (plays.isEmpty() ||",
                    "if (true || plays.isEmpty() ||"));

    private PresenceMutants() {}
}
