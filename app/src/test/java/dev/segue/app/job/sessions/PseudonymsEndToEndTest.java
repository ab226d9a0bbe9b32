package dev.segue.app.job.sessions;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.Bytes;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Pseudonyms;
import dev.segue.domain.session.SessionId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both jobs that read playback, on a real broker, with pseudonyms: where the listener's id turns up, and what changes. */
class PseudonymsEndToEndTest {

    private static final String ID = "zaphod-7431-odd";
    private static final String KEY = "key-0123456789-0123456789-0123456789";

    @TempDir
    private Path folder;

    /** What the jobs made of the same events: lines without the names of listeners, and everything they wrote. */
    private record Results(List<String> lines, List<String> signalled, Map<String, String> written, String state) {}

    @Test
    void the_id_is_nowhere_in_topics_or_state_and_sessions_are_the_same() throws Exception {
        Pseudonyms pseudonyms = new Pseudonyms(3, KEY.getBytes(UTF_8));

        Results named = results("named", Map.of(), id -> id);
        Results pseudonymous = results(
                "pseudonymous",
                Map.of("playback.pseudonym.key", KEY, "playback.pseudonym.key-version", "3"),
                pseudonyms::of);

        assertThat(pseudonymous.lines()).isEqualTo(named.lines()).hasSize(10);
        assertThat(pseudonymous.written())
                .allSatisfy((topic, bytes) -> assertThat(bytes).as(topic).doesNotContain(ID));
        assertThat(pseudonymous.state()).doesNotContain(ID);

        String pseudonym = pseudonyms.of(ID);
        assertThat(pseudonymous.signalled())
                .contains(pseudonym)
                .allMatch(listener -> listener.matches("v3-[A-Za-z0-9_-]{43}"));
        assertThat(pseudonymous.state()).contains(pseudonym);
        assertThat(pseudonymous.written().get(StackUnderTest.TOPICS.sessions())).contains(pseudonym);
        assertThat(pseudonymous.written().get(StackUnderTest.TOPICS.late())).contains(pseudonym);

        assertThat(named.state()).contains(ID);
        assertThat(named.written()).allSatisfy((topic, bytes) -> assertThat(bytes)
                .as(topic)
                .matches(all -> all.isEmpty() || all.contains(ID) || topic.equals(StackUnderTest.TOPICS.health())));
    }

    private Results results(String name, Map<String, String> pseudonyms, UnaryOperator<String> known) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        try (Broker broker = EmbeddedBroker.start(own.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, names(known))) {
            Map<String, String> settings = new HashMap<>(pseudonyms);
            settings.put("job.checkpoint-interval", "300 ms");
            settings.put(
                    "job.checkpoint-folder",
                    own.resolve("state").resolve("checkpoints").toUri().toString());
            JobClient signals = stack.start(SignalsJob.REGISTRATION, settings, null);
            settings.put("sessions.early-firing-interval", "30 d");
            JobClient sessions = stack.start(SessionsJob.REGISTRATION, settings, null);

            send(stack, emitted);
            List<Path> savepoints = List.of(stopped(sessions, own), stopped(signals, own));

            List<String> lines = new ArrayList<>(emitted.sessionsOf("evening", "taxi", "tomorrow"));
            lines.addAll(emitted.plays());
            lines.sort(null);
            return new Results(lines, signalled(stack), written(stack), Bytes.asText(savepoints));
        }
    }

    /** The listeners of all signals. */
    private static List<String> signalled(StackUnderTest stack) {
        return stack.recordsOf(StackUnderTest.TOPICS.signals(), "read_committed").stream()
                .map(record -> new String(record.key(), UTF_8))
                .toList();
    }

    /** Two sessions that a third play joins, a duplicate, a late event, and records that are rejected. */
    private static void send(StackUnderTest stack, Emitted emitted) throws Exception {
        PlaybackEvent first = play("first", "20:00").build();
        stack.send(first, first, play("third", "20:25").skipped().build());
        byte[] garbage = ("{\"user_id\": \"" + ID + "\"}").getBytes(UTF_8);
        stack.sendBytes(ID, garbage);
        stack.send(aSearch()
                .by(ID)
                .withId("ahead")
                .at(at("20:00") + 100L * 365 * 86_400_000)
                .build());
        stack.send(play("", "20:00").build());
        stack.clocksGoTo("21:00");
        emitted.await(
                "both sessions", () -> emitted.sessionsOf("evening", "taxi").size() == 2);
        stack.send(play("second", "20:10").on("laptop").build());
        emitted.await(
                "what joins them", () -> emitted.sessionsOf("evening", "taxi").size() == 4);
        stack.clocksGoTo("2026-03-03T22:00:00Z");
        emitted.await("the pacers' sessions", () -> emitted.sessions().size() >= 6);
        stack.send(aSearch().by(ID).withId("late").at("20:00").build());
        emitted.await("a late event", () -> !emitted.late().isEmpty());
        stack.send(play("fourth", "2026-03-03T22:10:00Z").build());
        stack.clocksGoTo("2026-03-03T23:00:00Z");
        emitted.await("the last session", () -> !emitted.sessionsOf("tomorrow").isEmpty());
        emitted.await("all plays", () -> emitted.plays().size() == 5);
        emitted.await("signals", () -> !signalled(stack).isEmpty());
        emitted.await("dead letters", () -> emitted.deadLetters().size() == 3);
    }

    private static PlayBuilder play(String id, String time) {
        return aPlay().by(ID).withId(id).of("song").at(time).lasting("3:00");
    }

    private static Map<String, String> names(UnaryOperator<String> known) {
        Map<String, String> names = new HashMap<>();
        names.put(SessionId.of(known.apply(ID), at("20:00")).value(), "evening");
        names.put(SessionId.of(known.apply(ID), at("20:25")).value(), "taxi");
        names.put(SessionId.of(known.apply(ID), at("2026-03-03T22:10:00Z")).value(), "tomorrow");
        for (String pacer : List.of("pacer-0", "pacer-1")) {
            for (String time : List.of("21:00", "2026-03-03T22:00:00Z", "2026-03-03T23:00:00Z")) {
                names.put(SessionId.of(known.apply(pacer), at(time)).value(), pacer + " " + time);
            }
        }
        return names;
    }

    private static Path stopped(JobClient job, Path own) throws Exception {
        Path savepoints = own.resolve("state").resolve("savepoints");
        return Path.of(
                URI.create(job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                        .get()));
    }

    /** The bytes of all records but those of playback, by topic. */
    private static Map<String, String> written(StackUnderTest stack) {
        Map<String, String> written = new HashMap<>();
        for (String topic : StackUnderTest.TOPICS.all()) {
            if (!topic.equals(StackUnderTest.TOPICS.playback())) {
                StringBuilder bytes = new StringBuilder();
                for (ConsumerRecord<byte[], byte[]> record : stack.recordsOf(topic, "read_uncommitted")) {
                    bytes.append(Bytes.asText(record.key()))
                            .append('\n')
                            .append(Bytes.asText(record.value()))
                            .append('\n');
                    record.headers().forEach(header -> bytes.append(Bytes.asText(header.value()))
                            .append('\n'));
                }
                written.put(topic, bytes.toString());
            }
        }
        return written;
    }
}
