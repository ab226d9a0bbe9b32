package dev.segue.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final TopicPartition SONGS = new TopicPartition("songs", 0);

    @TempDir
    Path directory;

    @Test
    void keeps_committed_records_over_a_restart_and_hides_aborted_ones() throws Exception {
        Path data = directory.resolve("with spaces/kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, LoopbackPorts.ANY)) {
            createTopic(kafka);
            inATransaction(kafka, "committed", true);
            inATransaction(kafka, "aborted", false);
            inATransaction(kafka, "committed too", true);
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, LoopbackPorts.ANY)) {
            assertThat(committed(kafka)).containsExactly("committed", "committed too");
            assertThat(kafka.failure()).isEmpty();
        }
    }

    @Test
    void listens_on_the_chosen_port_and_says_so_when_it_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> EmbeddedKafka.start(directory, taken))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + taken + " for Kafka cannot be used (Address already in use)."
                            + " Something else listens there: stop it, or choose another port.");
        }
        int chosen = LoopbackPorts.free(1).get(0);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, chosen)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + chosen);
        }
    }

    @Test
    void says_which_directory_cannot_be_written() throws Exception {
        Path file = Files.createFile(directory.resolve("a file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(file, LoopbackPorts.ANY))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Kafka cannot write its data to " + file);
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("songs", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void inATransaction(EmbeddedKafka kafka, String value, boolean commit) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "of the test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("songs", value)).get();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> committed(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(SONGS));
            consumer.seekToBeginning(List.of(SONGS));
            long end = consumer.endOffsets(List.of(SONGS)).get(SONGS);
            while (consumer.position(SONGS) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
