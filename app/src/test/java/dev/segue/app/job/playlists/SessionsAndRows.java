package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.Watermarks;
import dev.segue.app.recount.KpiRecount;
import dev.segue.app.recount.TrackRecount;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.clock.Clocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The last record of every key on the topics of sessions, plays, KPI rows and track KPIs, and how they differ. */
final class SessionsAndRows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader<SessionRevision> sessionReader;
    private final RecordReader<KpiRow> rowReader;
    private final RecordReader<SessionPlays> playsReader;
    private final RecordReader<TrackKpis> trackKpisReader;
    private final Map<String, SessionRevision> sessions = new HashMap<>();
    private final Map<String, KpiRow> rows = new HashMap<>();
    private final Map<String, SessionPlays> plays = new HashMap<>();
    private final Map<String, TrackKpis> trackKpis = new HashMap<>();
    private final Watermarks watermarks = new Watermarks();
    private int read;

    /** Starts a consumer, from the earliest record. */
    SessionsAndRows(StackUnderTest stack) {
        SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
        sessionReader = new RecordReader<>(registry, SessionRevision.getClassSchema());
        rowReader = new RecordReader<>(registry, KpiRow.getClassSchema());
        playsReader = new RecordReader<>(registry, SessionPlays.getClassSchema());
        trackKpisReader = new RecordReader<>(registry, TrackKpis.getClassSchema());
        consumer = stack.reading(
                StackUnderTest.TOPICS.sessions(),
                StackUnderTest.TOPICS.plays(),
                StackUnderTest.TOPICS.kpis(),
                StackUnderTest.TOPICS.trackKpis());
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

    /** The tracks of one subject in one week, with their plays, as text. */
    String tracksOf(String key) {
        return trackKpis.get(key).getTracks().stream()
                .map(track -> track.getTrackId() + " " + track.getNumbers().getPlays())
                .collect(Collectors.joining(", "));
    }

    /** The latest watermark of a row; {@link Clocks#NOT_STARTED} if none. */
    long watermark() {
        return watermarks.latest();
    }

    /** Reads until the rows match the sessions, after {@code emitted} records of sessions and plays. */
    void awaitThatRowsAreAsCounted(int emitted) throws UnusableRecord {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (read < emitted || !differences().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Of " + emitted + " records of sessions and plays " + read + " were read; "
                        + rows.size() + " rows differ:\n" + String.join("\n", differences()));
            }
            listen();
        }
    }

    /** Whether the rows match the sessions, after {@code emitted} records of sessions and plays. */
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
        List<String> differences = new ArrayList<>(KpiRecount.differences(sessions.values(), rows.values()));
        differences.addAll(TrackRecount.differences(sessions.values(), plays.values(), trackKpis.values()));
        return differences;
    }

    private void receive(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        String key = new String(record.key(), UTF_8);
        if (record.topic().equals(StackUnderTest.TOPICS.kpis())) {
            KpiRow row = rowReader.read(record.value());
            watermarks.see(record, row.getAsOf());
            rows.put(key, row);
            return;
        }
        if (record.topic().equals(StackUnderTest.TOPICS.trackKpis())) {
            trackKpis.put(key, trackKpisReader.read(record.value()));
            return;
        }
        read++;
        if (record.topic().equals(StackUnderTest.TOPICS.plays())) {
            plays.remove(key);
            if (record.value() != null) {
                plays.put(key, playsReader.read(record.value()));
            }
            return;
        }
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
