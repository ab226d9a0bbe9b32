package dev.segue.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents from a real broker to a real HTTP server that sometimes refuses them. */
class IncidentCourierTest {

    /** A dead courier holds its partitions for 45 s, until its group removes it; longer on a busy machine. */
    private static final long PATIENCE_S = 240;

    private static final long A_WHILE_MS = 500;
    private static final int MANY = 40;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String TOPIC = StackUnderTest.TOPICS.alerts();

    /** As many threads as needed, so that no request waits for another at the server. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> tries = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final Deliveries deliveries = new Deliveries(InstantSource.system());

    @TempDir
    private Path folder;

    private HttpServer server;
    private volatile boolean refusing;
    private Duration patience = Duration.ofHours(1);
    private volatile Runnable beforeAnswering = () -> {};

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int status = refusing ? UNAVAILABLE : answers.isEmpty() ? OK : answers.remove();
            tries.add(body);
            beforeAnswering.run();
            if (status == OK) {
                taken.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void what_is_not_taken_is_tried_again_in_order_and_after_a_restart_nothing_is_left_out_or_repeated()
            throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            answers.addAll(List.of(503, 429, OK, 400));
            send(stack, incident("a", 1, Status.OPEN, 7), incident("a", 2, Status.OPEN, 8));
            send(stack, incident("a", 3, Status.CLOSED, 9), incident("a", 4, Status.WITHDRAWN, 10));
            Courier courier = new Courier(stack);

            assertThat(revisionsTried(5)).containsExactly(1, 1, 1, 3, 4);
            courier.stop();
            send(stack, incident("b", 1, Status.OPEN, 7));
            courier = new Courier(stack);

            assertThat(revisionsTried(1)).containsExactly(1);
            courier.stop();
            assertThat(tries).isEmpty();
            Deliveries.Status status = deliveries.status();
            assertThat(List.of(status.posted(), status.failed(), status.refused(), status.unusable()))
                    .containsExactly(3L, 2L, 1L, 0L);
            assertThat(status.joined()).isTrue();
            assertThat(status.waitingMs()).isZero();
            assertThat(log)
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .isEqualTo("Cannot post to the webhook (it answered 503). Retrying in 50 ms."),
                            line -> assertThat(line)
                                    .isEqualTo("Cannot post to the webhook (it answered 429). Retrying in 50 ms."),
                            line -> assertThat(line)
                                    .startsWith(
                                            "The webhook rejects this message for good (it answered 400), so it is skipped (1"
                                                    + " skipped since the start):"
                                                    + " {\"text\""));
        }
    }

    @Test
    void what_is_refused_until_somebody_mends_it_is_tried_again_in_order() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            answers.addAll(List.of(401, 403, 404, 410, 302, 405));
            send(stack, incident("a", 1, Status.OPEN, 7), incident("a", 2, Status.CLOSED, 8));
            Courier courier = new Courier(stack);

            assertThat(revisions(taken, 2)).containsExactly(1, 2);
            courier.stop();
            assertThat(revisionsTried(8)).containsExactly(1, 1, 1, 1, 1, 1, 1, 2);
        }
    }

    @Test
    void what_is_refused_for_too_long_holds_up_nothing_and_is_named() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            patience = Duration.ZERO;
            answers.addAll(List.of(403, 503, 410, OK, OK));
            send(stack, incident("a", 1, Status.OPEN, 7), incident("a", 3, Status.CLOSED, 8));
            send(stack, incident("a", 4, Status.WITHDRAWN, 9), incident("a", 5, Status.WITHDRAWN, 10));
            Courier courier = new Courier(stack);

            assertThat(revisions(taken, 2)).containsExactly(4, 5);
            courier.stop();
            assertThat(revisionsTried(5)).containsExactly(1, 3, 3, 4, 5);
            assertThat(log)
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("The webhook refuses everything (it answered 403): correct webhook.url,"
                                            + " or webhook.authorization and webhook.secret. It has been tried for as"
                                            + " long as webhook.give-up-after allows, so it is skipped (1 skipped since"
                                            + " the start): {\"text\"")
                                    .contains("\"incident_id\":\"a\",\"revision\":1"),
                            line -> assertThat(line).startsWith("Cannot post to the webhook (it answered 503)."),
                            line -> assertThat(line)
                                    .startsWith("The webhook refuses everything (it answered 410)")
                                    .contains("(2 skipped since the start)"));
        }
    }

    @Test
    void nothing_is_left_out_when_another_courier_joins_while_the_webhook_is_out() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            Set<Integer> sent = new HashSet<>();
            for (int number = 1; number <= MANY; number++) {
                sent.add(number);
                send(stack, incident("incident-" + number, number, Status.OPEN, 7));
            }
            refusing = true;
            Courier first = new Courier(stack);
            assertThat(revisionsTried(1)).hasSize(1);
            CountDownLatch joined = new CountDownLatch(1);
            Courier second = new Courier(stack, line -> joined.countDown());
            assertThat(joined.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            refusing = false;

            while (!sent.isEmpty()) {
                sent.removeAll(revisions(taken, 1));
            }
            first.stop();
            second.stop();
        }
    }

    @Test
    void the_next_is_posted_only_when_this_one_was_taken() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            CountDownLatch pondering = new CountDownLatch(1);
            beforeAnswering = () -> await(pondering);
            send(stack, incident("a", 1, Status.OPEN, 7), incident("a", 2, Status.CLOSED, 8));
            Courier courier = new Courier(stack);

            assertThat(revisionsTried(1)).containsExactly(1);
            assertThat(tries.poll(A_WHILE_MS, TimeUnit.MILLISECONDS)).isNull();
            pondering.countDown();

            assertThat(revisionsTried(1)).containsExactly(2);
            assertThat(revisions(taken, 2)).containsExactly(1, 2);
            courier.stop();
        }
    }

    @Test
    void what_was_taken_is_posted_again_when_the_courier_died_before_it_could_store_that() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker)) {
            send(stack, incident("a", 1, Status.OPEN, 7), incident("a", 2, Status.CLOSED, 8));
            Courier first = new Courier(stack, log::add, courier -> beforeAnswering = () -> kill(courier));
            assertThat(revisions(taken, 1)).containsExactly(1);
            first.awaitEnd();

            beforeAnswering = () -> {};
            Courier second = new Courier(stack);

            assertThat(revisions(taken, 2)).containsExactly(1, 2);
            second.stop();
            assertThat(revisionsTried(3)).containsExactly(1, 1, 2);
            assertThat(tries).isEmpty();
        }
    }

    @Test
    void a_message_has_a_text_for_slack_and_a_field_for_everything() {
        assertThat(IncidentMessage.of(incident("<!channel> & co", 1, Status.OPEN, 7)))
                .isEqualTo("{\"text\":\":rotating_light: Less of &lt;!channel&gt; &amp; co.\","
                        + "\"incident_id\":\"<!channel> & co\",\"revision\":1,\"status\":\"OPEN\","
                        + "\"policy\":\"listened-time\",\"kpi\":\"LISTENED_TIME\",\"subject_kind\":\"PLAYLIST\","
                        + "\"subject_id\":\"<!channel> & co\",\"country\":\"AU\",\"direction\":\"LOWER\","
                        + "\"since_local\":\"2026-11-16T09:00\",\"since\":\"1970-01-01T00:00:00.001Z\","
                        + "\"until\":\"1970-01-01T00:00:00.002Z\",\"opened_at\":\"1970-01-01T00:00:00.007Z\","
                        + "\"closed_at\":null,\"value\":1.0,\"usual\":2.0,\"score\":3.0,\"worst_value\":4.0,"
                        + "\"worst_usual\":5.0,\"worst_score\":6.0,\"sessions\":8,\"slots\":9,\"weeks\":6,"
                        + "\"as_of\":\"1970-01-01T00:00:00.007Z\"}");
    }

    /** Returns when it is dead: an answer that came before could still be stored. */
    private static void kill(Thread courier) {
        courier.interrupt();
        try {
            courier.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Integer> revisionsTried(int count) throws InterruptedException {
        return revisions(tries, count);
    }

    private static List<Integer> revisions(BlockingQueue<String> bodies, int count) throws InterruptedException {
        List<Integer> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String body = bodies.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(body).as("attempt %d", i + 1).isNotNull();
            revisions.add(Integer.valueOf(body.replaceAll(".*\"revision\":(\\d+).*", "$1")));
        }
        return revisions;
    }

    /** A courier in its own thread. */
    private final class Courier {

        private final IncidentCourier courier;
        private final Thread thread;

        Courier(StackUnderTest stack) {
            this(stack, log::add);
        }

        Courier(StackUnderTest stack, Consumer<String> says) {
            this(stack, says, courier -> {});
        }

        Courier(StackUnderTest stack, Consumer<String> says, Consumer<Thread> beforeItStarts) {
            courier = new IncidentCourier(
                    KafkaCluster.at(stack.bootstrapServers())
                            .propertiesWith(
                                    Map.of(),
                                    Map.of(
                                            "group.id", "webhook",
                                            "enable.auto.commit", "false",
                                            "auto.offset.reset", "earliest",
                                            "isolation.level", "read_committed")),
                    new IncidentCodec(RegistryAccess.at(stack.registryUrl()).connect(), TOPIC),
                    new Webhook(
                            URI.create("http://localhost:" + server.getAddress().getPort() + "/hook"),
                            Duration.ofSeconds(10),
                            Credentials.NONE),
                    false,
                    Duration.ofMillis(50),
                    patience,
                    says,
                    deliveries);
            thread = new Thread(this::carry);
            beforeItStarts.accept(thread);
            thread.start();
        }

        private void carry() {
            try (courier) {
                courier.run(TOPIC);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() throws InterruptedException {
            courier.stop();
            awaitEnd();
        }

        void awaitEnd() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        }
    }

    private static void send(StackUnderTest stack, Incident... incidents) throws Exception {
        IncidentCodec codec =
                new IncidentCodec(RegistryAccess.at(stack.registryUrl()).connect(), TOPIC);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Incident incident : incidents) {
                producer.send(new ProducerRecord<>(TOPIC, incident.id().getBytes(UTF_8), codec.encode(incident)))
                        .get();
            }
        }
    }

    private static Incident incident(String id, int revision, Status status, long asOf) {
        return new Incident(
                id,
                revision,
                status,
                "listened-time",
                Kpi.LISTENED_TIME,
                new Subject(Subject.Kind.PLAYLIST, id, null),
                new Place("AU", null),
                Direction.LOWER,
                "Less of " + id + ".",
                LocalDateTime.parse("2026-11-16T09:00"),
                1,
                2,
                7,
                status == Status.OPEN ? null : 9L,
                1,
                2,
                3,
                4,
                5,
                6,
                8,
                9,
                6,
                asOf);
    }
}
