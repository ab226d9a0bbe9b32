package dev.segue.domain.proof;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.clock.SilenceClock;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.session.SessionsInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The incremental implementation by itself, on plain collections. */
public final class IncrementalStage implements Stage {

    private final List<Change> emitted = new ArrayList<>();
    private final List<PlaybackEvent> late = new ArrayList<>();
    private SessionsInMemory sessions;
    private Ledger ledger = Ledger.EMPTY;
    private long acceptance = Clocks.NOT_STARTED;
    private long wallTime;
    private SilenceClock silence = new SilenceClock(Feed.LIVE, 0);

    private SessionsInMemory sessionsAtCheckpoint;
    private Ledger ledgerAtCheckpoint = Ledger.EMPTY;
    private long acceptanceAtCheckpoint = Clocks.NOT_STARTED;

    public IncrementalStage(SessionRules rules) {
        sessions = new SessionsInMemory(rules);
        sessionsAtCheckpoint = new SessionsInMemory(rules);
    }

    @Override
    public void receives(PlaybackEvent event) {
        Ledger one =
                switch (sessions.accept(event, clocks())) {
                    case ACCEPTED -> new Ledger(0, 1, 0, 0, Map.of());
                    case DUPLICATE -> new Ledger(0, 0, 1, 0, Map.of());
                    case LATE -> {
                        late.add(event);
                        yield new Ledger(0, 0, 0, 1, Map.of());
                    }
                    case REFUSED -> {
                        late.add(event);
                        yield new Ledger(0, 0, 0, 0, Map.of(RejectionReason.TOO_MANY_EVENTS, 1L));
                    }
                };
        ledger = ledger.plus(one);
    }

    @Override
    public void clockReaches(long time) {
        acceptance = Math.max(acceptance, time);
        emitted.addAll(sessions.advance(clocks()));
    }

    @Override
    public void wallClockReaches(long time) {
        wallTime = time;
        emitted.addAll(sessions.advance(clocks()));
    }

    @Override
    public void checkpoint() {
        sessionsAtCheckpoint = sessions.restored();
        ledgerAtCheckpoint = ledger;
        acceptanceAtCheckpoint = acceptance;
    }

    @Override
    public void restart(int parallelism) {
        sessions = sessionsAtCheckpoint.restored();
        ledger = ledgerAtCheckpoint;
        acceptance = acceptanceAtCheckpoint;
        silence = new SilenceClock(Feed.LIVE, wallTime);
        emitted.clear();
        late.clear();
    }

    @Override
    public List<Change> emitted() {
        List<Change> fresh = new ArrayList<>(emitted);
        emitted.clear();
        return fresh;
    }

    @Override
    public List<PlaybackEvent> late() {
        return late;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public long listeners() {
        return sessions.listeners();
    }

    @Override
    public boolean isEmpty() {
        return sessions.isEmpty();
    }

    @Override
    public void close() {}

    private Clocks clocks() {
        return silence.at(acceptance, wallTime);
    }
}
