package dev.segue.domain.proof;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Checks what a stage has emitted against what it must have emitted; throws an {@link AssertionError} for an error.
 */
final class EmissionChecks {

    private static final long SILENCE_STARTS_WITHIN_MS = 20_000;

    private final SessionRules rules;
    private final Situations situations;
    private final Random random;

    EmissionChecks(Delivery delivery, Situations situations) {
        this.rules = delivery.rules();
        this.situations = situations;
        this.random = new Random(delivery.seed());
    }

    /**
     * Everything emitted is true when it is emitted. Rare cases are always checked, the rest now and then.
     *
     * @param closing the latest possible closing clock
     */
    void areTrue(List<Change> emitted, ExpectedState state, long closing) {
        boolean all = random.nextInt(10) == 0;
        for (Change change : emitted) {
            if (change instanceof Change.Revision revision
                    && (all || revision.session().part() > 0)) {
                isTrue(revision, state, closing);
            } else if (change instanceof Change.Superseded gone) {
                Session successor = successorOf(gone, state);
                check(gone.supersededBy().equals(successor.id()), "it is superseded by " + successor, gone);
            }
        }
    }

    private void isTrue(Change.Revision emitted, ExpectedState state, long closing) {
        List<Session> truth = state.expected.truthOf(emitted.listener());
        int index = truth.indexOf(emitted.session());
        check(index >= 0, "what is emitted is current: " + truth, emitted);
        long end = emitted.session().endedAt();
        for (int i = index; truth.get(i).part() > 0; i--) {
            end = Math.max(end, truth.get(i - 1).endedAt());
        }
        long settledAfter = end + rules.gapMs() + rules.allowedLatenessMs() + rules.maxPlayMs();
        boolean settled = state.acceptance > settledAfter;
        check(
                settled || emitted.settledAfter() == settledAfter,
                "it is settled with its chain at " + settledAfter,
                emitted);
        long held = state.expected.heldUntil(emitted.session());
        boolean mayClose = state.latestClosing > held || state.acceptance > emitted.settledAfter();
        check(emitted.open() || mayClose, "an open play holds it until " + held, emitted);
        boolean over = closing > emitted.session().endedAt() + rules.gapMs();
        situations.count(Situation.HELD_OPEN, emitted.open() && over && held >= closing);
    }

    /** The current session where the id began; if nothing is left there, the next one; if there is none, the last. */
    private static Session successorOf(Change.Superseded gone, ExpectedState state) {
        List<Session> truth = state.expected.truthOf(gone.listener());
        check(truth.stream().noneMatch(session -> session.id().equals(gone.sessionId())), "it is not current", gone);
        Session before = null;
        for (Session session : truth) {
            if (session.startedAt() > gone.startedAt()) {
                boolean covered = before != null && before.endedAt() >= gone.startedAt();
                boolean named = session.id().equals(gone.supersededBy()) && session.part() > 0;
                return covered && !named ? before : session;
            }
            before = session;
        }
        return before;
    }

    /** Early firing, corrections and closing happen by the acceptance clock, at the latest. */
    void allIsInTime(ExpectedState state) {
        for (String listener : state.expected.listeners()) {
            if (state.acceptance > state.emittedBy.getOrDefault(listener, Long.MAX_VALUE)) {
                allIsEmitted(listener, state);
            }
            if (!state.emittedBy.containsKey(listener)) {
                for (Session session : state.chronicle.running(listener)) {
                    check(state.acceptance <= closesBy(session), "it is over at " + state.acceptance, session);
                }
            }
        }
    }

    /**
     * Early firing, corrections and closing also happen by the wall clock, after twice the remaining time: an operator
     * need not update its timers at every event.
     *
     * @param silentMs for how long there must have been silence
     */
    void allIsInTimeDuringSilence(ExpectedState state, long silentMs) {
        if (state.acceptance == Clocks.NOT_STARTED) {
            return;
        }
        for (String listener : state.expected.listeners()) {
            if (silenceReaches(state.emittedBy.getOrDefault(listener, Long.MAX_VALUE / 4), state, silentMs)) {
                allIsEmitted(listener, state);
            }
            if (!state.emittedBy.containsKey(listener)) {
                for (Session session : state.chronicle.running(listener)) {
                    boolean over = silenceReaches(closesBy(session), state, silentMs);
                    check(!over, "it is over after a silence since " + state.acceptance, session);
                }
            }
        }
    }

    private boolean silenceReaches(long time, ExpectedState state, long silentMs) {
        long left = Math.max(0, time - state.acceptance);
        return silentMs > 2 * left + rules.gapMs() + rules.earlyFiringIntervalMs() + SILENCE_STARTS_WITHIN_MS;
    }

    private long closesBy(Session session) {
        return session.endedAt() + Math.max(rules.gapMs(), rules.maxPlayMs()) + rules.correctionsMs() + 1;
    }

    /** The emitted sessions of a listener are its current sessions. */
    static void allIsEmitted(String listener, ExpectedState state) {
        state.emittedBy.remove(listener);
        Set<Session> truth = new HashSet<>(state.expected.truthOf(listener));
        Set<Session> emitted = state.chronicle.current(listener);
        if (!emitted.equals(truth)) {
            Set<Session> missing = new HashSet<>(truth);
            missing.removeAll(emitted);
            emitted.removeAll(truth);
            throw new AssertionError(
                    "sessions of " + listener + " must be " + missing + ", but these were emitted: " + emitted);
        }
    }

    /** The emitted plays agree with their sessions and with what the listener played. */
    void playsAreComplete(String listener, ExpectedState state) {
        List<String> emitted = new ArrayList<>();
        for (Session session : state.expected.truthOf(listener)) {
            List<Play> plays = state.chronicle.playsOf(session.id());
            String objection = PlainCount.objection(session, plays);
            check(objection == null, objection, session);
            plays.forEach(play -> emitted.add(PlainCount.inWords(play)));
        }
        List<String> played = new ArrayList<>();
        for (PlaybackEvent event : state.expected.acceptedOf(listener)) {
            String words = PlainCount.inWords(event, rules);
            if (words != null) {
                played.add(words);
            }
        }
        emitted.sort(Comparator.naturalOrder());
        played.sort(Comparator.naturalOrder());
        check(emitted.equals(played), "these were played: " + played, emitted);
    }

    static void check(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new AssertionError(rule + ", but found: " + found);
        }
    }
}
