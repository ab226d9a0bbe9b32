package dev.segue.adapters.flink.backend;

import java.util.List;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;

/** The state backends, as jobs have them by default. */
public final class Backends {

    private Backends() {}

    public static StateBackend rocksDb() {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
        backend.setPriorityQueueStateType(PriorityQueueStateType.HEAP);
        return backend;
    }

    public static List<StateBackend> all() {
        return List.of(new HashMapStateBackend(), rocksDb());
    }
}
