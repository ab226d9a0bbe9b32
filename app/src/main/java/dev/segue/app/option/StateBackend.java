package dev.segue.app.option;

/** Where a running job stores its state. */
public enum StateBackend {
    /** On the heap. */
    HASHMAP("hashmap"),
    /** On the workers' disks. */
    ROCKSDB("rocksdb");

    private final String word;

    StateBackend(String word) {
        this.word = word;
    }

    /** Flink's name for it. */
    @Override
    public String toString() {
        return word;
    }
}
