package dev.segue.domain.proof;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records what was emitted, as a consumer would, and checks that it was emitted according to the rules. */
final class Chronicle {

    private final SessionRules rules;
    private final Coverage coverage;
    private final Map<SessionId, Entry> entries = new HashMap<>();
    private final Set<SessionId> purged = new HashSet<>();

    Chronicle(SessionRules rules, Coverage coverage) {
        this.rules = rules;
        this.coverage = coverage;
    }

    Chronicle(Chronicle other) {
        this(other.rules, other.coverage);
        other.entries.forEach((id, entry) -> entries.put(id, new Entry(entry)));
        purged.addAll(other.purged);
    }

    /** What was emitted for one id. */
    private static final class Entry {
        int number;
        Revision last;
        Superseded gone;
        boolean closedOnce;
        long settledAfter = Long.MAX_VALUE;
        /** The earliest possible closing clock since it was emitted. */
        long emittedAt;

        /**
         * It may have changed and changed back: a broken play that it contains was changed, or its chain was cut anew.
         */
        boolean mayHaveGoneAndComeBack;

        final Map<Integer, PlaysOfSession> plays = new TreeMap<>();

        Entry() {}

        Entry(Entry other) {
            number = other.number;
            last = other.last;
            gone = other.gone;
            closedOnce = other.closedOnce;
            settledAfter = other.settledAfter;
            emittedAt = other.emittedAt;
            mayHaveGoneAndComeBack = other.mayHaveGoneAndComeBack;
            plays.putAll(other.plays);
        }

        boolean isCurrent() {
            return last != null && gone == null;
        }
    }

    /** An event was accepted, when the closing clock was at least {@code closing}. */
    void accepted(PlaybackEvent event, long closing) {
        boolean mayMend = event.detail() instanceof PlaybackPaused || event.detail() instanceof PlaybackResumed;
        for (Entry entry : entries.values()) {
            if (isOf(event.listener(), entry)) {
                entry.emittedAt = Math.min(entry.emittedAt, closing);
                entry.mayHaveGoneAndComeBack |= mayMend || entry.last.session().part() > 0;
            }
        }
    }

    /** Records what the sessions of one or more listeners emitted at one moment. */
    void takeIn(List<Change> changes, Moment now) {
        entries.values().forEach(entry -> entry.emittedAt = Math.min(entry.emittedAt, now.closing()));
        for (Change change : changes) {
            check(!purged.contains(change.sessionId()), "nothing is emitted for a purged id", change);
            if (change instanceof Revision revision) {
                takeIn(revision, changes, now);
            } else if (change instanceof Superseded superseded) {
                takeIn(superseded, now);
            } else if (change instanceof Purged gone) {
                takeIn(gone, now);
            } else if (change instanceof PlaysOfSession plays) {
                Entry entry = entries.get(plays.sessionId());
                check(entry != null && entry.isCurrent(), "plays are emitted for a current session", plays);
                check(plays.revision() == entry.number, "plays are emitted with their revision", plays);
                entry.plays.put(plays.chunk(), plays);
            } else if (change instanceof PlaysGone gone) {
                Entry entry = entries.get(gone.sessionId());
                check(
                        entry != null && entry.plays.remove(gone.chunk()) != null,
                        "only emitted plays are removed",
                        gone);
            }
        }
    }

    private void takeIn(Revision emitted, List<Change> together, Moment now) {
        Entry entry = entries.computeIfAbsent(emitted.sessionId(), id -> new Entry());
        Session session = emitted.session();
        check(emitted.number() == entry.number + 1, "revisions count by one", emitted);
        check(emitted.rulesVersion().equals(rules.version()), "a revision has its rules version", emitted);
        check(emitted.asOf() == now.acceptance(), "a revision has its as-of time: " + now, emitted);
        check(now.before() <= entry.settledAfter, "nothing changes once it is settled: " + now, emitted);
        long settled = session.endedAt() + settlingMs();
        check(
                session.part() == 0 ? emitted.settledAfter() == settled : emitted.settledAfter() >= settled,
                "a revision has its settling time: " + settled,
                emitted);
        checkStatus(entry, emitted);
        if (emitted.open()) {
            check(now.acceptance() <= settled, "a settled session is closed: " + now, emitted);
        } else {
            boolean over = now.highestClosing() > session.endedAt() + rules.gapMs();
            check(over || now.acceptance() > emitted.settledAfter(), "it closes after the gap: " + now, emitted);
        }
        if (entry.isCurrent() && !entry.mayHaveGoneAndComeBack) {
            checkThatSomethingChanged(entry.last, emitted);
            checkThatItIsNotTooEarly(entry, emitted, together, now);
        }
        count(entry, emitted, now);
        entry.number++;
        entry.last = emitted;
        entry.gone = null;
        entry.closedOnce |= !emitted.open() || emitted.status() == Status.CORRECTED;
        entry.settledAfter = emitted.settledAfter();
        entry.emittedAt = now.closing();
        entry.mayHaveGoneAndComeBack = false;
    }

    private void checkStatus(Entry entry, Revision emitted) {
        if (entry.number == 0 && emitted.status() == Status.CORRECTED) {
            check(
                    entries.values().stream().anyMatch(other -> other.closedOnce && isOf(emitted.listener(), other)),
                    "only an id made from closed sessions begins as corrected",
                    emitted);
            return;
        }
        Status status = entry.closedOnce ? Status.CORRECTED : emitted.open() ? Status.EARLY : Status.FINAL;
        check(emitted.status() == status, "the status is " + status, emitted);
    }

