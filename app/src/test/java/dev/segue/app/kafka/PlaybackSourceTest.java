package dev.segue.app.kafka;

import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.source.ClockedSource;
import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PlaybackSource;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Shared.class)
class PlaybackSourceTest {

    private static final long MINUTE = 60_000;
    private static final long SOON = 300;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Servers servers;

    @TempDir
    Path directory;

    PlaybackSourceTest(Servers servers) {
        this.servers = servers;
    }

    @Test
    void the_clock_is_the_minimum_over_the_partitions_of_all_readers() throws Exception {
        Topics topics = servers.newTopics(2);
        send(topics, 0, "09:00");
        send(topics, 1, "10:00");

        try (Job job = Job.reading(following(topics, NEVER), 2)) {
            awaitClock(job, at("08:59"));
            send(topics, 0, "09:30");
            awaitClock(job, at("09:29"));

            assertThat(job.received()).hasSize(3).allMatch(Message.class::isInstance);
            assertThat(job.clock()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void a_silent_partition_that_has_been_read_to_its_end_is_not_waited_for() throws Exception {
        Topics topics = servers.newTopics(3);
        send(topics, 0, "09:00");
        send(topics, 1, "10:00");

        try (Job job = Job.reading(following(topics, SOON), 2)) {
            awaitClock(job, at("09:59"));
            send(topics, 1, "11:00");
            awaitClock(job, at("10:59"));
        }
    }

    @Test
    void markers_of_transactions_at_the_end_of_a_partition_are_nothing_unread() throws Exception {
        Topics topics = servers.newTopics(2);
        send(topics, 0, "09:00");
        sendInTransaction(topics.playback(), 1, new byte[] {1}, true);
        sendInTransaction(topics.playback(), 1, new byte[] {2}, false);

        try (Job job = Job.reading(following(topics, SOON), 1)) {
            awaitClock(job, at("08:59"));
            assertThat(job.received()).hasSize(2);
        }
    }

    @Test
    void readers_without_partitions_hold_nothing() throws Exception {
        Topics topics = servers.newTopics(1);
        send(topics, 0, "09:00");

        try (Job job = Job.reading(following(topics, NEVER), 3)) {
            awaitClock(job, at("08:59"));
        }
    }

    @Test
    void what_is_no_event_is_rejected_without_stopping_the_job_and_moves_no_clock() throws Exception {
        Topics topics = servers.newTopics(1);
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        servers.send(topics.playback(), 0, "anna", garbage);
        servers.send(topics.playback(), 0, null, null);
        servers.send(
                topics,
                0,
                aSearch().at(System.currentTimeMillis() + 60 * MINUTE).build());
        send(topics, 0, "09:00");

        try (Job job = Job.reading(following(topics, NEVER), 1)) {
            awaitClock(job, at("08:59"));

            assertThat(job.received()).hasSize(4);
            assertThat(reasons(job))
                    .containsExactly(
                            RejectionReason.UNREADABLE, RejectionReason.UNREADABLE, RejectionReason.CLOCK_AHEAD);
            Rejected<PlaybackRecord> first =
                    (Rejected<PlaybackRecord>) job.received().get(0);
            assertThat(first.letter().origin()).isEqualTo(topics.playback());
            assertThat(first.letter().position()).isZero();
            assertThat(first.letter().key()).isEqualTo("anna".getBytes(StandardCharsets.UTF_8));
            assertThat(first.letter().original()).isEqualTo(garbage);
            assertThat(job.running()).isTrue();
        }
    }

    @Test
    void append_time_is_passed_on() throws Exception {
        Topics topics = servers.newTopics(1);
        long before = System.currentTimeMillis();
        send(topics, 0, "09:00");

        try (Job job = Job.reading(following(topics, NEVER), 1)) {
            Await.until("the event is received", () -> job.received().size() == 1);
            Message<PlaybackRecord> accepted =
                    (Message<PlaybackRecord>) job.received().get(0);
            assertThat(accepted.appendedAt()).isBetween(before, accepted.readAt());
        }
    }

    @Test
    void goes_on_from_a_savepoint_with_more_readers_and_misses_nothing() throws Exception {
        Topics topics = servers.newTopics(3);
        send(topics, 0, "09:00");
        send(topics, 1, "09:10");
        send(topics, 2, "09:20");
        String savepoint;
        try (Job job = Job.reading(following(topics, NEVER), 1)) {
            awaitClock(job, at("08:59"));
            savepoint = job.stop(directory);
        }
        send(topics, 0, "10:00");
        send(topics, 1, "10:10");

        try (Job job = Job.goingOnFrom(savepoint, following(topics, NEVER), 2)) {
            Await.until("both are received", () -> job.received().size() == 2);
            assertThat(job.clock())
                    .as("while the third partition has nothing new")
                    .allMatch(time -> time <= at("09:19"));

            send(topics, 2, "10:20");
            awaitClock(job, at("09:59"));
            assertThat(job.received()).hasSize(3);
        }
    }

    @Test
    void a_job_without_state_goes_on_where_its_group_has_committed() throws Exception {
        Topics topics = servers.newTopics(1);
        send(topics, 0, "09:00");
        try (Job job = Job.reading(following(topics, NEVER), 1)) {
            awaitClock(job, at("08:59"));
            Await.until("the group has committed", () -> committed(topics) == 1);
        }
        send(topics, 0, "10:00");

        try (Job job = Job.reading(following(topics, NEVER), 1)) {
            awaitClock(job, at("09:59"));
            assertThat(job.received()).hasSize(1);
        }
    }

    @Test
    void ends_where_every_partition_ended_when_it_started() throws Exception {
        Topics topics = servers.newTopics(3);
        send(topics, 0, "09:00");
        send(topics, 1, "10:00");
        ClockedSource<Received<PlaybackRecord>> source = PlaybackSource.untilNow(
                servers.cluster(), servers.registry(), reading(topics, NEVER), IntakeTypes.RECEIVED_EVENTS);

        try (Job job = Job.reading(source, 2)) {
            job.awaitEnd();

            assertThat(job.received()).hasSize(2);
            assertThat(job.clock()).endsWith(Long.MAX_VALUE).isSorted();
        }
    }

    @Test
    void a_broker_that_goes_away_and_comes_back_stops_nothing() throws Exception {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka");
        KafkaCluster cluster = KafkaCluster.at("127.0.0.1:" + port);
        Topics topics = Servers.newNames();
        EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), port);
        new TopicAdmin(cluster).create(new TopicLayout(2, -1).of(topics));
        ClockedSource<Received<PlaybackRecord>> source = PlaybackSource.following(
                cluster, servers.registry(), reading(topics, SOON), IntakeTypes.RECEIVED_EVENTS);
        sendTo(cluster, topics, "09:00");
        try (Job job = Job.reading(source, 1)) {
            awaitClock(job, at("08:59"));
            broker.close();
            broker = EmbeddedKafka.start(directory.resolve("kafka"), port);
            sendTo(cluster, topics, "10:00");

            awaitClock(job, at("09:59"));
            assertThat(job.received()).hasSize(2);
            assertThat(job.running()).isTrue();
        } finally {
            broker.close();
        }
    }

    /** The group's committed offset in partition 0; -1 when there is none. */
    private long committed(Topics topics) throws Exception {
        try (Admin admin = Admin.create(servers.cluster().propertiesWith(Map.of()))) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("sessions")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(topics.playback(), 0));
            return offset == null ? -1 : offset.offset();
        }
    }

    private void sendTo(KafkaCluster cluster, Topics topics, String time) throws Exception {
        PlaybackEvent event = aSearch().at(time).build();
        byte[] value = new PlaybackCodec(servers.registry().connect(), topics.playback()).encode(event);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.playback(), 0, null, value))
                    .get();
        }
    }

    private void sendInTransaction(String topic, int partition, byte[] value, boolean commit) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                servers.cluster().propertiesWith(Map.of("transactional.id", topic + "-" + commit)),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private void send(Topics topics, int partition, String time) throws Exception {
        servers.send(topics, partition, aSearch().at(time).build());
    }

    private ClockedSource<Received<PlaybackRecord>> following(Topics topics, long idleAfterMs) {
        return PlaybackSource.following(
                servers.cluster(), servers.registry(), reading(topics, idleAfterMs), IntakeTypes.RECEIVED_EVENTS);
    }

    private static PlaybackReading reading(Topics topics, long idleAfterMs) {
        return new PlaybackReading(topics.playback(), "sessions", true, true, Intake.DEFAULT, MINUTE, idleAfterMs);
    }

    private static void awaitClock(Job job, long time) throws Exception {
        Await.until("the clock is at " + time, () -> !job.clock().isEmpty() && last(job.clock()) == time);
    }

    private static long last(List<Long> clock) {
        return clock.get(clock.size() - 1);
    }

    private static List<RejectionReason> reasons(Job job) {
        return job.received().stream()
                .filter(Rejected.class::isInstance)
                .map((Received<PlaybackRecord> received) ->
                        ((Rejected<PlaybackRecord>) received).letter().reason())
                .toList();
    }
}
