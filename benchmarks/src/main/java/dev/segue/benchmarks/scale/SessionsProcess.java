package dev.segue.benchmarks.scale;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.option.StateBackend;
import dev.segue.benchmarks.pipeline.Java;
import dev.segue.stack.LocalFlink;
import dev.segue.stack.LoopbackPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The real sessions job on a Flink cluster in a process of its own; closing kills that process, as a crash would. */
final class SessionsProcess implements AutoCloseable {

    /** The consumer group of the job. */
    static final String GROUP = "restore";

    private static final int PARALLELISM = 2;

    private static final int MANY_CHECKPOINTS = 1_000;

    /** For RocksDB's caches and buffers. */
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1_024);

    /** A million sessions take two minutes to fill on two cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Process process;
    private final CheckpointStatistics checkpoints;
    private final long startedAt = System.nanoTime();

    private SessionsProcess(Process process, CheckpointStatistics checkpoints) {
        this.process = process;
        this.checkpoints = checkpoints;
    }

    /**
     * Starts the job, and waits until Flink has taken it.
     *
     * @param folder for its files
     * @param restoreFrom the path of a checkpoint; empty for none
     * @param heap of the process, such as {@code 4g}
     */
    static SessionsProcess start(
            KafkaCluster cluster,
            RegistryAccess registry,
            Path folder,
            StateBackend backend,
            String restoreFrom,
            String heap)
            throws IOException {
        List<String> words = List.of(
                cluster.bootstrapServers(),
                registry.urls().get(0).toString(),
                folder.toString(),
                backend.toString(),
                restoreFrom);
        Process process = new Java(heap, List.of()).start(SessionsProcess.class, words);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String api = said.readLine();
        String job = said.readLine();
        if (job == null) {
            process.destroy();
            throw new IOException("The sessions job did not start; see above.");
        }
        return new SessionsProcess(process, new CheckpointStatistics(api, job));
    }

    /** Runs until this process's standard input is closed. */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[2]);
        Config config = Config.of(
                Map.of(
                        "kafka.bootstrap-servers",
                        words[0],
                        "registry.url",
                        words[1],
                        "kafka.group-id",
                        GROUP,
                        "job.parallelism",
                        String.valueOf(PARALLELISM),
                        "job.state-backend",
                        words[3]),
                SessionsJob.REGISTRATION.options());
        Configuration ofCluster = new Configuration();
        ofCluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        ofCluster.set(WebOptions.CHECKPOINTS_HISTORY_SIZE, MANY_CHECKPOINTS);
        try (LocalFlink flink = LocalFlink.start(folder, LoopbackPorts.ANY, PARALLELISM, ofCluster)) {
            JobRun run = SessionsJob.REGISTRATION.build(config);
            Configuration ofJob = FlinkSettings.of(run.settings());
            ofJob.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
            if (!words[4].isEmpty()) {
                ofJob.set(StateRecoveryOptions.SAVEPOINT_PATH, words[4]);
            }
            var environment = flink.environment(ofJob);
            run.job().define(environment, run.check().topics());
            var job = environment.executeAsync(run.settings().name());
            System.out.println(flink.ui());
            System.out.println(job.getJobID());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    /** Throws if it has ended, or if it takes longer than anything here should. */
    void requireRunning() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The process of the sessions job has ended; see above.");
        }
        if (System.nanoTime() - startedAt > PATIENCE.toNanos()) {
            throw new IllegalStateException(
                    "Nothing came of it in " + PATIENCE.toMinutes() + " minutes. The log is target/benchmarks.log.");
        }
    }

    /** What Flink says of its checkpoints. */
    CheckpointStatistics checkpoints() {
        return checkpoints;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
