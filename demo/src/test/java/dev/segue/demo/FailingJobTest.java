package dev.segue.demo;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.Jobs;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.config.Config;
import dev.segue.app.job.Job;
import dev.segue.app.job.Registration;
import dev.segue.app.job.ResultStreams;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ResultOptions;
import dev.segue.contracts.SessionRevision;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.session.Change;
import dev.segue.simulator.verification.OutputTopics;
import dev.segue.simulator.verification.Outputs;
import dev.segue.stack.LocalFlink;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs side by side on one cluster: the end of one does not affect the others. */
class FailingJobTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    @Test
    void leaves_the_others_untouched_when_it_fails_midway() throws Exception {
        List<Registration> all = new ArrayList<>(Jobs.ALL);
        all.add(Broken.REGISTRATION);
        Outputs output = new Outputs();
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), LoopbackPorts.ANY, all.size());
                RunningJobs jobs = RunningJobs.launch(all, emitted(stack), flink);
                OutputTopics followed = OutputTopics.follow(
                        KafkaCluster.at(stack.bootstrapServers()),
                        RegistryAccess.at(stack.registryUrl()).connect(),
                        StackUnderTest.TOPICS,
                        List.of(StackUnderTest.TOPICS.sessions(), StackUnderTest.TOPICS.kpis()),
                        output);
                KafkaConsumer<String, byte[]> signals = signals(stack)) {
            assertThat(jobs.failure()).isEmpty();
            assertThat(followed.failure()).isEmpty();
            stack.send(aPlay().by("anna").at("20:00").inCountry("SE").build());
            stack.send(aPlay().by("ben").at("22:00").inCountry("SE").build());
            await(() -> jobs.failure().isPresent());
            assertThat(jobs.failure()).hasValue("broken: java.lang.IllegalStateException: broken by a session");

            stack.send(aPlay().by("carla").at("22:30").inCountry("NO").build());
            stack.send(aPlay().by("dan").at("23:59").inCountry("SE").build());
            await(() ->
                    output.current().stream().map(SessionRevision::getUserId).anyMatch("carla"::equals));
            await(() -> output.rows().stream()
                    .anyMatch(row -> "NO".equals(row.getPlace().getCountry()) && row.getSessions() == 1));
            await(() -> hasOneOf("carla", signals));
            for (Registration job : Jobs.ALL) {
                assertThat(jobs.named(job.name()).failure()).as(job.name()).isEmpty();
            }
        }
    }

    private static Map<String, String> emitted(StackUnderTest stack) {
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
                "results.idle-after",
                "1 s",
                "kpis.emit-every",
                "100 ms",
                "catalogue.enabled",
                "false");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static KafkaConsumer<String, byte[]> signals(StackUnderTest stack) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(StackUnderTest.TOPICS.signals()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Whether the next signals include one of that listener. */
    private static boolean hasOneOf(String listener, KafkaConsumer<String, byte[]> signals) {
        for (ConsumerRecord<String, byte[]> signal : signals.poll(A_MOMENT)) {
            if (signal.key().equals(listener)) {
                return true;
            }
        }
        return false;
    }

    /** Reads sessions, and fails at the first one. */
    private static final class Broken implements Job {

        static final Registration REGISTRATION =
                new Registration("broken", "Fails.", List.of(ResultOptions.GROUP), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Job.class).to(Broken.class);
                        bind(Broken.class);
                    }
                });

        private final ResultStreams results;
        private final TopicReading sessions;

        @Inject
        Broken(ResultStreams results, Config config, KafkaSettings kafka) {
            this.results = results;
            this.sessions = ResultOptions.from(config, StackUnderTest.TOPICS.sessions(), kafka.groupId());
        }

        @Override
        public TopicUse topics() {
            return TopicUse.of(StackUnderTest.TOPICS).reading(Topics.SESSIONS);
        }

        @Override
        public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
            results.sessions(flink, topics, sessions)
                    .map(Broken::fail)
                    .returns(Types.STRING)
                    .uid("fail")
                    .sinkTo(new DiscardingSink<>())
                    .uid("nowhere");
        }

        private static String fail(Received<Change> session) {
            throw new IllegalStateException("broken by a session");
        }
    }
}
