package dev.segue.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFlinkTest {

    @TempDir
    Path directory;

    @Test
    void runs_several_jobs_and_shows_them_in_the_web_ui() throws Exception {
        try (LocalFlink flink = LocalFlink.start(directory.resolve("with spaces"), LoopbackPorts.ANY, 4)) {
            JobClient counting = launched(flink, "counting");
            JobClient doubling = launched(flink, "doubling");

            await(() -> get(flink.ui() + "/jobs/overview").split("\"RUNNING\"").length == 3);
            assertThat(get(flink.ui() + "/")).contains("<title>Apache Flink Web Dashboard</title>");
            await(() -> aCheckpointIsIn(directory.resolve("with spaces/checkpoints")));

            counting.cancel().get();
            await(() -> counting.getJobStatus().get() == JobStatus.CANCELED);
            assertThat(doubling.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        }
    }

    @Test
    void says_so_when_the_port_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalFlink.start(directory, other.getLocalPort(), 1))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " for Flink's web UI cannot be used");
        }
    }

    private static JobClient launched(LocalFlink flink, String name) throws Exception {
        StreamExecutionEnvironment environment = flink.environment(checkpointingOften());
        environment.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
        return environment.executeAsync(name);
    }

    private static Configuration checkpointingOften() {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        return settings;
    }

    private static boolean aCheckpointIsIn(Path checkpoints) throws Exception {
        if (!Files.exists(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                checkpoints, 2, (file, kind) -> file.getFileName().toString().startsWith("chk-"))) {
            return files.findAny().isPresent();
        }
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
