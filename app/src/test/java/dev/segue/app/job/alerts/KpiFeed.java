package dev.segue.app.job.alerts;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.KpiWindow.Period;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes KPI rows as the playlists job does, for one playlist in Australia. */
final class KpiFeed implements AutoCloseable {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Subject WEEKLY = new Subject(Subject.Kind.PLAYLIST, "weekly", null);
    private static final int SESSIONS = 1_000;
    private static final long SESSION_MS = 1_680_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KpiCodec codec;

    KpiFeed(StackUnderTest stack) {
        codec = new KpiCodec(RegistryAccess.at(stack.registryUrl()).connect(), StackUnderTest.TOPICS.kpis());
        producer = new KafkaProducer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes the row of the hour that starts then; {@code percent} of the usual listening. */
    void hour(LocalDateTime start, int percent) throws Exception {
        long end = end(start);
        KpiWindow window = new KpiWindow(Period.HOUR, start, null);
        KpiRow row = row(WEEKLY, new Place("AU", null), window, SESSIONS * percent / 100, end);
        send(null, row);
    }

    /** Advances the acceptance clock to this time in Sydney. */
    void clock(LocalDateTime time) throws Exception {
        long now = time.atZone(SYDNEY).toInstant().toEpochMilli();
        KpiWindow window = new KpiWindow(Period.DAY, time.toLocalDate().atStartOfDay(), null);
        for (int partition = 0; partition < 2; partition++) {
            KpiRow row = row(Subject.OTHER, Place.WORLD, window, partition, now);
            send(partition, row);
        }
    }

    private void send(Integer partition, KpiRow row) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                StackUnderTest.TOPICS.kpis(), partition, KpiCodec.key(row).getBytes(UTF_8), codec.encode(row));
        WatermarkHeader.add(record.headers(), row.asOf());
        producer.send(record).get();
    }

    private static KpiRow row(Subject subject, Place place, KpiWindow window, int sessions, long asOf) {
        return new KpiRow(
                subject,
                place,
                window,
                asOf - 1,
                asOf,
                SYDNEY.getId(),
                sessions,
                0,
                numbers()
                        .sessions(sessions, 0)
                        .listened(sessions * SESSION_MS)
                        .plays(sessions * 8, sessions * 6)
                        .runs(sessions, sessions * 4, 0)
                        .build(),
                true,
                false,
                asOf);
    }

    private static long end(LocalDateTime start) {
        return start.plusHours(1).atZone(SYDNEY).toInstant().toEpochMilli();
    }

    @Override
    public void close() {
        producer.close();
    }
}
