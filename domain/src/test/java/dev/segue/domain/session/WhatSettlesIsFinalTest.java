package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With an allowed lateness so short that sessions settle and are purged while events still arrive, what was emitted for
 * the accepted events remains true, and nothing is emitted for a session that was settled.
 */
class WhatSettlesIsFinalTest {

    private static final int SEEDS = 300;

    /** How the clocks advance from one arrival to the next. */
    private enum Pace {
        /** In one step. */
        LEAPING,
        /** Stopping whenever there is something to do. */
        WAKING,
        /** In one step, with occasional silence, during which the closing clock runs ahead and then falls back. */
        SILENT
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void current_sessions_are_what_the_reference_finds_among_the_accepted_events(Pace pace) {
        int late = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Emitted emitted = new Emitted(seed, pace);
            List<Session> current = byStart(emitted.stream.current());
            List<Session> reference = byStart(BatchReference.sessionsOf(emitted.accepted, emitted.rules));

            assertThat(current).as("seed %d", seed).isEqualTo(reference);
            assertThat(emitted.stream.isEmpty())
                    .as("nothing is left, seed %d", seed)
                    .isTrue();
            late += emitted.late;
        }
        assertThat(late).as("late events in all").isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void nothing_is_emitted_of_a_session_once_the_clock_has_passed_where_it_settles(Pace pace) {
        int settled = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Emitted emitted = new Emitted(seed, pace);
            Map<SessionId, Long> settledAfter = new HashMap<>();
            for (int i = 0; i < emitted.stream.emitted().size(); i++) {
                Change change = emitted.stream.emitted().get(i);
                long clock = emitted.lastChanceAt(i);
                if (change instanceof Revision revision) {
                    assertThat(clock)
                            .as("the clock, revision %s, seed %d", revision, seed)
                            .isLessThanOrEqualTo(settledAfter.getOrDefault(revision.sessionId(), Long.MAX_VALUE));
                    settledAfter.put(revision.sessionId(), revision.settledAfter());
                } else if (change instanceof Superseded superseded) {
                    assertThat(clock)
                            .as("the clock, %s, seed %d", superseded, seed)
                            .isLessThanOrEqualTo(settledAfter.getOrDefault(superseded.sessionId(), Long.MAX_VALUE));
                    settledAfter.put(superseded.sessionId(), superseded.settledAfter());
                } else if (change instanceof Purged purged) {
                    assertThat(emitted.clockAt.get(i))
                            .as("the clock at %s, seed %d", purged, seed)
                            .isGreaterThan(settledAfter.get(purged.sessionId()));
                    settled++;
                }
            }
        }
        assertThat(settled).as("superseded ids that were purged").isGreaterThan(SEEDS / 10);
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void every_current_session_was_final_once_and_is_closed(Pace pace) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Emitted emitted = new Emitted(seed, pace);
            Map<SessionId, Revision> last = new HashMap<>();
            Set<SessionId> closed = new HashSet<>();
            for (Change change : emitted.stream.emitted()) {
                if (change instanceof Revision revision) {
                    SessionId id = revision.sessionId();
                    last.put(id, revision);
                    switch (revision.status()) {
                        case EARLY -> assertThat(closed).as("seed %d", seed).doesNotContain(id);
                        case FINAL ->
                            assertThat(closed.add(id)).as("once, seed %d", seed).isTrue();
                        case CORRECTED -> closed.add(id);
                    }
                    assertThat(revision.open() && revision.status() == Change.Status.FINAL)
                            .as("seed %d", seed)
                            .isFalse();
                } else if (change instanceof Superseded superseded) {
                    last.remove(superseded.sessionId());
                }
            }
            for (Revision revision : last.values()) {
                assertThat(revision.open()).as("%s, seed %d", revision, seed).isFalse();
            }
        }
    }

    private static List<Session> byStart(List<Session> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(Session::listener).thenComparingLong(Session::startedAt))
                .toList();
    }

    /** One history, emitted as it arrives. */
    private static final class Emitted {
        final SessionRules rules;
        final SessionsInMemory stream;
        final List<PlaybackEvent> accepted = new ArrayList<>();
        /** For each change: the acceptance clock at the step before it was emitted. */
        final List<Long> clockBefore = new ArrayList<>();
        /** For each change: the acceptance clock when it was emitted. */
        final List<Long> clockAt = new ArrayList<>();

        int late;
        private final Pace pace;
        private final Random random;
        private long acceptance = Clocks.NOT_STARTED;
        private long silence;

        Emitted(long seed, Pace pace) {
            this.pace = pace;
            this.random = new Random(seed);
            this.rules = Histories.SHORT_LATENESS.get((int) (seed % Histories.SHORT_LATENESS.size()));
            this.stream = new SessionsInMemory(rules);
            for (PlaybackEvent event : asTheyArrive(Histories.of(seed, rules))) {
                receive(event);
            }
            moveTo(Clocks.ENDED);
        }

        /**
         * The clock that a change must not be later than. A clock that leaps may pass the settling time in the same
         * step in which the change is emitted, but not before.
         */
        long lastChanceAt(int change) {
            return pace == Pace.WAKING ? clockAt.get(change) : clockBefore.get(change);
        }

        private void receive(PlaybackEvent event) {
            switch (stream.accept(event, new Clocks(acceptance, closing(acceptance)))) {
                case ACCEPTED -> accepted.add(event);
                case LATE -> late++;
                case DUPLICATE, REFUSED -> {}
            }
            if (random.nextInt(3) > 0) {
                moveTo(Math.max(acceptance, event.occurredAt() - random.nextLong(120_000)));
            }
            if (pace == Pace.SILENT && random.nextInt(10) == 0) {
                silence = random.nextLong(Times.lasting("4:00:00"));
                step(acceptance);
            }
        }

        private void moveTo(long time) {
            if (time > acceptance) {
                silence = 0;
            }
            while (pace == Pace.WAKING && stream.nextWakeUp() < time) {
                step(Math.max(acceptance, stream.nextWakeUp()));
            }
            step(time);
        }

        private void step(long time) {
            int emitted = stream.advance(new Clocks(time, closing(time))).size();
            for (int i = 0; i < emitted; i++) {
                clockBefore.add(acceptance);
                clockAt.add(time);
            }
            acceptance = time;
        }

        private long closing(long time) {
            return time == Clocks.NOT_STARTED || time == Clocks.ENDED ? time : time + silence;
        }

        /** Most immediately, some after minutes, few after hours. */
        private List<PlaybackEvent> asTheyArrive(List<PlaybackEvent> events) {
            Map<PlaybackEvent, Long> arrival = new HashMap<>();
            for (PlaybackEvent event : events) {
                long delay =
                        switch (random.nextInt(10)) {
                            case 0 -> random.nextLong(Times.lasting("3:00:00"));
                            case 1, 2 -> random.nextLong(Times.lasting("1:10:00"));
                            case 3, 4 -> random.nextLong(Times.lasting("10:00"));
                            default -> random.nextLong(Times.lasting("0:10"));
                        };
                arrival.put(event, event.occurredAt() + delay);
            }
            return events.stream().sorted(Comparator.comparing(arrival::get)).toList();
        }
    }
}
