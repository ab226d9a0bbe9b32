package dev.segue.adapters.flink.kpi;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.fixture.Delivery.Checkpoint;
import dev.segue.domain.fixture.Delivery.ClockIs;
import dev.segue.domain.fixture.Delivery.Ends;
import dev.segue.domain.fixture.Delivery.Reads;
import dev.segue.domain.fixture.Delivery.Restarts;
import dev.segue.domain.fixture.Delivery.Step;
import dev.segue.domain.fixture.Delivery.WallClockIs;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a sessions job emits for a generated history, with all corrections, joins and repetitions. */
final class EmittedSessions {

    /** How the sessions job goes on after it stopped. */
    enum RevisionEmitter {
        /** From its last checkpoint; what it emitted since then is lost. */
        ONCE,
        /** From its last checkpoint; what it emitted since then is on the topic. */
        TWICE,
        /** With the next event; all sessions that it knew are lost. */
        WITHOUT_STATE;

        static RevisionEmitter of(long seed) {
            return switch ((int) (seed % 6)) {
                case 0, 2, 4 -> ONCE;
                case 1, 5 -> TWICE;
                default -> WITHOUT_STATE;
            };
        }
    }

    private final Delivery delivery;
    private final boolean withPlays;
    private final List<Change> log = new ArrayList<>();
    private int lastCheckpoint;
    private int crash;

    private EmittedSessions(Delivery delivery, boolean withPlays) {
        this.delivery = delivery;
        this.withPlays = withPlays;
    }

    /** What the job emits for a history, apart from plays. */
    static EmittedSessions of(Delivery delivery, RevisionEmitter emitting) {
        return emitted(delivery, emitting, false);
    }

    /** All that the job emits for a history. */
    static EmittedSessions withPlays(Delivery delivery, RevisionEmitter emitting) {
        return emitted(delivery, emitting, true);
    }

    private static EmittedSessions emitted(Delivery delivery, RevisionEmitter emitting, boolean withPlays) {
        EmittedSessions emitted = new EmittedSessions(delivery, withPlays);
        switch (emitting) {
            case ONCE -> emitted.once();
            case TWICE -> emitted.twice();
            case WITHOUT_STATE -> emitted.withoutState();
        }
        return emitted;
    }

    /** All that is on the topics, in the order in which it was emitted. */
    List<Change> log() {
        return log;
    }

    /** How much of the log was emitted when the last checkpoint before a crash was complete. */
    int lastCheckpoint() {
        return lastCheckpoint;
    }

    /** How much of the log was emitted when the job crashed; {@link #lastCheckpoint} if all that came after that was lost. */
    int crash() {
        return crash;
    }

    /** What was emitted after a checkpoint and before a crash is lost. */
    private void once() {
        IncrementalStage sessions = new IncrementalStage(delivery.rules());
        int committed = 0;
        for (Step step : delivery.steps()) {
            emit(step, sessions);
            if (step instanceof Checkpoint) {
                sessions.checkpoint();
                committed = log.size();
            } else if (step instanceof Restarts restarts) {
                sessions.restart(restarts.parallelism());
                log.subList(committed, log.size()).clear();
            }
        }
    }

    /**
     * What was emitted after a checkpoint and before a crash stays on the topic. What is emitted after
     * the crash differs: for a while the clock is not seen, so fewer revisions are due, and the last revision of a session
     * may have a lower number.
     */
    private void twice() {
        IncrementalStage sessions = new IncrementalStage(delivery.rules());
        Random random = new Random(delivery.seed());
        List<Step> steps = delivery.steps();
        int crashes = steps.size() / 3 + random.nextInt(steps.size() / 2);
        int seenAgain = crashes + random.nextInt(steps.size() - crashes);
        int checkpoint = crashes - random.nextInt(crashes);
        steps.subList(0, checkpoint).forEach(step -> emit(step, sessions));
        sessions.checkpoint();
        lastCheckpoint = log.size();
        steps.subList(checkpoint, crashes).forEach(step -> emit(step, sessions));
        crash = log.size();
        sessions.restart(1);
        for (int i = checkpoint; i < steps.size(); i++) {
            boolean isTime = steps.get(i) instanceof ClockIs || steps.get(i) instanceof WallClockIs;
            if (!isTime || i >= seenAgain) {
                emit(steps.get(i), sessions);
            }
        }
    }

    /** Sessions that ran when the state was lost are left open for ever. */
    private void withoutState() {
        Random random = new Random(delivery.seed());
        List<Step> steps = delivery.steps();
        int loss = steps.size() / 4 + random.nextInt(steps.size() / 2);
        IncrementalStage before = new IncrementalStage(delivery.rules());
        steps.subList(0, loss).forEach(step -> emit(step, before));
        IncrementalStage after = new IncrementalStage(delivery.rules());
        after.clockReaches(clock(steps.subList(0, loss)));
        steps.subList(loss, steps.size()).forEach(step -> emit(step, after));
    }

    private static long clock(List<Step> steps) {
        long clock = Long.MIN_VALUE / 2;
        for (Step step : steps) {
            if (step instanceof ClockIs is) {
                clock = Math.max(clock, is.time());
            }
        }
        return clock;
    }

    private void emit(Step step, IncrementalStage sessions) {
        if (step instanceof Reads reads && reads.meant() != null) {
            sessions.receives(reads.meant());
        } else if (step instanceof ClockIs clock) {
            sessions.clockReaches(clock.time());
        } else if (step instanceof WallClockIs wall) {
            sessions.wallClockReaches(wall.time());
        } else if (step instanceof Ends) {
            sessions.clockReaches(Clocks.ENDED);
        }
        for (Change change : sessions.emitted()) {
            if (withPlays || !(change instanceof PlaysOfSession || change instanceof PlaysGone)) {
                log.add(change);
            }
        }
    }
}
