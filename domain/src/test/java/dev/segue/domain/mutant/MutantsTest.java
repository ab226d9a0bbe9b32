package dev.segue.domain.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trials of the incremental implementation detect every broken rule. */
class MutantsTest {

    private static final String TRIALS = "dev.segue.domain.proof.IncrementalTrials";

    /** Most mutants are caught within the first few of these deliveries. */
    private static final int SEEDS = 600;

    static List<Mutant> mutants() {
        return List.of(
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
                        "from - memory.current.get(part).startedAt() <= rules.capMs()",
                        "true"),
                new Mutant(
                        "a chain is not cut",
                        "domain/session/Chains",
                        "chain.to() - start > rules.capMs() ?",
                        "false ?"),
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
                        "an open play holds nothing",
                        "domain/session/OpenPlays",
                        "until = Math.max(until, device.holdsUntil());",
                        ""),
                new Mutant(
                        "a session closes at its end",
                        "domain/session/Deadlines",
                        "Math.max(session.endedAt() + rules.gapMs(), openPlays",
                        "Math.max(session.endedAt(), openPlays"),
                new Mutant(
                        "silence of exactly the gap breaks a play",
                        "domain/session/Presence",
                        "- ended.startedAt() - played > rules.gapMs()",
                        "- ended.startedAt() - played >= rules.gapMs()"),
                new Mutant(
                        "no play is broken",
                        "domain/session/Presence",
                        "if (!isBroken(event, rules)) {",
                        "if (true) {"),
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
                        "played time may exceed a play's length",
                        "domain/listening/Play",
                        "Math.max(0, Math.min(ended.playedMs(), possible))",
                        "Math.max(0, ended.playedMs())"),
                new Mutant(
                        "a skip after exactly five seconds is quick",
                        "domain/listening/Play",
                        "playedMs < rules.quickSkipMs()",
                        "playedMs <= rules.quickSkipMs()"),
                new Mutant(
                        "a skip after exactly thirty seconds is early",
                        "domain/listening/Play",
                        "playedMs < rules.earlySkipMs()",
                        "playedMs <= rules.earlySkipMs()"),
                new Mutant(
                        "a play of exactly thirty seconds does not count",
                        "domain/listening/Play",
                        "playedMs >= rules.countedPlayMs()",
                        "playedMs > rules.countedPlayMs()"),
                new Mutant(
                        "plays with equal times are in any order",
                        "domain/listening/Play",
                        ".thenComparing(Play::eventId)",
                        ""),
                new Mutant("going back is not a skip", "domain/playback/EndReason", "BACK(true)", "BACK(false)"),
                new Mutant(
                        "silence of exactly a minute is not an interruption",
                        "domain/listening/Silence",
                        "to - from < rules.interruptionMs()",
                        "to - from <= rules.interruptionMs()"),
                new Mutant(
                        "a pause at the end of a silence is its cause",
                        "domain/listening/Silence",
                        "pause.occurredAt() >= before",
                        "pause.occurredAt() > before"),
                new Mutant(
                        "a stall is a pause", "domain/listening/Silence", "began.cause() == PauseCause.STALL", "false"),
                new Mutant(
                        "two devices at once count twice",
                        "domain/listening/ListenedTime",
                        "return sound.length();",
                        "return plays.stream().mapToLong(Play::playedMs).sum();"),
                new Mutant(
                        "a play without context breaks a run",
                        "domain/listening/Runs",
                        "if (context == null) {",
                        "if (context == null) {\n            onDevice.remove(play.device().id());"),
                new Mutant(
                        "a skip breaks a run",
                        "domain/listening/Runs",
                        "current.context.equals(context)) {",
                        "current.context.equals(context) && !play.isSkip()) {"),
                new Mutant(
                        "a search does not break a run",
                        "domain/listening/Runs",
                        "runs.onDevice.remove(sorted.get(next).deviceId());",
                        ""),
                new Mutant(
                        "a run of three counted plays is abandoned",
                        "domain/listening/Runs",
                        "counted < Run.SETTLED_IN",
                        "counted <= Run.SETTLED_IN"),
                new Mutant(
                        "plays are in timeline order", "domain/session/SessionWalk", "played.sort(IN_PLAY_ORDER);", ""),
                new Mutant("skips count in the mood", "domain/listening/Moods", "if (!play.isSkip()) {", "if (true) {"),
                new Mutant(
                        "skips do not age earlier plays",
                        "domain/listening/Moods",
                        "age += play.playedMs();",
                        "age += play.isSkip() ? 0 : play.playedMs();"),
                new Mutant(
                        "the country is the last one reported",
                        "domain/session/SessionWalk",
                        "country == null ? event.country() : country",
                        "event.country() == null ? country : event.country()"),
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
                        "boolean due = session.open() || session.changed() &&"),
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
                        "an event is identified by its id alone",
                        "domain/playback/ContentFingerprint",
                        "add(event.device().id());",
                        "if (digest != 0) {\n            return;\n        }"),
                new Mutant(
                        "another delivery makes another event",
                        "domain/playback/ContentFingerprint",
                        "add(event.country());",
                        "add(event.country());\n        add(event.sentAt() == null ? ABSENT : event.sentAt());"),
                new Mutant(
                        "another correction makes another event",
                        "domain/playback/ContentFingerprint",
                        "add(event.occurredAt() - event.clockCorrection());",
                        "add(event.occurredAt());"),
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
                        "domain/session/ListenerSessions",
                        "broken.event().occurredAt() + rules.settlingMs()",
                        "broken.event().occurredAt()"),
                new Mutant(
                        "pauses and resumes do not change broken plays",
                        "domain/session/BrokenPlays",
                        "if (plays.isEmpty() ||",
                        "if (true || plays.isEmpty() ||"),
                new Mutant(
                        "the newest partition decides",
                        "domain/clock/PartitionClocks",
                        "anyActive ? oldestActive : newest",
                        "newest"),
                new Mutant(
                        "the clock goes back",
                        "domain/clock/PartitionClocks",
                        "time = Math.max(time, lessOutOfOrderness(anyActive ? oldestActive : newest));",
                        "time = lessOutOfOrderness(anyActive ? oldestActive : newest);"),
                new Mutant(
                        "an idle partition stays idle when it is read",
                        "domain/clock/PartitionClocks",
                        "accepted.idle = false;",
                        ""),
                new Mutant(
                        "clock corrections are rounded down to the minute",
                        "domain/playback/Intake",
                        "behind + MINUTE / 2",
                        "behind"),
                new Mutant(
                        "a clock may be ahead by twice the tolerance",
                        "domain/playback/Intake",
                        "return earliest + clockToleranceMs;",
                        "return earliest + 2 * clockToleranceMs;"),
                new Mutant(
                        "silence ends nothing", "domain/clock/SilenceClock", "acceptance + silence :", "acceptance :"),
                new Mutant(
                        "a part is unchanged when only its number changed",
                        "domain/session/SessionReconciler",
                        "return same.part() != part.number()\n                ||",
                        "return"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void is_caught(Mutant mutant) throws Exception {
        assertThat(MutantLoader.objectionTo(mutant, TRIALS, SEEDS)).isNotNull();
    }

    @Test
    void nothing_is_objected_to_where_nothing_is_broken() throws Exception {
        Mutant none = new Mutant("none", "domain/session/Bounds", "final class Bounds {", "final class Bounds {");

        assertThat(MutantLoader.objectionTo(none, TRIALS, 60)).isNull();
    }
}
