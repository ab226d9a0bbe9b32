package dev.segue.benchmarks.pipeline;

import dev.segue.app.option.StateBackend;

/** The compared pipelines. All read the same topic with the same decoder, and write exactly once. */
public enum Side {
    /** The sessions job's pipeline, state on the heap. */
    SEGUE_HEAP("segue-heap", StateBackend.HASHMAP),
    /** Reads, decodes, shuffles by listener, and writes the bytes that Segue wrote. */
    FLOOR("floor", StateBackend.HASHMAP),
    /** The floor, plus the minimum that any pipeline with early emission needs: {@link LowerBound}. */
    LEAST_HEAP("least-heap", StateBackend.HASHMAP),
    /** Segue on the heap without early firing: emits each session when it closes, and its corrections. */
    SEGUE_ONCE("segue-once-heap", StateBackend.HASHMAP),
    /** The sessions job's pipeline, state in RocksDB. */
    SEGUE_ROCKSDB("segue-rocksdb", StateBackend.ROCKSDB),
    /** The lower bound with its events in RocksDB, and its timers on the heap, where they cost less. */
    LEAST_ROCKSDB("least-rocksdb", StateBackend.ROCKSDB),
    /** Flink's session windows with an incremental aggregate, state on the heap. */
    WINDOWS_HEAP("windows-heap", StateBackend.HASHMAP),
    /** The same, with early firing every ten minutes of event time, as in Segue. */
    WINDOWS_EARLY("windows-early-heap", StateBackend.HASHMAP),
    /** Flink's session windows without early firing, state in RocksDB. */
    WINDOWS_ROCKSDB("windows-rocksdb", StateBackend.ROCKSDB),
    /** Flink's session windows with early firing and Segue's output: {@link FullWindows}. */
    FULL_WINDOWS_HEAP("windows-full-heap", StateBackend.HASHMAP),
    /** The same, state in RocksDB. */
    FULL_WINDOWS_ROCKSDB("windows-full-rocksdb", StateBackend.ROCKSDB);

    private final String word;
    private final StateBackend backend;

    Side(String word, StateBackend backend) {
        this.word = word;
        this.backend = backend;
    }

    /** Where its state is. */
    public StateBackend backend() {
        return backend;
    }

    /** Whether it writes the bytes that Segue wrote, so that it must run after Segue. */
    public boolean playsTape() {
        return this == FLOOR || this == LEAST_HEAP || this == LEAST_ROCKSDB;
    }

    /** Its name on the command line and in the table. */
    @Override
    public String toString() {
        return word;
    }

    /** The side with this name. */
    public static Side of(String word) {
        for (Side side : values()) {
            if (side.word.equals(word)) {
                return side;
            }
        }
        throw new IllegalArgumentException("there is no pipeline " + word);
    }
}
