package dev.segue.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster in this process, for several independent jobs, with the web UI on the loopback address. Jobs are
 * submitted as to any session cluster.
 */
public final class LocalFlink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFlink.class);

    private static final int RESTARTS = 3;

    private final MiniCluster cluster;
    private final Path directory;
    private final URI ui;

    private LocalFlink(MiniCluster cluster, Path directory, URI ui) {
        this.cluster = cluster;
        this.directory = directory;
        this.ui = ui;
    }

    /**
     * Starts a cluster.
     *
     * @param directory for checkpoints and temporary files
     * @param uiPort 1 to 65535, or {@link LoopbackPorts#ANY}
     * @param slots the number of task slots for all jobs; a job needs as many as its parallelism
     * @throws CannotStart when the port is in use, or Flink does not start
     */
    public static LocalFlink start(Path directory, int uiPort, int slots) throws CannotStart {
        return start(directory, uiPort, slots, new Configuration());
    }

    /**
     * Starts a cluster.
     *
     * @param directory for checkpoints and temporary files
     * @param uiPort 1 to 65535, or {@link LoopbackPorts#ANY}
     * @param slots the number of task slots for all jobs; a job needs as many as its parallelism
     * @param more settings of the cluster, such as metric reporters
     * @throws CannotStart when the port is in use, or Flink does not start
     */
    public static LocalFlink start(Path directory, int uiPort, int slots, Configuration more) throws CannotStart {
        int port = LoopbackPorts.claim(uiPort, "Flink's web UI");
        Configuration settings = new Configuration(more);
        listenOnLoopbackOnly(settings, port);
        settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        settings.set(ClusterOptions.UNCAUGHT_EXCEPTION_HANDLING, ClusterOptions.UncaughtExceptionHandleMode.LOG);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            LOG.error("Flink does not start", e);
            throw new CannotStart("Flink does not start: " + e.getMessage(), e);
        }
        return new LocalFlink(cluster, directory, URI.create("http://" + LoopbackPorts.HOST + ":" + port));
    }

    /** The address of the web UI. */
    public URI ui() {
        return ui;
    }

    /**
     * The environment to define and execute a job in, in streaming mode.
     *
     * @param job the job's configuration; needs a parallelism and a checkpoint interval
     */
    public StreamExecutionEnvironment environment(Configuration job) {
        Configuration settings = new Configuration(job);
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                // Not as a URI: Flink reads an escaped space as three characters.
                "file://" + directory.toAbsolutePath().resolve("checkpoints"));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
        return StreamExecutionEnvironment.createRemoteEnvironment(ui.getHost(), ui.getPort(), settings);
    }

    /** Triggers an additional checkpoint of a job; completes when the checkpoint has completed or failed. */
    public CompletableFuture<?> checkpoint(JobID job) {
        return cluster.triggerCheckpoint(job);
    }

    /** Stops the cluster and everything that still runs on it. */
    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            LOG.warn("Flink did not stop cleanly", e);
        }
    }

    private static void listenOnLoopbackOnly(Configuration settings, int uiPort) {
        settings.set(RestOptions.ADDRESS, LoopbackPorts.HOST);
        settings.set(RestOptions.BIND_ADDRESS, LoopbackPorts.HOST);
        settings.set(RestOptions.PORT, uiPort);
        settings.set(RestOptions.BIND_PORT, String.valueOf(uiPort));
        settings.set(JobManagerOptions.ADDRESS, LoopbackPorts.HOST);
        settings.set(JobManagerOptions.BIND_HOST, LoopbackPorts.HOST);
        settings.set(TaskManagerOptions.HOST, LoopbackPorts.HOST);
        settings.set(TaskManagerOptions.BIND_HOST, LoopbackPorts.HOST);
        settings.set(BlobServerOptions.PORT, "0");
    }
}
