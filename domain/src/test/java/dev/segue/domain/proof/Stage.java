package dev.segue.domain.proof;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import java.util.List;

/** What is put to the proof: the incremental form, or an operator around it, with clocks and crashes in our hands. */
public interface Stage extends AutoCloseable {

    void hears(PlaybackEvent event) throws Exception;

    /** The clock of the partitions reaches a time; after a restart, that may be one that it had reached before. */
    void clockReaches(long time) throws Exception;

    void wallClockReaches(long time) throws Exception;

    void checkpoint() throws Exception;

    /** Everything after the last checkpoint is forgotten; without one, everything. */
    void restart(int parallelism) throws Exception;

    /** What was told since this was last asked, each listener's changes in the order in which they were told. */
    List<Change> emitted();

    /** What was late since the last restart, or the beginning. */
    List<PlaybackEvent> late();

    /** What became of all that was heard. */
    Ledger ledger() throws Exception;

    /** How many listeners are remembered. */
    long listeners();

    /** Whether nothing is remembered, and nothing waits for a time. */
    boolean isEmpty();

    @Override
    void close() throws Exception;
}
