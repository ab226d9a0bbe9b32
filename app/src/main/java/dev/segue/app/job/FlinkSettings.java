package dev.segue.app.job;

import dev.segue.app.option.JobSettings;
import dev.segue.app.option.StateBackend;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.rocksdb.CompressionType;

/** Configures Flink for a job. */
public final class FlinkSettings {

    /**
     * RocksDB soon rewrites its young files, so compressing them would cost more than everything else it does
     * (docs/performance.md); most bytes are in the older files.
     */
    private static final List<CompressionType> COMPRESSION_FROM_YOUNG_TO_OLD =
            List.of(CompressionType.NO_COMPRESSION, CompressionType.NO_COMPRESSION, CompressionType.LZ4_COMPRESSION);

    private FlinkSettings() {}

    /**
     * Flink's configuration. To keep state evolvable, a job with a type that would need Kryo, or with an operator
     * without a uid, is refused when it is built. Checkpoints stay aligned, even if the cluster's own configuration
     * says otherwise. RocksDB's compression and the pause between checkpoints are defaults that the job's options override:
     * without a pause, Flink follows a slow checkpoint with all those that it has missed meanwhile, at once.
     */
    public static Configuration of(JobSettings job) {
        Configuration flink = Configuration.fromMap(job.flink());
        flink.set(PipelineOptions.NAME, job.name());
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.OPERATOR_CHAINING, true);
        flink.set(PipelineOptions.MAX_PARALLELISM, job.maxParallelism());
        flink.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        flink.set(StateBackendOptions.STATE_BACKEND, job.stateBackend().toString());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, job.checkpointInterval());
        if (!flink.contains(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS)) {
            flink.set(
                    CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                    job.checkpointInterval().dividedBy(2));
        }
        flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, job.checkpointTimeout());
        flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (job.stateBackend() == StateBackend.ROCKSDB
                && !flink.contains(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL)) {
            flink.set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, COMPRESSION_FROM_YOUNG_TO_OLD);
        }
        if (job.parallelism() != null) {
            flink.set(CoreOptions.DEFAULT_PARALLELISM, job.parallelism());
        }
        if (job.checkpointFolder() != null) {
            flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, job.checkpointFolder());
        }
        return flink;
    }
}
