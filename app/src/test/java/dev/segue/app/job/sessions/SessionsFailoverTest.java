package dev.segue.app.job.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.broker.WeeksOfListening;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A task manager dies while the job catches up with weeks of playback: nothing is late, and all sessions are correct.
 */
class SessionsFailoverTest {

    @TempDir
    private Path folder;

    @Test
    void nothing_is_late_because_a_task_manager_died_weeks_after_the_last_checkpoint() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                TaskManagers flink = TaskManagers.start()) {
            List<PlaybackEvent> all = new ArrayList<>();
            send(stack, all, 0, 1);
            JobID job = flink.run(stack.job(SessionsJob.REGISTRATION, TaskManagers.settings(Map.of())));
            flink.checkpoint(job);
            send(stack, all, 2, 20);
            stack.sendTo(0, WeeksOfListening.pacer(0, 21));
            stack.sendTo(1, WeeksOfListening.pacer(1, 21));
            String oneOfTheLast = SessionId.of(WeeksOfListening.listener(3), WeeksOfListening.start(3, 20))
                    .value();
            TaskManagers.await(
                    "the last sessions of three weeks, before a checkpoint covers them",
                    () -> stack.recordsOf(StackUnderTest.TOPICS.sessions(), "read_uncommitted").stream()
                            .anyMatch(record -> new String(record.key(), UTF_8).equals(oneOfTheLast)));

            flink.killOne();
            send(stack, all, 21, 22);
            stack.sendTo(0, WeeksOfListening.pacer(0, 25));
            stack.sendTo(1, WeeksOfListening.pacer(1, 25));
            long read = all.size() + 4L;
            flink.checkpointUntil(job, "a complete ledger", () -> stack.ledger().read() == read);
            assertThat(stack.ledger()).isEqualTo(new Ledger(read, read, 0, 0, Map.of()));

            List<String> expected = expected(all);
            flink.checkpointUntil(job, "all sessions", () -> sessions(stack).size() >= expected.size());
            assertThat(sessions(stack)).containsExactlyElementsOf(expected);
        }
    }

    private static void send(StackUnderTest stack, List<PlaybackEvent> all, int firstDay, int lastDay)
            throws Exception {
        List<PlaybackEvent> days = WeeksOfListening.days(firstDay, lastDay);
        stack.send(days.toArray(PlaybackEvent[]::new));
        all.addAll(days);
    }

    private static List<String> expected(List<PlaybackEvent> events) {
        return BatchReference.sessionsOf(events, SessionRules.DEFAULT).stream()
                .map(session -> line(
                        session.id().value(),
                        session.listener(),
                        session.startedAt(),
                        session.endedAt(),
                        session.plays()))
                .sorted()
                .toList();
    }

    /** The current sessions on the topic, without those of the pacers. */
    private static List<String> sessions(StackUnderTest stack) throws UnusableRecord {
        RecordReader<SessionRevision> reader =
                new RecordReader<>(RegistryAccess.at(stack.registryUrl()).connect(), SessionRevision.getClassSchema());
        Map<String, SessionRevision> last = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record :
                stack.recordsOf(StackUnderTest.TOPICS.sessions(), "read_committed")) {
            String id = new String(record.key(), UTF_8);
            SessionRevision revision = record.value() == null ? null : reader.read(record.value());
            if (revision == null || revision.getStatus() == SessionStatus.SUPERSEDED) {
                last.remove(id);
            } else {
                last.put(id, revision);
            }
        }
        return last.entrySet().stream()
                .filter(session -> !session.getValue().getUserId().startsWith("pacer"))
                .map(session -> line(
                        session.getKey(),
                        session.getValue().getUserId(),
                        session.getValue().getStartedAt().toEpochMilli(),
                        session.getValue().getTotals().getEndedAt().toEpochMilli(),
                        session.getValue().getTotals().getPlays()))
                .sorted()
                .toList();
    }

    private static String line(String id, String listener, long startedAt, long endedAt, int plays) {
        return listener + " " + startedAt + " to " + endedAt + ": " + plays + " plays, " + id;
    }
}
