package dev.segue.domain.proof;

import static dev.segue.domain.fixture.Events.aSearch;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Detects which situations occurred in one trial, and checks that ids made from closed sessions begin as corrected. */
final class Situations {

    private final SessionRules rules;
    private final Coverage coverage;
    private final Set<SessionId> madeOfClosed = new HashSet<>();
    private final Set<SessionId> madeOfEarly = new HashSet<>();

    Situations(SessionRules rules, Coverage coverage) {
        this.rules = rules;
        this.coverage = coverage;
    }

    /** An event was received, with this expected outcome. */
    void accepted(
            PlaybackEvent event, Outcome outcome, ExpectedOutcomes expected, long acceptance, boolean clockKnown) {
        boolean running = acceptance != Clocks.NOT_STARTED;
        long behind = running ? acceptance - rules.allowedLatenessMs() - event.occurredAt() : Long.MIN_VALUE;
        switch (outcome) {
            case ACCEPTED -> {
                count(Situation.ON_THE_ALLOWED_LATENESS, running && behind == 0);
                count(Situation.CLOCK_CORRECTED, event.clockCorrection() != 0);
                count(Situation.FAR_AHEAD, running && event.occurredAt() > acceptance + rules.allowedLatenessMs());
                count(
                        Situation.ONE_ID_TWO_EVENTS,
                        expected.acceptedOf(event.listener()).stream()
                                        .filter(other -> other.eventId().equals(event.eventId()))
                                        .count()
                                > 1);
            }
            case DUPLICATE -> {
                PlaybackEvent first = expected.firstCopyOf(event);
                count(Situation.DELIVERED_DIFFERENTLY, !event.equals(first));
                count(Situation.CORRECTED_DIFFERENTLY, event.clockCorrection() != first.clockCorrection());
            }
            case LATE -> {
                count(Situation.A_MILLISECOND_TOO_LATE, behind == 1);
                count(Situation.LATE_RIGHT_AFTER_A_RESTART, !clockKnown);
            }
            case REFUSED -> {
                boolean broken = !isInOnePiece(event);
                count(Situation.TOO_MANY_EVENTS, !broken);
                count(Situation.TOO_MANY_BROKEN_PLAYS, broken);
            }
        }
    }

    /** An event was accepted; before it, these sessions were current. */
    void accepted(PlaybackEvent event, List<Session> before, ExpectedOutcomes expected, Chronicle chronicle) {
        List<Session> after = expected.truthOf(event.listener());
        List<Session> chainsBefore = chains(before);
        for (Session chain : chains(after)) {
            long from = chain.startedAt();
            long to = endOfChain(chain, after);
            count(
                    Situation.THREE_OR_MORE_MERGED,
                    chainsBefore.stream()
                                    .filter(old -> old.startedAt() >= from && old.startedAt() <= to)
                                    .count()
                            >= 3);
        }
        Set<Long> cuts = cuts(after);
        count(Situation.CAP_SHIFTED, !cuts.isEmpty() && !cuts.containsAll(cuts(before)));
        count(
                Situation.BROKEN_PLAY_MENDED,
                isPauseOrResume(event) && !bounds(after).equals(boundsWithSearchInstead(event, expected)));
        if (isInOnePiece(event)) {
            noteWhatIsMadeOfClosed(before, after, chronicle);
        } else {
            discardNotes();
        }
    }

    private void noteWhatIsMadeOfClosed(List<Session> before, List<Session> after, Chronicle chronicle) {
        Set<SessionId> old = ids(before);
        Set<SessionId> current = ids(after);
        Set<SessionId> vanished = ids(before);
        vanished.removeAll(current);
        madeOfClosed.removeAll(vanished);
        madeOfEarly.removeAll(vanished);
        for (Session session : after) {
            if (old.contains(session.id()) || !chronicle.isNew(session.id()) || session.events() < 2) {
                continue;
            }
            List<Session> touching = before.stream()
                    .filter(earlier ->
                            earlier.startedAt() <= session.endedAt() && earlier.endedAt() >= session.startedAt())
                    .toList();
            boolean allClosed = touching.stream().allMatch(earlier -> chronicle.isClosed(earlier.id()));
            boolean oneEarly = touching.stream()
                    .anyMatch(earlier -> earlier.startedAt() > session.startedAt()
                            && earlier.endedAt() <= session.endedAt()
                            && session.part() == 0
                            && earlier.part() == 0
                            && !current.contains(earlier.id())
                            && chronicle.isEarly(earlier.id()));
            if (allClosed && !touching.isEmpty()) {
                madeOfClosed.add(session.id());
            } else if (oneEarly) {
                madeOfEarly.add(session.id());
            }
        }
    }

