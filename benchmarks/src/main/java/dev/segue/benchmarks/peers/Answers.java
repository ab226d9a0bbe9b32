package dev.segue.benchmarks.peers;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the sessions that a contender wrote; of several records with the same key, the last one counts. */
final class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int FRAME_BYTES = 1 + Integer.BYTES;

    private final KafkaCluster cluster;
    private final RegistryAccess access;
    private final Topics topics;

    private Answers(KafkaCluster cluster, RegistryAccess access, Topics topics) {
        this.cluster = cluster;
        this.access = access;
        this.topics = topics;
    }

    /**
     * The sessions that were written in the end.
     *
     * @throws Unable when a record cannot be read
     */
    static Map<Key, Totals> in(Contender.Reading reading, KafkaCluster cluster, RegistryAccess registry, Topics topics)
            throws Unable {
        Answers answers = new Answers(cluster, registry, topics);
        try {
            return switch (reading) {
                case NONE -> Map.of();
                case SEGUE -> answers.ofSegue();
                case WINDOWS -> answers.byKey(Answers::ofWindow);
                case PLAIN -> answers.byKey(new Plain());
                case REGISTERED -> answers.byKey(new Registered(registry.connect()));
            };
        } catch (IOException | UnusableRecord | UnknownSchema | RuntimeException unreadable) {
            throw new Unable("What it wrote cannot be read: " + unreadable);
        }
    }

    /** Reads a value. */
    private interface Value {
        Answer read(byte[] value) throws IOException, UnknownSchema;
    }

    private record Answer(long startedAt, Totals totals) {}

    private Map<Key, Totals> byKey(Value value) throws IOException, UnknownSchema, UnusableRecord {
        Map<String, Answer> current = new HashMap<>();
        read(topics.sessions(), record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                current.remove(key);
            } else {
                current.put(key, value.read(record.value()));
            }
        });
        Map<Key, Totals> sessions = new HashMap<>();
        current.forEach((key, answer) ->
                sessions.put(Key.of(key.substring(0, key.indexOf('/')), answer.startedAt), answer.totals));
        return sessions;
    }

    private static Answer ofWindow(byte[] value) {
        ByteBuffer numbers = ByteBuffer.wrap(value);
        long plays = numbers.getLong();
        long startedAt = numbers.getLong();
        return new Answer(startedAt, new Totals(numbers.getLong(), plays, numbers.getLong()));
    }

    private static Answer ofRecord(GenericRecord session) {
        return new Answer(
                (long) session.get("started_at"),
                new Totals((long) session.get("ended_at"), (long) session.get("plays"), (long)
                        session.get("listened_ms")));
    }

    private static final class Plain implements Value {

        private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(PeerSchemas.SESSION);

        @Override
        public Answer read(byte[] value) throws IOException {
            return ofRecord(reader.read(null, DecoderFactory.get().binaryDecoder(value, null)));
        }
    }

    private static final class Registered implements Value {

        private final SchemaRegistry registry;
        private final Map<Integer, Schema> schemas = new HashMap<>();

        Registered(SchemaRegistry registry) {
            this.registry = registry;
        }

        @Override
        public Answer read(byte[] value) throws IOException, UnknownSchema {
            int id = ByteBuffer.wrap(value).getInt(1);
            Schema schema = schemas.get(id);
            if (schema == null) {
                schema = registry.schemaOf(id);
                schemas.put(id, schema);
            }
            GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(schema);
            return ofRecord(reader.read(
                    null, DecoderFactory.get().binaryDecoder(value, FRAME_BYTES, value.length - FRAME_BYTES, null)));
        }
    }

    /** Also counts the plays that are listed for each session. */
    private Map<Key, Totals> ofSegue() throws IOException, UnknownSchema, UnusableRecord {
        record Current(Key key, Totals totals) {}
        SchemaRegistry registry = access.connect();
        SessionCodec codec = new SessionCodec(registry, topics.sessions());
        Map<SessionId, Current> current = new HashMap<>();
        read(topics.sessions(), record -> {
            Change change = codec.decode(record.key(), record.value());
            if (change instanceof Revision revision) {
                Session session = revision.session();
                current.put(
                        session.id(),
                        new Current(
                                Key.of(session.listener(), session.startedAt()),
                                new Totals(session.endedAt(), session.plays(), session.listenedMs())));
            } else {
                current.remove(change.sessionId());
            }
        });
        Map<SessionId, Long> listed = listedPlays(new PlaysCodec(registry, topics.plays()));
        Map<Key, Totals> sessions = new HashMap<>();
        current.forEach((id, one) -> {
            boolean agree = listed.getOrDefault(id, 0L) == one.totals.plays();
            sessions.put(one.key, agree ? one.totals : new Totals(one.totals.endedAt(), -1, one.totals.listenedMs()));
        });
        return sessions;
    }

    private Map<SessionId, Long> listedPlays(PlaysCodec codec) throws IOException, UnknownSchema, UnusableRecord {
        record Chunk(SessionId session, int number) {}
        Map<Chunk, Integer> chunks = new HashMap<>();
        read(topics.plays(), record -> {
            Change change = codec.decode(record.key(), record.value());
            if (change instanceof PlaysOfSession some) {
                chunks.put(
                        new Chunk(some.sessionId(), some.chunk()), some.plays().size());
            } else if (change instanceof PlaysGone gone) {
                chunks.remove(new Chunk(gone.sessionId(), gone.chunk()));
            }
        });
        Map<SessionId, Long> listed = new HashMap<>();
        chunks.forEach((chunk, plays) -> listed.merge(chunk.session(), (long) plays, Long::sum));
        return listed;
    }

    private interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record) throws IOException, UnknownSchema, UnusableRecord;
    }

    /** Reads a topic with one partition from its beginning to its end. */
    private void read(String topic, Reader reader) throws IOException, UnknownSchema, UnusableRecord {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.propertiesWith(Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                    reader.read(record);
                }
            }
        }
    }
}
