package dev.segue.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.benchmarks.pipeline.Playback;
import dev.segue.benchmarks.pipeline.SideRun;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Compares the pipelines of this module with the batch reference. {@code benchmarks/run peers --tiny} does it for all. */
class ContendersTest {

    private static final int EVENTS = 3_000;

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static Registry registry;
    private static Log inOrder;
    private static Log mixes;

    @BeforeAll
    static void fill() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY);
        registry = Registry.start(LoopbackPorts.ANY, folder.resolve("registry.log"));
        inOrder = Log.fill(cluster(), access(), Workload.IN_ORDER, EVENTS, EVENTS);
        mixes = Log.fill(cluster(), access(), Workload.MIXES, EVENTS, EVENTS);
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FLOOR", "FLINK_SQL", "KAFKA_STREAMS", "SPARK_STREAMING", "SPARK_BATCH"},
            mode = Mode.EXCLUDE)
    void in_order_everybody_finds_every_session(Contender contender) throws Exception {
        assertThat(verdict(contender, inOrder))
                .isEqualTo(new Verdict(inOrder.reference().size(), 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEGUE_HEAP", "SEGUE_ONCE"})
    void segue_knows_that_a_mix_is_longer_than_the_gap(Contender contender) throws Exception {
        assertThat(verdict(contender, mixes))
                .isEqualTo(new Verdict(mixes.reference().size(), 0, 0, 0, 0, 0));
    }

    @Test
    void windows_with_a_fixed_gap_split_sessions_at_mixes() throws Exception {
        Verdict verdict = verdict(Contender.WINDOWS_HEAP, mixes);

        assertThat(verdict.lacking()).isPositive();
        assertThat(verdict.extra()).isPositive();
    }

    private static Verdict verdict(Contender contender, Log log) throws Exception {
        String name = contender + "-" + log.topic();
        Topics topics = SideRun.topics(log.topic(), name);
        Playback.createTopics(cluster(), topics, topics.all());
        new SideRun(
                        contender.side(),
                        name,
                        cluster(),
                        access(),
                        topics,
                        null,
                        folder.resolve(name),
                        Duration.ofSeconds(10),
                        log.workload().lateness())
                .run();
        return Verdict.on(
                Answers.in(contender.reading(), cluster(), access(), topics), log.reference(), Long.MAX_VALUE);
    }

    private static KafkaCluster cluster() {
        return KafkaCluster.at(kafka.bootstrapServers());
    }

    private static RegistryAccess access() {
        return RegistryAccess.at(registry.url().toString());
    }
}
