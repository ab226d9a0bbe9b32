package dev.segue.app.replay.source;

import java.util.concurrent.atomic.LongAdder;

/** How far the readers of a run have come. */
public final class Progress {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();

    /** How many bytes of the input files have been read. */
    public long bytesRead() {
        return bytes.sum();
    }

    /** How many rows have been read, broken ones included. */
    public long rowsRead() {
        return rows.sum();
    }

    void moreBytes(long more) {
        bytes.add(more);
    }

    void oneMoreRow() {
        rows.increment();
    }
}
