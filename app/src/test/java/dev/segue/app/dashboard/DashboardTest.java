package dev.segue.app.dashboard;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.app.broker.SharedRegistry;
import dev.segue.contracts.Track;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page follows real topics, including missing ones, a broker that goes down meanwhile, and a restart. */
class DashboardTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Topics TOPICS = Topics.DEFAULT;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void topics_that_are_missing_are_waited_for_and_a_broker_that_went_away_is_read_on_from_where_it_was()
            throws Exception {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka");
        RegistryAccess access = SharedRegistry.access();
        KafkaCluster cluster = KafkaCluster.at("127.0.0.1:" + port);
        HealthCodec codec = new HealthCodec(access.connect(), TOPICS.health());
        try (Dashboard page =
                Dashboard.open(cluster, access, TOPICS, new Memory(Bounds.USUAL), PageSettings.onThisMachine(0))) {
            assertThat(asked(page, "status"))
                    .contains(
                            "\"trouble\":null,\"awaited\":\"Waiting for Kafka at 127.0.0.1:" + port + " to answer.\"");
            until(
                    page,
                    "status",
                    "\"trouble\":\"Kafka at 127.0.0.1:" + port + " does not answer. Check that it runs, that"
                            + " kafka.bootstrap-servers is correct, and that this machine can reach it.");
            assertThat(asked(page, "status")).contains("\"awaited\":null");

            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), port)) {
                until(page, "status", "\"name\":\"listening.health\",\"use\":\"health\",\"state\":\"MISSING\"");
                new TopicAdmin(cluster).create(new TopicLayout(1, -1).of(TOPICS));
                send(kafka, TOPICS.health(), codec.encode(report("first", 1)));
                send(kafka, TOPICS.health(), new byte[] {9, 9, 9});
                until(page, "health", "\"name\":\"first\"");
                send(kafka, TOPICS.alerts(), new IncidentCodec(access.connect(), TOPICS.alerts()).encode(incident()));
                until(page, "alerts", "\"sentence\":\"Half of Australia is away.\"");
                until(page, "status", "\"state\":\"LIVE\",\"behind\":0,\"unusable\":1");
            }
            until(page, "status", "does not answer");
            assertThat(asked(page, "health")).contains("\"name\":\"first\"");

            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), port)) {
                send(kafka, TOPICS.health(), codec.encode(report("second", 2)));
                until(page, "health", "\"name\":\"second\"");
                until(page, "status", "\"trouble\":null");
                assertThat(asked(page, "health")).contains("\"name\":\"first\"");
                assertThat(asked(page, "status")).contains("\"state\":\"LIVE\",\"behind\":0,\"unusable\":1");
            }
        }
    }

    @Test
    void a_page_that_is_served_before_its_kafka_waits_for_it_and_says_nothing_of_trouble() throws Exception {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka");
        Set<String> troubles = ConcurrentHashMap.newKeySet();
        Memory memory = new Memory(Bounds.USUAL);
        try (Dashboard page = Dashboard.open(
                KafkaCluster.at("127.0.0.1:" + port),
                RegistryAccess.at("http://127.0.0.1:1"),
                TOPICS,
                memory,
                PageSettings.onThisMachine(0),
                DEADLINE)) {
            assertThat(memory.awaited()).hasValue("Waiting for Kafka at 127.0.0.1:" + port + " to answer.");

            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), port)) {
                memory.trouble().ifPresent(troubles::add);
                until(page, "status", "\"state\":\"MISSING\"");
                memory.trouble().ifPresent(troubles::add);
                assertThat(kafka.bootstrapServers()).endsWith(":" + port);
                assertThat(memory.awaited()).isEmpty();
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void a_registry_that_went_away_costs_no_record() throws Exception {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "the registry");
        RegistryAccess access = RegistryAccess.at("http://127.0.0.1:" + port);
        HttpServer registry = registryAt(port, dev.segue.contracts.Health.getClassSchema());
        byte[] record = new HealthCodec(access.connect(), TOPICS.health()).encode(report("patient", 1));
        registry.stop(0);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY)) {
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            new TopicAdmin(cluster).create(new TopicLayout(1, -1).of(TOPICS));
            send(kafka, TOPICS.health(), record);
            try (Dashboard page =
                    Dashboard.open(cluster, access, TOPICS, new Memory(Bounds.USUAL), PageSettings.onThisMachine(0))) {
                until(page, "status", "The schema registry does not answer");
                registry = registryAt(port, dev.segue.contracts.Health.getClassSchema());
                until(page, "health", "\"name\":\"patient\"");
                until(page, "status", "\"trouble\":null");
            } finally {
                registry.stop(0);
            }
        }
    }

    @Test
    void a_restart_loses_nothing_that_the_topics_hold() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY)) {
            RegistryAccess access = SharedRegistry.access();
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            new TopicAdmin(cluster).create(new TopicLayout(PageFeed.PARTITIONS, -1).of(TOPICS));
            Map<String, JsonNode> before;
            try (Dashboard upAllAlong = open(cluster, access)) {
                untilAllIsRead(upAllAlong);
                try (PageFeed feed = new PageFeed(cluster, access, TOPICS)) {
                    writeEverything(feed);
                }
                until(upAllAlong, "health", "\"name\":\"last\"");
                try (Dashboard page = open(cluster, access)) {
                    untilAllIsRead(page);
                    before = answers(page);
                }
                untilAllIsRead(upAllAlong);
                assertThat(answers(upAllAlong)).isEqualTo(before);
            }

            try (Dashboard again = open(cluster, access)) {
                untilAllIsRead(again);

                assertThat(answers(again)).isEqualTo(before);
            }
            assertThat(before.get("now").get("listening").asInt()).isEqualTo(1);
            assertThat(before.get("listener?id=anna").get("sessions")).hasSize(2);
            assertThat(before.get("listener?id=anna").findValuesAsText("title")).contains("Paper Rain", "null");
            assertThat(before.get("listener?id=ben").get("signal").isNull()).isFalse();
            assertThat(before.get("alerts").get("incidents")).hasSize(2);
            assertThat(before.get("health").get("jobs")).hasSize(2);
            assertThat(before.get("status").get("sessions").get("count").asInt())
                    .isEqualTo(3);
            assertThat(before.get("status").get("rows").get("count").asInt()).isEqualTo(5);
        }
    }

    @Test
    void of_dead_letters_only_the_newest_are_read_and_only_where_they_are_asked_for() throws Exception {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "the registry");
        RegistryAccess access = RegistryAccess.at("http://127.0.0.1:" + port);
        HttpServer registry = registryAt(port, dev.segue.contracts.DeadLetter.getClassSchema());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY)) {
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            new TopicAdmin(cluster).create(new TopicLayout(1, -1).of(TOPICS));
            try (PageFeed feed = new PageFeed(cluster, access, TOPICS)) {
                for (int i = 0; i < 250; i++) {
                    feed.emit(letter(i, i < 50 ? RejectionReason.TOO_LONG : RejectionReason.NO_TIME));
                }
                try (Dashboard asking = withExtras(cluster, access);
                        Dashboard other = open(cluster, access)) {
                    until(asking, "health", "\"offset\":249,\"explanation\":\"It has no time.\",\"content\":\"anna·\"");
                    assertThat(asked(asking, "health")).as("the first fifty").doesNotContain("TOO_LONG");

                    feed.emit(letter(250, RejectionReason.TOO_LONG));
                    until(asking, "health", "\"offset\":250");
                    until(other, "status", "\"use\":\"health\",\"state\":\"LIVE\"");
                    assertThat(asked(other, "health")).contains("\"rejected\":[],\"deadLetters\":false");
                }
            }
        } finally {
            registry.stop(0);
        }
    }

    private static DeadLetter letter(int offset, RejectionReason reason) {
        byte[] value = "anna\u0007".getBytes(StandardCharsets.UTF_8);
        return new DeadLetter(reason, "It has no time.", "listening.playback", 0, offset, null, value);
    }

    @Test
    void what_is_noted_on_one_page_is_read_by_all_that_take_notes() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY)) {
            RegistryAccess access = SharedRegistry.access();
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            new TopicAdmin(cluster).create(new TopicLayout(1, -1).of(TOPICS));
            try (PageFeed feed = new PageFeed(cluster, access, TOPICS);
                    Dashboard one = withExtras(cluster, access);
                    Dashboard readOnly = open(cluster, access)) {
                feed.emit(Audience.incident("a", Incident.Status.OPEN, Subject.ALL, 6, 3));
                for (Dashboard page : List.of(one, readOnly)) {
                    until(page, "alerts", "\"id\":\"a\"");
                }
                try (Dashboard other = withExtras(cluster, access)) {
                    until(other, "alerts", "\"id\":\"a\"");
                    assertThat(note(one).statusCode()).isEqualTo(200);
                    until(other, "alerts", "\"acknowledged\":true,\"text\":\"The label is late.\",\"by\":\"ann\"");
                    assertThat(note(readOnly).statusCode()).isEqualTo(405);
                    assertThat(asked(readOnly, "alerts")).contains("\"note\":null");
                }
            }
        }
    }

    private static Dashboard withExtras(KafkaCluster cluster, RegistryAccess access) throws CannotServe {
        return Dashboard.open(
                cluster,
                access,
                TOPICS,
                new Memory(Bounds.USUAL),
                PageSettings.onThisMachine(0),
                new Extras(true, true));
    }

    private HttpResponse<String> note(Dashboard page) throws IOException, InterruptedException {
        String note = "{\"incident\":\"a\",\"acknowledged\":true,\"text\":\"The label is late.\",\"by\":\"ann\"}";
        return client.send(
                HttpRequest.newBuilder(URI.create(page.url() + "api/v1/notes"))
                        .header("Content-Type", "application/json")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(note))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Dashboard open(KafkaCluster cluster, RegistryAccess access) throws CannotServe {
        return Dashboard.open(cluster, access, TOPICS, new Memory(Bounds.USUAL), PageSettings.onThisMachine(0));
    }

    private void untilAllIsRead(Dashboard page) throws Exception {
        for (String use : List.of("sessions", "plays", "KPIs", "incidents", "signals", "health", "titles")) {
            until(page, "status", "\"use\":\"" + use + "\",\"state\":\"LIVE\",\"behind\":0,");
        }
    }

    /**
     * The answers of all views, by request. Partitions are read in any order, so the session updated longest ago is
     * left out.
     */
    private Map<String, JsonNode> answers(Dashboard page) throws IOException, InterruptedException {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String question : List.of(
                "now",
                "playlists",
                "playlists?kind=playlist&subject=Discover%20Weekly&country=SE",
                "alerts",
                "listener?id=anna",
                "listener?id=ben",
                "listener?id=cleo",
                "health",
                "status")) {
            ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(asked(page, question));
            answer.remove("oldestSession");
            answers.put(question, answer);
        }
        return answers;
    }

    /**
     * A late event joins two sessions of Anna, Ben listens, and a session id of Cleo is emitted, superseded and purged.
     */
    private static void writeEverything(PageFeed feed) throws Exception {
        EmittedSession first = aSessionOf("anna").from("07:00").play("Blue in Green", 337);
        EmittedSession second = aSessionOf("anna").from("07:40").play("All Blues", 693);
        EmittedSession whole = aSessionOf("anna")
                .from("07:00")
                .play("Blue in Green", 337)
                .skip("Milestones", 4)
                .silence(674)
                .play("All Blues", 693);
        feed.emit(first.plays(1));
        feed.emit(first.revision(1, Change.Status.EARLY, true));
        feed.emit(first.revision(2, Change.Status.FINAL, false));
        feed.emit(second.plays(1));
        feed.emit(second.revision(1, Change.Status.FINAL, false));
        feed.emit(whole.plays(3));
        feed.emit(whole.revision(3, Change.Status.CORRECTED, false));
        feed.emit(second.supersededBy(whole.id(), 3, EmittedSession.at("09:30")));
        feed.emit(second.playsGone());

        EmittedSession bens =
                aSessionOf("ben").from("10:00").play("Nardis", 310).skip("So What", 5);
        feed.emit(Audience.signal("ben", 1, 1));
        feed.emit(bens.plays(1));
        feed.emit(bens.revision(1, Change.Status.EARLY, true));
        feed.emit(Audience.signal("ben", 2, 3));
        feed.emit(Audience.signal("ben", 2, 3));

        EmittedSession cleos = aSessionOf("cleo").from("08:00").play("Naima", 260);
        feed.emit(cleos.plays(1));
        feed.emit(cleos.revision(1, Change.Status.FINAL, false));
        feed.emit(cleos.supersededBy(whole.id(), 2, EmittedSession.at("09:40")));
        feed.emit(cleos.playsGone());
        feed.emit(new Change.Purged("cleo", cleos.id()));

        for (String monday : List.of("02-09", "02-16", "02-23", "03-02")) {
            feed.emit(anHourOn(monday).listeners(90).row());
        }
        feed.emit(anHourOn("03-02").listeners(30).row());
        feed.emit(
                EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-02T09:00").row());

        Subject weekly = EmittedRow.playlist("Discover Weekly");
        feed.emit(Audience.incident("a", Incident.Status.OPEN, weekly, 6, 3));
        feed.emit(Audience.incident("b", Incident.Status.OPEN, weekly, 5, 4));
        feed.emit(Audience.incident("a", Incident.Status.CLOSED, weekly, 6, 2));

        feed.emit(new Track("Blue in Green", "Paper Rain", "a1", "The Slow Foxes", null, null, null));
        feed.emit(new Track("All Blues", "Silver Rain", "a1", "The Slow Foxes", null, null, null));
        feed.removeTrack("All Blues");

        feed.emit(report("sessions", 1));
        feed.emit(report("sessions", 2));
        feed.emit(report("last", 1));
    }

    private static EmittedRow anHourOn(String monday) {
        return EmittedRow.anHour(
                EmittedRow.playlist("Discover Weekly"), new Place("SE", null), "2026-" + monday + "T09:00");
    }

    /** Knows one schema, even after a restart; the real registry keeps its schemas in memory and would lose it. */
    private static HttpServer registryAt(int port, Schema known) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String schema = new ObjectMapper().writeValueAsString(Map.of("id", 7, "schema", known.toString()));
        server.createContext("/", exchange -> {
            byte[] answer = schema.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
        return server;
    }

    private static Incident incident() {
        return new Incident(
                "i",
                1,
                Incident.Status.OPEN,
                "halved listening",
                Kpi.LISTENED_TIME,
                new Subject(Subject.Kind.PLAYLIST, "Discover Weekly", null),
                new Place("AU", null),
                Incident.Direction.LOWER,
                "Half of Australia is away.",
                LocalDateTime.parse("2026-03-02T04:00"),
                1,
                2,
                3,
                null,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                6,
                9);
    }

    private static Health report(String job, int checkpoint) {
        return new Health(job, "reading", 0, 1, checkpoint, new Ledger(1, 1, 0, 0, Map.of()), 1, 1, 1);
    }

    private static void send(EmbeddedKafka kafka, String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaCluster.at(kafka.bootstrapServers()).propertiesWith(Map.of()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "key".getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    private void until(Dashboard page, String view, String says) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        String emitted = asked(page, view);
        while (!emitted.contains(says)) {
            assertThat(System.nanoTime())
                    .as("waited too long until " + view + " says " + says + "; it says " + emitted)
                    .isLessThan(deadline);
            Thread.sleep(50);
            emitted = asked(page, view);
        }
    }

    private String asked(Dashboard page, String view) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(page.url() + "api/v1/" + view))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
