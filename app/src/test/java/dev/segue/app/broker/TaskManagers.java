package dev.segue.app.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Flink on two task managers of one slot each, of which a test kills one. The test triggers all checkpoints, so it
 * controls what happens between two of them.
 */
public final class TaskManagers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MiniCluster flink;

    private TaskManagers(MiniCluster flink) {
        this.flink = flink;
    }

    public static TaskManagers start() throws Exception {
        Configuration settings = new Configuration();
        settings.set(RestOptions.BIND_PORT, "0");
        MiniCluster flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(1)
                .setRpcServiceSharing(RpcServiceSharing.DEDICATED)
                .build());
        flink.start();
        return new TaskManagers(flink);
    }

    /** The job's own settings plus those it needs on this cluster. */
    public static Map<String, String> settings(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("job.checkpoint-interval", "4 min");
        all.put("flink.restart-strategy.type", "fixed-delay");
        all.put("flink.restart-strategy.fixed-delay.attempts", "1000");
        all.put("flink.restart-strategy.fixed-delay.delay", "100 ms");
        return all;
    }

    public JobID run(StreamGraph job) throws Exception {
        return flink.submitJob(job).get().getJobID();
    }

    /** Takes a checkpoint as soon as all tasks run. */
    public void checkpoint(JobID job) throws Exception {
        await("a checkpoint", () -> {
            try {
                flink.triggerCheckpoint(job, CheckpointType.FULL).get();
                return true;
            } catch (ExecutionException e) {
                return false;
            }
        });
    }

    /** Takes checkpoints until a condition holds, which may depend on what they commit. */
    public void checkpointUntil(JobID job, String what, Callable<Boolean> holds) throws Exception {
        await(what, () -> {
            checkpoint(job);
            return holds.call();
        });
    }

    /** Kills a task manager and starts another, so that the job resumes from its last checkpoint. */
    public void killOne() throws Exception {
        flink.terminateTaskManager(0).get();
        flink.startTaskManager();
    }

    public static void await(String what, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited too long for " + what);
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
