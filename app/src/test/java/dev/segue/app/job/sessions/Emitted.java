package dev.segue.app.job.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.Watermarks;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Health;
import dev.segue.contracts.LateEvent;
import dev.segue.contracts.Play;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionTotals;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Everything that the job has emitted, as a consumer of committed records sees it, as text: one line per record, in the
 * order of its partition.
 */
public final class Emitted implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("dd/HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader<SessionRevision> revisions;
    private final RecordReader<SessionPlays> plays;
    private final RecordReader<LateEvent> lateEvents;
    private final RecordReader<DeadLetter> deadLetters;
    private final RecordReader<Health> healths;
    private final Map<String, String> names;

    private final Watermarks watermarks = new Watermarks();
    private final List<String> sessionLines = new ArrayList<>();
    private final List<String> playLines = new ArrayList<>();
    private final List<String> lateLines = new ArrayList<>();
    private final List<String> deadLetterLines = new ArrayList<>();
    private final List<Health> healthRecords = new ArrayList<>();

    /**
     * Starts a consumer, from the earliest record.
     *
     * @param names names for sessions, by id; a session without a name is shown by its id
     */
    public Emitted(StackUnderTest stack, Map<String, String> names) {
        this.names = names;
        SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
        revisions = new RecordReader<>(registry, SessionRevision.getClassSchema());
        plays = new RecordReader<>(registry, SessionPlays.getClassSchema());
        lateEvents = new RecordReader<>(registry, LateEvent.getClassSchema());
        deadLetters = new RecordReader<>(registry, DeadLetter.getClassSchema());
        healths = new RecordReader<>(registry, Health.getClassSchema());
        consumer = stack.reading(
                StackUnderTest.TOPICS.sessions(),
                StackUnderTest.TOPICS.plays(),
                StackUnderTest.TOPICS.late(),
                StackUnderTest.TOPICS.deadLetters(),
                StackUnderTest.TOPICS.health());
    }

    List<String> sessions() {
        return sessionLines;
    }

    /** The lines of the sessions with these names. */
    public List<String> sessionsOf(String... called) {
        return sessionLines.stream()
                .filter(line -> Stream.of(called).anyMatch(name -> line.startsWith(name + " ")))
                .toList();
    }

    /** The latest watermark of a session. */
    long watermark() {
        return watermarks.latest();
    }

    List<String> plays() {
        return playLines;
    }

    List<String> late() {
        return lateLines;
    }

    List<String> deadLetters() {
        return deadLetterLines;
    }

    /** Reads records until the condition holds; fails after a long time. */
    public void await(String what, BooleanSupplier holds) throws UnusableRecord {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not emitted within " + PATIENCE + ": " + what + "; emitted:\n"
                        + String.join("\n", sessionLines) + "\n" + String.join("\n", playLines) + "\n" + lateLines
                        + "\n" + deadLetterLines);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                receive(record);
            }
        }
    }

    /** Reads all that is committed by now, for topics whose transactions were committed after that of an awaited record. */
    public void readToTheEnd() throws UnusableRecord {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        await("all committed records", () -> ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void receive(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        String topic = record.topic();
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (topic.equals(StackUnderTest.TOPICS.sessions())) {
            sessionLines.add(name(key) + (record.value() == null ? " gone" : words(revision(record))));
        } else if (topic.equals(StackUnderTest.TOPICS.plays())) {
            playLines.add(keyOfPlays(key) + (record.value() == null ? " gone" : words(plays.read(record.value()))));
        } else if (topic.equals(StackUnderTest.TOPICS.late())) {
            lateLines.add(words(lateEvents.read(record.value())));
        } else if (topic.equals(StackUnderTest.TOPICS.deadLetters())) {
            deadLetterLines.add(words(deadLetters.read(record.value())));
        } else {
            healthRecords.add(healths.read(record.value()));
        }
    }

    private SessionRevision revision(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        SessionRevision revision = revisions.read(record.value());
        watermarks.see(record, revision.getAsOf());
        return revision;
    }

    private String keyOfPlays(String key) {
        int slash = key.lastIndexOf('/');
        return name(key.substring(0, slash)) + " " + key.substring(slash + 1);
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }

    private String words(SessionRevision revision) {
        String head = " " + revision.getRevision() + " " + revision.getStatus() + (revision.getOpen() ? " open" : "");
        SessionTotals totals = revision.getTotals();
        if (totals == null) {
            return head + " by " + name(revision.getSupersededBy());
        }
        String runs = totals.getRuns().stream()
                .map(run -> run.getContext().getId() + ":" + run.getSongs())
                .collect(Collectors.joining(","));
        return head + " " + CLOCK.format(revision.getStartedAt()) + "-" + CLOCK.format(totals.getEndedAt())
                + " events=" + totals.getEvents() + " plays=" + totals.getPlays()
                + " counted=" + totals.getCountedPlays()
                + " skips=" + totals.getSkips().getQuick() + "/"
                + totals.getSkips().getEarly() + "/"
                + totals.getSkips().getLate()
                + " listened=" + totals.getListenedMs() / 1000 + "s"
                + " silent=" + totals.getInterruptions().getSilent()
                + " devices=" + totals.getDevices()
                + " runs=[" + runs + "]"
                + " mood=" + totals.getMood().getQuadrant();
    }

    private static String words(SessionPlays chunk) {
        return chunk.getPlays().stream()
                .map(Play::getEventId)
                .collect(Collectors.joining(",", " of revision " + chunk.getRevision() + ": ", ""));
    }

    private static String words(LateEvent late) {
        return late.getEvent().getUserId() + " " + late.getEvent().getEventId() + " at "
                + CLOCK.format(late.getEvent().getOccurredAt());
    }

    private static String words(DeadLetter letter) {
        return letter.getReason() + " " + letter.getTopic() + " key=" + text(letter.getKey()) + " original="
                + text(letter.getOriginal());
    }

    private static String text(ByteBuffer bytes) {
        return bytes == null ? "none" : UTF_8.decode(bytes.duplicate()).toString();
    }

    /** The latest report of every subtask, by stage and subtask. */
    Map<String, Health> latestHealth() {
        Map<String, Health> latest = new HashMap<>();
        healthRecords.forEach(
                health -> latest.merge(health.getStage() + " " + health.getSubtask(), health, Emitted::later));
        return latest;
    }

    private static Health later(Health one, Health other) {
        return other.getCheckpoint() >= one.getCheckpoint() ? other : one;
    }

    static String clock(Instant time) {
        return CLOCK.format(time);
    }
}
