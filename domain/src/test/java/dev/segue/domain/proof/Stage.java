package dev.segue.domain.proof;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import java.util.List;

/**
 * The system under test: the incremental implementation or an operator around it, with controlled clocks and crashes.
 */
public interface Stage extends AutoCloseable {

    void receives(PlaybackEvent event) throws Exception;

    /** The partitions' clock reaches a time, which after a restart may be one that it had already reached. */
    void clockReaches(long time) throws Exception;

    void wallClockReaches(long time) throws Exception;

    void checkpoint() throws Exception;

    /** Discards everything after the last checkpoint; without one, everything. */
    void restart(int parallelism) throws Exception;

    /** The changes emitted since the last call, with each listener's changes in the order of emission. */
    List<Change> emitted();

    /** The events that were late or refused since the last restart, or since the beginning. */
    List<PlaybackEvent> late();

    /** The accounting for everything that was received. */
    Ledger ledger() throws Exception;

    /** The number of listeners with state. */
    long listeners();

    /** Whether there is neither state nor a pending timer. */
    boolean isEmpty();

    @Override
    void close() throws Exception;
}
