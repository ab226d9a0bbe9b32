package dev.segue.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.SessionStore;

/**
 * Sessions by Kafka Streams: its session windows with a grace period, in its usual store, which is RocksDB behind a
 * cache. It emits updates of a session whenever it commits, and deletes the results that windows replace.
 */
public final class KafkaStreamsSessions {

    private static final Duration GAP = Duration.ofMinutes(15);
    private static final int FRAME_BYTES = 1 + Integer.BYTES;

    private KafkaStreamsSessions() {}

    /** The play that an event reports; times in milliseconds. */
    private record Play(long startedAt, long endedAt, long playedMs) {}

    /** The running totals of a session; times in milliseconds. */
    private record Totals(long startedAt, long endedAt, long plays, long listenedMs) {

        private static final Totals NONE = new Totals(Long.MAX_VALUE, Long.MIN_VALUE, 0, 0);

        Totals with(Play play) {
            return with(new Totals(play.startedAt, play.endedAt, 1, play.playedMs));
        }

        Totals with(Totals other) {
            return new Totals(
                    Math.min(startedAt, other.startedAt),
                    Math.max(endedAt, other.endedAt),
                    plays + other.plays,
                    listenedMs + other.listenedMs);
        }
    }

    /**
     * Runs until all events are read.
     *
     * @param words brokers, schema registry, topic to read, topic to write, folder, number of events, allowed lateness,
     *     interval of commits, size of a micro-batch
     */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[4]);
        long events = Long.parseLong(words[5]);
        AtomicLong read = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch end = new CountDownLatch(1);
        StreamsBuilder builder = new StreamsBuilder();
        Serde<Play> plays = Serdes.serdeFrom(new PlayReader.Writer(), new PlayReader(folder));
        Serde<Totals> totals = Serdes.serdeFrom(new TotalsWriter(folder), new TotalsReader(folder));
        builder.stream(
                        words[2],
                        Consumed.with(Serdes.String(), plays)
                                .withTimestampExtractor((message, before) -> ((Play) message.value()).endedAt()))
                .peek((user, play) -> {
                    if (read.incrementAndGet() == events) {
                        end.countDown();
                    }
                })
                .groupByKey(Grouped.with(Serdes.String(), plays))
                .windowedBy(SessionWindows.ofInactivityGapAndGrace(GAP, Duration.parse(words[6])))
                .aggregate(
                        () -> Totals.NONE,
                        (user, play, sofar) -> sofar.with(play),
                        (user, one, other) -> one.with(other),
                        Materialized.<String, Totals, SessionStore<Bytes, byte[]>>as("sessions")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(totals))
                .toStream((window, sofar) -> key(window))
                .to(words[3], Produced.with(Serdes.String(), totals));
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings(words))) {
            streams.setUncaughtExceptionHandler(thrown -> {
                failure.set(thrown);
                end.countDown();
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            end.await();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka Streams has failed.", failure.get());
        }
    }

    private static String key(Windowed<String> window) {
        return window.key() + "/" + window.window().start() + "/"
                + window.window().end();
    }

    private static Properties settings(String[] words) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                words[0],
                StreamsConfig.APPLICATION_ID_CONFIG,
                words[3],
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(words[4]).resolve("state").toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Duration.parse(words[7]).toMillis(),
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                (int) Duration.ofMinutes(15).toMillis(),
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest"));
        return settings;
    }

    private static Schema parsed(Path folder, String name) {
        try {
            return new Schema.Parser().parse(folder.resolve(name).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class PlayReader implements Deserializer<Play> {

        private final GenericDatumReader<GenericRecord> reader;
        private BinaryDecoder decoder;
        private GenericRecord event;

        PlayReader(Path folder) {
            reader = new GenericDatumReader<>(parsed(folder, "written.avsc"), parsed(folder, "read.avsc"));
        }

        @Override
        public Play deserialize(String topic, byte[] value) {
            decoder = DecoderFactory.get().binaryDecoder(value, FRAME_BYTES, value.length - FRAME_BYTES, decoder);
            try {
                event = reader.read(event, decoder);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            GenericRecord ended = (GenericRecord) event.get("track_ended");
            return new Play(
                    (long) ended.get("started_at"), (long) event.get("occurred_at"), (long) ended.get("played_ms"));
        }

        /** Events are never written. */
        private static final class Writer implements Serializer<Play> {
            @Override
            public byte[] serialize(String topic, Play play) {
                throw new UnsupportedOperationException();
            }
        }
    }

    private static final class TotalsReader implements Deserializer<Totals> {

        private final GenericDatumReader<GenericRecord> reader;
        private BinaryDecoder decoder;
        private GenericRecord session;

        TotalsReader(Path folder) {
            reader = new GenericDatumReader<>(parsed(folder, "session.avsc"));
        }

        @Override
        public Totals deserialize(String topic, byte[] value) {
            if (value == null) {
                return null;
            }
            decoder = DecoderFactory.get().binaryDecoder(value, decoder);
            try {
                session = reader.read(session, decoder);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return new Totals(
                    (long) session.get("started_at"),
                    (long) session.get("ended_at"),
                    (long) session.get("plays"),
                    (long) session.get("listened_ms"));
        }
    }

    private static final class TotalsWriter implements Serializer<Totals> {

        private final Schema schema;
        private final GenericDatumWriter<GenericRecord> writer;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private BinaryEncoder encoder;

        TotalsWriter(Path folder) {
            schema = parsed(folder, "session.avsc");
            writer = new GenericDatumWriter<>(schema);
        }

        @Override
        public byte[] serialize(String topic, Totals totals) {
            if (totals == null) {
                return null;
            }
            GenericRecord session = new GenericData.Record(schema);
            session.put("started_at", totals.startedAt);
            session.put("ended_at", totals.endedAt);
            session.put("plays", totals.plays);
            session.put("listened_ms", totals.listenedMs);
            out.reset();
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            try {
                writer.write(session, encoder);
                encoder.flush();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        }
    }
}
