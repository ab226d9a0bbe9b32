package dev.segue.app.kafka;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.kafka.codec.DeadLetterCodec;
import dev.segue.adapters.kafka.codec.LateCodec;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Shared.class)
class SinksTest {

    private static final SessionId NINE = SessionId.of("anna", at("09:00"));
    private static final SessionId TEN = SessionId.of("anna", at("10:00"));

    private final Servers servers;

    @TempDir
    Path directory;

    SinksTest(Servers servers) {
        this.servers = servers;
    }

    @Test
    void changes_are_upserts_and_removals_where_their_listeners_playback_lies() throws Exception {
        Topics topics = servers.newTopics(5);
        Play play = Play.of(aPlay().at("09:00").lasting("3:00").build(), 21_600_000);
        write(
                SessionTypes.CHANGES,
                sinks(topics, DeliveryGuarantee.EXACTLY_ONCE).changes(),
                List.of(
                        revision(NINE, "09:00", 1),
                        new Change.PlaysOfSession("anna", NINE, 0, 1, List.of(play)),
                        new Change.PlaysOfSession("anna", NINE, 1, 1, List.of(play, play)),
                        new Change.Superseded("anna", TEN, at("10:00"), 2, NINE, at("11:00"), at("12:00"), "1-a"),
                        new Change.PlaysGone("anna", NINE, 1),
                        new Change.Purged("anna", TEN)));

        List<ConsumerRecord<byte[], byte[]>> sessions = servers.committed(topics.sessions());
        assertThat(keys(sessions)).containsExactly(NINE.value(), TEN.value(), TEN.value());
        RecordReader<SessionRevision> revisions =
                new RecordReader<>(servers.registry().connect(), SessionRevision.getClassSchema());
        assertThat(revisions.read(sessions.get(0).value())).satisfies(first -> {
            assertThat(first.getStatus()).isEqualTo(SessionStatus.EARLY);
            assertThat(first.getRevision()).isEqualTo(1);
            assertThat(first.getUserId()).isEqualTo("anna");
        });
        assertThat(revisions.read(sessions.get(1).value())).satisfies(second -> {
            assertThat(second.getStatus()).isEqualTo(SessionStatus.SUPERSEDED);
            assertThat(second.getSupersededBy()).isEqualTo(NINE.value());
        });
        assertThat(sessions.get(2).value()).isNull();

        List<ConsumerRecord<byte[], byte[]>> plays = servers.committed(topics.plays());
        assertThat(keys(plays)).containsExactly(NINE + "/0", NINE + "/1", NINE + "/1");
        RecordReader<SessionPlays> chunks =
                new RecordReader<>(servers.registry().connect(), SessionPlays.getClassSchema());
        assertThat(chunks.read(plays.get(0).value()).getPlays()).hasSize(1);
        assertThat(chunks.read(plays.get(1).value()).getPlays()).hasSize(2);
        assertThat(plays.get(2).value()).isNull();

        int playback = partitionOfPlayback(topics, "anna");
        assertThat(sessions).allMatch(record -> record.partition() == playback);
        assertThat(plays).allMatch(record -> record.partition() == playback);
    }

    @Test
    void late_events_are_kept_whole_under_their_listener() throws Exception {
        Topics topics = servers.newTopics(2);
        PlaybackEvent event = aPlay().by("bo").at("09:00").lasting("3:00").build();
        write(IntakeTypes.EVENTS, sinks(topics, DeliveryGuarantee.EXACTLY_ONCE).late(), List.of(event));

        List<ConsumerRecord<byte[], byte[]>> late = servers.committed(topics.late());
        assertThat(keys(late)).containsExactly("bo");
        assertThat(new LateCodec(servers.registry().connect(), topics.late())
                        .decode(late.get(0).value()))
                .isEqualTo(event);
    }

