package dev.segue.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.benchmarks.history.ListeningLog;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.ListenerLimits;
import dev.segue.domain.session.SessionId;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks at a small size that every pipeline does what it is measured for at a large size. */
class EverySideTest {

    private static final int EVENTS = 3_000;
    private static final int LISTENERS = 150;

    /** In order, so that no pipeline ever has to correct anything. */
    private static final double NONE_LATE = 0;

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static Registry registry;
    private static Playback playback;
    private static Topics segue;
    private static Tape tape;

    @BeforeAll
    static void runSegue() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY);
        registry = Registry.start(LoopbackPorts.ANY, folder.resolve("registry.log"));
        playback = Playback.fill(cluster(), access(), "playback", new ListeningLog(1, LISTENERS, NONE_LATE), EVENTS);
        segue = run(Side.SEGUE_HEAP, null);
        tape = Tape.of(EVENTS, cluster(), segue.sessions(), segue.plays());
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void segue_finds_the_sessions_that_were_held() {
        assertThat(Set.copyOf(keysOn(segue.sessions()))).hasSize((int) playback.sessions());
    }

    @Test
    void rocks_db_writes_what_the_heap_writes() throws Exception {
        Topics topics = run(Side.SEGUE_ROCKSDB, null);

        Tape written = Tape.of(EVENTS, cluster(), topics.sessions(), topics.plays());
        assertThat(written.sessions().isAsMuchAs(tape.sessions())).isTrue();
        assertThat(written.plays().isAsMuchAs(tape.plays())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOOR", "LEAST_HEAP", "LEAST_ROCKSDB"})
    void who_plays_the_tape_writes_as_many_records_of_as_many_bytes_as_segue(Side side) throws Exception {
        Path file = folder.resolve("tape-of-" + side);
        tape.save(file);

        Topics topics = run(side, file);

        Tape written = Tape.of(EVENTS, cluster(), topics.sessions(), topics.plays());
        assertThat(written.sessions().isAsMuchAs(tape.sessions())).isTrue();
        assertThat(written.plays().isAsMuchAs(tape.plays())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAST_HEAP", "LEAST_ROCKSDB"})
    void the_lower_bound_emits_plays_as_often_as_segue_or_less(Side side) throws Exception {
        Path file = folder.resolve("tape-to-emit-" + side);
        tape.save(file);
        Topics topics = SideRun.topics(playback.topic(), "emits-" + side);
        Playback.createTopics(cluster(), topics, topics.all());

        JobExecutionResult ran = side(side, "emits-" + side, topics, file).run();

        long result = keysOn(segue.plays()).size();
        assertThat(ran.<Long>getAccumulatorResult(LowerBound.EMISSIONS)).isBetween(result * 2 / 3, result);
    }

    @Test
    void the_least_keeps_as_many_bytes_as_a_play_takes() {
        PlaysCodec codec = new PlaysCodec(access().connect(), segue.plays());
        ListeningLog log = new ListeningLog(1, LISTENERS, NONE_LATE);
        List<Play> plays = new ArrayList<>();
        int before = codec.encode(new PlaysOfSession("u", new SessionId("s"), 0, 1, plays)).length;
        for (int i = 0; i < ListenerLimits.DEFAULT.playsPerChunk(); i++) {
            plays.add(Play.of(log.next(), SideRun.RULES.maxPlayMs()));
        }

        int taken = codec.encode(new PlaysOfSession("u", new SessionId("s"), 0, 1, plays)).length - before;
        assertThat(taken / plays.size()).isEqualTo(LowerBound.PLAY_BYTES);
    }

    @Test
    void without_early_firing_each_session_is_emitted_once() throws Exception {
        assertThat(keysOn(run(Side.SEGUE_ONCE, null).sessions()))
                .hasSize((int) playback.sessions())
                .doesNotHaveDuplicates();
    }

    private static Topics run(Side side, Path tape) throws Exception {
        Topics topics = SideRun.topics(playback.topic(), side.toString());
        Playback.createTopics(cluster(), topics, topics.all());
        side(side, side.toString(), topics, tape).run();
        return topics;
    }

    private static SideRun side(Side side, String name, Topics topics, Path tape) {
        return new SideRun(
                side,
                name,
                cluster(),
                access(),
                topics,
                tape,
                folder.resolve(name),
                Duration.ofSeconds(10),
                SideRun.LATENESS);
    }

    private static List<String> keysOn(String topic) {
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                cluster().propertiesWith(Map.of("isolation.level", "read_committed")),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    private static KafkaCluster cluster() {
        return KafkaCluster.at(kafka.bootstrapServers());
    }

    private static RegistryAccess access() {
        return RegistryAccess.at(registry.url().toString());
    }
}
