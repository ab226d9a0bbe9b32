package dev.segue.app.demo;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.job.Job;
import dev.segue.app.job.Jobs;
import dev.segue.app.job.Registration;
import dev.segue.app.stack.LocalFlink;
import dev.segue.app.stack.LoopbackPorts;
import dev.segue.contracts.SessionRevision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs side by side on one cluster: the end of one is none of the others' business. */
class FailingJobTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void leavesTheOthersUntouched() throws Exception {
        List<Registration> all = new ArrayList<>(Jobs.ALL);
        all.add(new Registration("broken", "Fails.", List.of(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Job.class).toInstance(new Broken());
            }
        }));
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker, folder);
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), LoopbackPorts.ANY, all.size());
                RunningJobs jobs = RunningJobs.launch(all, told(stack), flink)) {
            await(() -> jobs.failure().isPresent());
            assertThat(jobs.failure()).hasValue("broken: java.lang.IllegalStateException: broken on purpose");

            SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
            try (OutputTopics output = OutputTopics.follow(
                    KafkaCluster.at(stack.bootstrapServers()), registry, StackUnderTest.TOPICS, true)) {
                stack.send(aPlay().by("anna").at("20:00").build());
                stack.send(aPlay().by("ben").at("22:00").build());
                await(() -> output.standing().stream()
                        .map(SessionRevision::getUserId)
                        .anyMatch("anna"::equals));
            }
            for (Registration job : Jobs.ALL) {
                assertThat(jobs.named(job.name()).failure()).as(job.name()).isEmpty();
            }
        }
    }

    private static Map<String, String> told(StackUnderTest stack) {
        return Map.of(
                "kafka.bootstrap-servers",
                stack.bootstrapServers(),
                "registry.url",
                stack.registryUrl(),
                "job.parallelism",
                "1",
                "job.checkpoint-interval",
                "1 s",
                "playback.idle-after",
                "1 s",
                "catalogue.enabled",
                "false");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("out of patience").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** Comes to grief with the first record. */
    private static final class Broken implements Job {

        @Override
        public List<String> topics() {
            return List.of();
        }

        @Override
        public List<String> warnings(TopicCheck topics) {
            return List.of();
        }

        @Override
        public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
            flink.fromSequence(0, Long.MAX_VALUE)
                    .uid("numbers")
                    .map(Broken::fail)
                    .returns(Long.class)
                    .uid("fail")
                    .sinkTo(new DiscardingSink<>())
                    .uid("nowhere");
        }

        private static Long fail(Long number) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
