package dev.segue.adapters.flink.backend;

import java.util.List;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;

/** The state backends that jobs may have. */
public final class Backends {

    private Backends() {}

    /** RocksDB, as jobs have it by default. */
    public static StateBackend rocksDb() {
        return new EmbeddedRocksDBStateBackend();
    }

    /** RocksDB, with its timers on the heap. */
    public static StateBackend rocksDbWithTimersOnTheHeap() {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
        backend.setPriorityQueueStateType(PriorityQueueStateType.HEAP);
        return backend;
    }

    public static List<StateBackend> all() {
        return List.of(new HashMapStateBackend(), rocksDb(), rocksDbWithTimersOnTheHeap());
    }
}
