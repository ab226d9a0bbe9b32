package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.Watermarks;
import dev.segue.app.recount.KpiRecount;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.domain.clock.Clocks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The last record of every key on the topics of sessions and KPI rows, and how they differ. */
final class SessionsAndRows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader<SessionRevision> sessionReader;
    private final RecordReader<KpiRow> rowReader;
    private final Map<String, SessionRevision> sessions = new HashMap<>();
    private final Map<String, KpiRow> rows = new HashMap<>();
    private final Watermarks watermarks = new Watermarks();
    private int read;

    /** Starts a consumer, from the earliest record. */
    SessionsAndRows(StackUnderTest stack) {
        SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
        sessionReader = new RecordReader<>(registry, SessionRevision.getClassSchema());
        rowReader = new RecordReader<>(registry, KpiRow.getClassSchema());
        consumer = stack.reading(StackUnderTest.TOPICS.sessions(), StackUnderTest.TOPICS.kpis());
    }

    /** The row of all listening in the world in one week, as text. */
    String week() {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith("ALL/-/-/-/-/-/WEEK/"))
                .map(row -> row.getKey() + ": listeners " + row.getValue().getListeners() + ", sessions "
                        + row.getValue().getSessions() + ", open "
                        + row.getValue().getOpenSessions() + ", plays "
                        + row.getValue().getPlays() + ", runs " + row.getValue().getRuns())
                .sorted()
                .reduce("", (all, one) -> all.isEmpty() ? one : all + "\n" + one);
    }

    /** The latest watermark of a row; {@link Clocks#NOT_STARTED} if none. */
    long watermark() {
        return watermarks.latest();
    }

    /** Reads until the rows match the sessions, after {@code emitted} records of sessions. */
    void awaitThatRowsAreAsCounted(int emitted) throws UnusableRecord {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (read < emitted || !differences().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Of " + emitted + " records of sessions " + read + " were read; " + rows.size()
                        + " rows differ:\n" + String.join("\n", differences()));
            }
            listen();
        }
    }

    /** Whether the rows match the sessions, after {@code emitted} records of sessions. */
    boolean areAsCounted(int emitted) throws UnusableRecord {
        listen();
        return read >= emitted && differences().isEmpty();
    }

    private void listen() throws UnusableRecord {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            receive(record);
        }
    }

    private List<String> differences() {
        return KpiRecount.differences(sessions.values(), rows.values());
    }

    private void receive(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        String key = new String(record.key(), UTF_8);
        if (record.topic().equals(StackUnderTest.TOPICS.kpis())) {
            KpiRow row = rowReader.read(record.value());
            watermarks.see(record, row.getAsOf());
            rows.put(key, row);
            return;
        }
        read++;
        SessionRevision revision = record.value() == null ? null : sessionReader.read(record.value());
        if (revision == null || revision.getStatus() == SessionStatus.SUPERSEDED) {
            sessions.remove(key);
        } else {
            sessions.put(key, revision);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
