package dev.segue.benchmarks.pipeline;

import dev.segue.app.option.StateBackend;

/** The pipelines that are compared. All read the same topic with the same decoder, and write exactly once. */
enum Side {
    /** The sessions job's pipeline, state on the heap. */
    SEGUE_HEAP("segue-heap", StateBackend.HASHMAP),
    /** Reads, decodes, shuffles by listener, and writes the bytes that Segue wrote. */
    FLOOR("floor", StateBackend.HASHMAP),
    /** The floor, and the least that whoever tells plays early must do besides: {@link LowerBound}. */
    LEAST_HEAP("least-heap", StateBackend.HASHMAP),
    /** Segue on the heap, but telling each session when it closes, and what corrects it; no early firing. */
    SEGUE_ONCE("segue-once-heap", StateBackend.HASHMAP),
    /** The sessions job's pipeline, state in RocksDB. */
    SEGUE_ROCKSDB("segue-rocksdb", StateBackend.ROCKSDB),
    /** The least with its events in RocksDB, and its timers on the heap, where they cost less. */
    LEAST_ROCKSDB("least-rocksdb", StateBackend.ROCKSDB),
    /** Flink's session windows with an incremental aggregate, state on the heap. */
    WINDOWS_HEAP("windows-heap", StateBackend.HASHMAP),
    /** The same, but telling early firing every ten minutes of event time, as Segue does. */
    WINDOWS_EARLY("windows-early-heap", StateBackend.HASHMAP),
    /** Flink's session windows without early firing, state in RocksDB. */
    WINDOWS_ROCKSDB("windows-rocksdb", StateBackend.ROCKSDB);

    private final String word;
    private final StateBackend backend;

    Side(String word, StateBackend backend) {
        this.word = word;
        this.backend = backend;
    }

    StateBackend backend() {
        return backend;
    }

    /** Whether it writes the bytes that Segue wrote, and so has to come after it. */
    boolean playsTape() {
        return this == FLOOR || this == LEAST_HEAP || this == LEAST_ROCKSDB;
    }

    /** As it is named on the command line and in the table. */
    @Override
    public String toString() {
        return word;
    }

    static Side of(String word) {
        for (Side side : values()) {
            if (side.word.equals(word)) {
                return side;
            }
        }
        throw new IllegalArgumentException("there is no pipeline " + word);
    }
}
