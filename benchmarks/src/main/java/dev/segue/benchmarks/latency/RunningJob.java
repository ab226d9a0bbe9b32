package dev.segue.benchmarks.latency;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.benchmarks.pipeline.Java;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The real signals job, in a process of its own. */
final class RunningJob implements AutoCloseable {

    private final Process process;

    private RunningJob(Process process) {
        this.process = process;
    }

    /** Starts the job, which itself waits for the catalogue. */
    static RunningJob start(KafkaCluster cluster, RegistryAccess registry, Path folder, String heap)
            throws IOException {
        List<String> words =
                List.of(cluster.bootstrapServers(), registry.urls().get(0).toString(), folder.toString());
        return new RunningJob(new Java(heap, List.of()).start(RunningJob.class, words));
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
                        "job.parallelism",
                        "2",
                        "job.checkpoint-folder",
                        folder.resolve("checkpoints").toUri().toString()),
                SignalsJob.REGISTRATION.options());
        JobRun run = SignalsJob.REGISTRATION.build(config);
        Configuration flink = FlinkSettings.of(run.settings());
        flink.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        run.job().define(environment, run.check().topics());
        JobClient job = environment.executeAsync(run.settings().name());
        System.in.transferTo(OutputStream.nullOutputStream());
        job.cancel().get();
        System.exit(0);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
