package dev.segue.app.stack;

import java.net.URI;
import java.nio.file.Path;
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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this process, for one job in streaming mode, with the web UI on the loopback address. The cluster
 * starts with the job and ends with it.
 *
 * @param environment where the job is defined and executed
 * @param ui where the web UI answers once the job has been executed
 */
public record LocalFlink(StreamExecutionEnvironment environment, URI ui) {

    private static final int RESTARTS = 3;

    /**
     * Prepares a cluster.
     *
     * @param directory where checkpoints and temporary files go
     * @param uiPort 1 to 65535, or {@link LoopbackPorts#ANY}
     * @param job how the job runs; a parallelism and a checkpoint interval are needed
     * @throws CannotStart when the port is in use
     */
    public static LocalFlink prepare(Path directory, int uiPort, Configuration job) throws CannotStart {
        int port = LoopbackPorts.claim(uiPort, "Flink's web UI");
        Configuration settings = new Configuration(job);
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, job.get(CoreOptions.DEFAULT_PARALLELISM));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                // Not as a URI: Flink takes an escaped space for three characters.
                "file://" + directory.toAbsolutePath().resolve("checkpoints"));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
        listenOnLoopbackOnly(settings, port);
        settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        settings.set(ClusterOptions.UNCAUGHT_EXCEPTION_HANDLING, ClusterOptions.UncaughtExceptionHandleMode.LOG);
        return new LocalFlink(
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings),
                URI.create("http://" + LoopbackPorts.HOST + ":" + port));
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