    @Test
    void dead_letters_keep_their_key_and_endless_ones_are_cut() throws Exception {
        Topics topics = servers.newTopics(1);
        DeadLetter letter = letter("anna".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        DeadLetter keyless = letter(null, null);
        DeadLetter endless = letter(new byte[600 * 1024], new byte[600 * 1024]);
        write(
                IntakeTypes.DEAD_LETTERS,
                sinks(topics, DeliveryGuarantee.EXACTLY_ONCE).deadLetters(),
                List.of(letter, keyless, endless));

        List<ConsumerRecord<byte[], byte[]>> letters = servers.committed(topics.deadLetters());
        DeadLetterCodec codec = new DeadLetterCodec(servers.registry().connect(), topics.deadLetters());
        assertThat(letters).hasSize(3);
        assertThat(letters.get(0).key()).isEqualTo(letter.key());
        assertThat(codec.decode(letters.get(0).value())).isEqualTo(letter);
        assertThat(letters.get(1).key()).isNull();
        assertThat(codec.decode(letters.get(1).value())).isEqualTo(keyless);
        assertThat(letters.get(2).serializedKeySize() + letters.get(2).serializedValueSize())
                .isLessThan(512 * 1024);
    }

    @Test
    void health_is_an_upsert_under_job_stage_and_subtask() throws Exception {
        Topics topics = servers.newTopics(1);
        Ledger ledger = new Ledger(5, 3, 0, 1, Map.of(RejectionReason.NO_TIME, 1L));
        write(
                AccountingTypes.HEALTH,
                sinks(topics, DeliveryGuarantee.AT_LEAST_ONCE).health(),
                List.of(new Health("sessions", "intake", 1, 2, 7, ledger, at("09:00"), at("09:01"), 12)));

        List<ConsumerRecord<byte[], byte[]>> health = servers.committed(topics.health());
        assertThat(keys(health)).containsExactly("sessions/intake/1");
        RecordReader<dev.segue.contracts.Health> reports =
                new RecordReader<>(servers.registry().connect(), dev.segue.contracts.Health.getClassSchema());
        assertThat(reports.read(health.get(0).value()).getRead()).isEqualTo(5);
    }

    @Test
    void after_a_crash_committed_readers_see_every_event_once() throws Exception {
        Topics topics = servers.newTopics(1);
        StreamExecutionEnvironment flink = flink(Duration.ofMillis(500));
        flink.fromSequence(1, 600)
                .map(new CrashingOnce())
                .returns(IntakeTypes.EVENTS)
                .sinkTo(sinks(topics, DeliveryGuarantee.EXACTLY_ONCE).late());
        flink.execute("late events");

        assertThat(CrashingOnce.CRASHED).isTrue();
        assertThat(keys(servers.committed(topics.late()))).hasSize(600).doesNotHaveDuplicates();
    }

    /** Fails once: after a checkpoint, and after sending further records that no checkpoint covers. */
    private static final class CrashingOnce
            implements MapFunction<Long, PlaybackEvent>, CheckpointedFunction, CheckpointListener {

        private static final long serialVersionUID = 1;
        private static final int UNCOVERED = 100;
        private static final AtomicBoolean CRASHED = new AtomicBoolean();

        private boolean covered;
        private int sinceSnapshot;

        @Override
        public PlaybackEvent map(Long number) throws InterruptedException {
            Thread.sleep(2);
            sinceSnapshot++;
            if (covered && sinceSnapshot == UNCOVERED && CRASHED.compareAndSet(false, true)) {
                throw new IllegalStateException("A crash in the middle.");
            }
            return aSearch().by("listener-" + number).build();
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            covered = true;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {
            sinceSnapshot = 0;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {}
    }

    private Sinks sinks(Topics topics, DeliveryGuarantee delivery) {
        return new Sinks(
                servers.cluster(), servers.registry(), topics, topics.sessions(), delivery, Duration.ofMinutes(1));
    }

    private <T> void write(TypeInformation<T> type, Sink<T> sink, List<T> values) throws Exception {
        StreamExecutionEnvironment flink = flink(Duration.ofMillis(100));
        flink.fromData(values, type).sinkTo(sink);
        flink.execute("writing");
    }

    private StreamExecutionEnvironment flink(Duration checkpointEvery) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        return StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    }

    private static Change revision(SessionId id, String startedAt, int number) {
        Session session = new Session(
                id,
                "anna",
                at(startedAt),
                at(startedAt) + 1_000,
                null,
                null,
                Device.Type.UNKNOWN,
                0,
                1,
                0,
                0,
                Skips.NONE,
                0,
                Interruptions.NONE,
                1,
                0,
                0,
                List.of(),
                0,
                List.of(),
                new Mood(Mood.Quadrant.UNKNOWN, 0, 0, 0));
        return new Change.Revision(
                session, number, Change.Status.EARLY, true, at(startedAt), at(startedAt) + 60_000, "1-a");
    }

    private static DeadLetter letter(byte[] key, byte[] original) {
        return new DeadLetter(RejectionReason.UNREADABLE, "Not Avro.", "playback", 3, 42, key, original);
    }

    private int partitionOfPlayback(Topics topics, String listener) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                servers.cluster().propertiesWith(Map.of()), new StringSerializer(), new StringSerializer())) {
            RecordMetadata sent = producer.send(new ProducerRecord<>(topics.playback(), listener, "any"))
                    .get();
            return sent.partition();
        }
    }

    private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