    private static boolean isOf(String listener, Entry entry) {
        return entry.last != null && entry.last.listener().equals(listener);
    }

    private static void checkThatSomethingChanged(Revision before, Revision emitted) {
        boolean same = before.session().equals(emitted.session())
                && before.open() == emitted.open()
                && before.settledAfter() == emitted.settledAfter();
        check(!same, "a revision differs from the one before, " + before, emitted);
    }

    /** Except when it is emitted together with sessions that it replaces, or that replace it. */
    private void checkThatItIsNotTooEarly(Entry entry, Revision emitted, List<Change> together, Moment now) {
        boolean takesOver = together.stream()
                .anyMatch(change ->
                        change instanceof Superseded && change.listener().equals(emitted.listener()));
        boolean runsOn = emitted.open() && entry.last.open() && emitted.status() == Status.EARLY;
        boolean settles = now.latestClosing() >= entry.settledAfter;
        if (runsOn && !takesOver && !settles && entry.emittedAt != Clocks.NOT_STARTED) {
            check(
                    now.latestClosing() - entry.emittedAt >= rules.earlyFiringIntervalMs(),
                    "early firing keeps its interval, and the last was at " + entry.emittedAt + ": " + now,
                    emitted);
        }
    }

    private void count(Entry entry, Revision emitted, Moment now) {
        if (entry.gone != null) {
            coverage.count(Situation.RESURRECTED);
        } else if (entry.last != null && !entry.last.open() && emitted.open()) {
            coverage.count(Situation.REOPENED);
        }
        if (entry.number == 0 && emitted.status() == Status.CORRECTED) {
            coverage.count(Situation.BEGUN_AS_CORRECTED);
        }
        if (now.silent() && emitted.status() == Status.FINAL) {
            coverage.count(Situation.CLOSED_BY_SILENCE);
        }
    }

    private void takeIn(Superseded emitted, Moment now) {
        Entry entry = entries.get(emitted.sessionId());
        check(entry != null && entry.last != null, "only an emitted id is superseded", emitted);
        check(emitted.number() == entry.number + 1, "revisions count by one", emitted);
        check(emitted.asOf() == now.acceptance(), "it has its as-of time: " + now, emitted);
        check(emitted.rulesVersion().equals(rules.version()), "it has its rules version", emitted);
        check(emitted.startedAt() == entry.last.session().startedAt(), "it has its start", emitted);
        check(now.before() <= entry.settledAfter, "nothing changes once it is settled: " + now, emitted);
        Entry successor = entries.get(emitted.supersededBy());
        check(successor != null && successor.isCurrent(), "the successor is current", emitted);
        entry.number++;
        entry.gone = emitted;
        entry.settledAfter = emitted.settledAfter();
        SessionId last = emitted.supersededBy();
        for (int steps = 0; entries.get(last).gone != null; steps++) {
            check(steps < entries.size(), "references never form a cycle", emitted);
            last = entries.get(last).gone.supersededBy();
        }
        boolean pointedAt = entries.values().stream()
                .anyMatch(
                        other -> other.gone != null && other.gone.supersededBy().equals(emitted.sessionId()));
        if (pointedAt) {
            coverage.count(Situation.POINTERS_CHAINED);
        }
    }

    private void takeIn(Purged emitted, Moment now) {
        Entry entry = entries.remove(emitted.sessionId());
        check(entry != null && entry.gone != null, "only a superseded id is purged", emitted);
        check(now.acceptance() > entry.gone.settledAfter(), "it is purged once it is settled: " + now, emitted);
        check(entry.plays.isEmpty(), "its plays were removed before", emitted);
        purged.add(emitted.sessionId());
    }

    /** The listener's sessions as last emitted. */
    Set<Session> current(String listener) {
        Set<Session> current = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.isCurrent() && entry.last.listener().equals(listener)) {
                current.add(entry.last.session());
            }
        }
        return current;
    }

    /** The listener's sessions that were last emitted as open. */
    List<Session> running(String listener) {
        List<Session> running = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.isCurrent() && entry.last.open() && entry.last.listener().equals(listener)) {
                running.add(entry.last.session());
            }
        }
        return running;
    }

    /** Whether the id was emitted as closed, and is current. */
    boolean isClosed(SessionId id) {
        Entry entry = entries.get(id);
        return entry != null && entry.isCurrent() && entry.closedOnce;
    }

    /** Whether the id was emitted, is current, and has never closed. */
    boolean isEarly(SessionId id) {
        Entry entry = entries.get(id);
        return entry != null && entry.isCurrent() && !entry.closedOnce;
    }

    /** Whether the id was never emitted. */
    boolean isNew(SessionId id) {
        return !entries.containsKey(id);
    }

    /** The plays of a session, as emitted for drill-down. */
    List<Play> playsOf(SessionId id) {
        List<Play> plays = new ArrayList<>();
        entries.get(id).plays.values().forEach(chunk -> plays.addAll(chunk.plays()));
        return plays;
    }

    /** Checks that every superseded id has been purged. */
    void end() {
        entries.forEach((id, entry) -> check(entry.gone == null, "every superseded id is purged at the end", id));
    }

    private long settlingMs() {
        return rules.gapMs() + rules.allowedLatenessMs() + rules.maxPlayMs();
    }

    private static void check(boolean holds, String rule, Object emitted) {
        if (!holds) {
            throw new AssertionError(rule + ", but this was emitted: " + emitted);
        }
    }
}
