package dev.segue.app.option;

/** Where the state of a job lives while it runs. */
public enum StateBackend {
    /** On the heap. */
    HASHMAP("hashmap"),
    /** On the workers' disks. */
    ROCKSDB("rocksdb");

    private final String word;

    StateBackend(String word) {
        this.word = word;
    }

    /** Flink's own word for it. */
    @Override
    public String toString() {
        return word;
    }
}