    private static Set<SessionId> ids(List<Session> sessions) {
        Set<SessionId> ids = new HashSet<>();
        sessions.forEach(session -> ids.add(session.id()));
        return ids;
    }

    /** These changes were emitted. */
    void emitted(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Revision revision && revision.number() == 1) {
                boolean corrected = revision.status() == Status.CORRECTED;
                check(corrected || !madeOfClosed.contains(revision.sessionId()), "from closed ones only", revision);
                check(!corrected || !madeOfEarly.contains(revision.sessionId()), "from an open session", revision);
            }
            madeOfClosed.remove(change.sessionId());
            madeOfEarly.remove(change.sessionId());
        }
    }

    private static void check(boolean holds, String what, Revision emitted) {
        if (!holds) {
            throw new AssertionError("a new id was made " + what + ", but this was emitted: " + emitted);
        }
    }

    /** Discards notes that may no longer hold: the job was restarted, or an event is in several pieces. */
    void discardNotes() {
        madeOfClosed.clear();
        madeOfEarly.clear();
    }

    /** At the end, these are the sessions of one listener, with these events. */
    void ended(List<PlaybackEvent> accepted, List<Session> sessions) {
        long end = Long.MIN_VALUE;
        for (Session session : sessions) {
            boolean apart = end != Long.MIN_VALUE && session.part() == 0;
            count(Situation.GAP_AND_A_MILLISECOND, apart && session.startedAt() - end == rules.gapMs() + 1);
            end = Math.max(end, session.endedAt());
        }
        exactGaps(accepted, sessions);
        Set<Long> starts = new HashSet<>();
        accepted.forEach(event -> starts.add(startOf(event)));
        for (Session session : sessions) {
            count(
                    Situation.EXACT_CAP,
                    session.part() == 0
                            && isCut(session, sessions)
                            && starts.contains(session.startedAt() + rules.capMs()));
        }
        Set<List<Long>> plays = new HashSet<>();
        for (PlaybackEvent event : accepted) {
            if (event.detail() instanceof TrackEnded ended && ended.content() == Content.TRACK) {
                count(Situation.TIE, !plays.add(List.of(ended.startedAt(), event.occurredAt())));
            }
            count(Situation.TOO_MANY_PAUSES, hasTooManyPauses(event, accepted));
            if (event.detail() instanceof TrackEnded ended && !isInOnePiece(event)) {
                cut(event, ended.startedAt(), accepted);
            }
        }
    }

    private boolean hasTooManyPauses(PlaybackEvent play, List<PlaybackEvent> accepted) {
        return accepted.stream()
                        .filter(event -> isPauseOrResume(event) && isOf(play, event))
                        .filter(event -> event.occurredAt() >= startOf(play) && event.occurredAt() < play.occurredAt())
                        .count()
                > rules.limits().pausesPerPlay();
    }

    private void cut(PlaybackEvent play, long startedAt, List<PlaybackEvent> accepted) {
        long cut = startOf(play);
        if (startedAt == cut) {
            return;
        }
        List<PlaybackEvent> ofPlay = accepted.stream()
                .filter(event -> isPauseOrResume(event) && isOf(play, event))
                .filter(event -> event.occurredAt() >= startedAt && event.occurredAt() <= play.occurredAt())
                .sorted(Comparator.comparingLong(PlaybackEvent::occurredAt).thenComparing(PlaybackEvent::eventId))
                .toList();
        PlaybackEvent first = ofPlay.stream()
                .filter(event -> event.occurredAt() >= cut)
                .findFirst()
                .orElse(null);
        count(Situation.CUT_AND_NOT_PAUSED, first == null);
        count(Situation.CUT_AND_THEN_PAUSED, first != null && first.detail() instanceof PlaybackPaused);
        count(Situation.CUT_AND_THEN_RESUMED, first != null && first.detail() instanceof PlaybackResumed);
        count(Situation.PAUSED_AT_THE_CUT, first != null && first.occurredAt() == cut);
        count(Situation.PAUSED_BEFORE_THE_CUT, ofPlay.stream().anyMatch(event -> event.occurredAt() < cut));
    }

    private static boolean isOf(PlaybackEvent play, PlaybackEvent event) {
        String ofPlay = play.detail().playId();
        String ofEvent = event.detail().playId();
        if (ofPlay == null || ofEvent == null) {
            return play.device().id().equals(event.device().id());
        }
        return ofPlay.equals(ofEvent);
    }

    private void exactGaps(List<PlaybackEvent> accepted, List<Session> sessions) {
        long end = Long.MIN_VALUE;
        List<PlaybackEvent> byStart = accepted.stream()
                .sorted(Comparator.comparingLong(this::startOf))
                .toList();
        for (PlaybackEvent event : byStart) {
            long start = startOf(event);
            long until = end;
            boolean exact = end != Long.MIN_VALUE && start - end == rules.gapMs();
            count(
                    Situation.EXACT_GAP,
                    exact
                            && sessions.stream()
                                    .anyMatch(session -> session.startedAt() <= until && session.endedAt() >= start));
            end = Math.max(end, event.occurredAt());
        }
    }

    private long startOf(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended
                ? Math.max(ended.startedAt(), event.occurredAt() - rules.maxPlayMs())
                : event.occurredAt();
    }

    /** Whether it is not a broken play, and cannot change one. */
    private boolean isInOnePiece(PlaybackEvent event) {
        long silent = 0;
        if (event.detail() instanceof TrackEnded ended) {
            long lasted = event.occurredAt() - ended.startedAt();
            silent = lasted - Math.max(0, Math.min(ended.playedMs(), Math.min(lasted, rules.maxPlayMs())));
        }
        return !isPauseOrResume(event) && silent <= rules.gapMs();
    }

    private static boolean isPauseOrResume(PlaybackEvent event) {
        return event.detail() instanceof PlaybackPaused || event.detail() instanceof PlaybackResumed;
    }

    private List<List<Long>> boundsWithSearchInstead(PlaybackEvent pause, ExpectedOutcomes expected) {
        List<PlaybackEvent> events = new ArrayList<>(expected.acceptedOf(pause.listener()));
        events.remove(pause);
        events.add(aSearch().by(pause.listener()).at(pause.occurredAt()).build());
        return bounds(BatchReference.sessionsOf(events, rules));
    }

    private static List<List<Long>> bounds(List<Session> sessions) {
        return sessions.stream()
                .map(session -> List.of(session.startedAt(), session.endedAt()))
                .toList();
    }

    private static boolean isCut(Session first, List<Session> sessions) {
        int next = sessions.indexOf(first) + 1;
        return next < sessions.size() && sessions.get(next).part() > 0;
    }

    private static List<Session> chains(List<Session> sessions) {
        return sessions.stream().filter(session -> session.part() == 0).toList();
    }

    private static long endOfChain(Session first, List<Session> sessions) {
        long end = first.endedAt();
        for (Session session : sessions.subList(sessions.indexOf(first) + 1, sessions.size())) {
            if (session.part() == 0) {
                break;
            }
            end = Math.max(end, session.endedAt());
        }
        return end;
    }

    private static Set<Long> cuts(List<Session> sessions) {
        Set<Long> cuts = new TreeSet<>();
        sessions.stream().filter(session -> session.part() > 0).forEach(session -> cuts.add(session.startedAt()));
        return cuts;
    }

    void count(Situation situation, boolean really) {
        if (really) {
            coverage.count(situation);
        }
    }
}
