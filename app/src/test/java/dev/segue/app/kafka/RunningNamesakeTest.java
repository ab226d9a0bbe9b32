package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job with the same name is found by its transactions, and only while it runs. */
@ExtendWith(Servers.Shared.class)
class RunningNamesakeTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Servers servers;
    private final Topics topics;
    private final TopicUse use;
    private final List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();

    RunningNamesakeTest(Servers servers) throws Exception {
        this.servers = servers;
        this.topics = servers.newTopics(1);
        this.use = TopicUse.of(topics).reading(Topics.KPIS).writing(Topics.ALERTS, Topics.HEALTH);
    }

    @AfterEach
    void close() {
        producers.forEach(KafkaProducer::close);
    }

    @Test
    void none_is_found_at_once_where_no_transaction_is_open() throws Exception {
        KafkaProducer<byte[], byte[]> stopped = open("segue-quiet-alerts-0-1");
        stopped.commitTransaction();

        assertThat(sinksOf("quiet").namesake(use, LONG)).isEmpty();
    }

    @Test
    void one_that_crashed_is_not_taken_for_a_running_one() throws Exception {
        open("segue-crashed-alerts-0-1");
        open("segue-crashed-health-1-7");

        assertThat(sinksOf("crashed").namesake(use, A_MOMENT)).isEmpty();
    }

    @Test
    void one_that_goes_on_to_its_next_checkpoint_is_found() throws Exception {
        open("segue-busy-alerts-0-1");
        AtomicBoolean found = new AtomicBoolean();
        CompletableFuture<Void> checkpoints = CompletableFuture.runAsync(() -> {
            for (int number = 2; !found.get(); number++) {
                open("segue-busy-alerts-0-" + number);
            }
        });

        Optional<String> namesake = sinksOf("busy").namesake(use, LONG);
        found.set(true);
        checkpoints.get();

        assertThat(namesake).isPresent();
        assertThat(namesake.get())
                .startsWith("A job named busy is running already: it has just opened transaction segue-busy-alerts-0-")
                .endsWith(". Two jobs with one name would abort each other's transactions. Stop it first, or give this"
                        + " one another job.name.");
    }

    @Test
    void one_whose_name_only_begins_in_the_same_way_is_another_job() throws Exception {
        open("segue-alerts-eu-health-0-1");

        assertThat(sinksOf("alerts").namesake(use, LONG)).isEmpty();
    }

    private Sinks sinksOf(String job) {
        return new Sinks(
                servers.cluster(),
                RegistryAccess.at("http://127.0.0.1:1"),
                topics,
                job,
                DeliveryGuarantee.EXACTLY_ONCE,
                Sinks.USUAL_TRANSACTION_TIMEOUT);
    }

    /** A transaction with a record in it. */
    private KafkaProducer<byte[], byte[]> open(String transaction) {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                servers.cluster().propertiesWith(Map.of("transactional.id", transaction)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        synchronized (producers) {
            producers.add(producer);
        }
        producer.initTransactions();
        producer.beginTransaction();
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topics.health(), new byte[1], new byte[1]));
        producer.flush();
        assertThat(sent).isDone();
        return producer;
    }
}
