package dev.segue.app.forget;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.forget.ForgetRequests;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.session.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task manager dies when the job has acted on a request to forget, and before a checkpoint covers that. */
class ForgetFailoverTest {

    private static final SessionId SESSION = SessionId.of("anna", at("09:00"));

    @TempDir
    private Path folder;

    @Test
    void a_request_is_not_lost() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                TaskManagers flink = TaskManagers.start()) {
            stack.send(aPlay().by("anna").at("09:00").build());
            clockReaches(stack, "10:00");
            JobID job = flink.run(stack.job(SessionsJob.REGISTRATION, TaskManagers.settings(Map.of())));
            flink.checkpointUntil(job, "a session", () -> hasBeen(latest(stack, "read_committed")));

            new ForgetRequests(KafkaCluster.at(stack.bootstrapServers()), StackUnderTest.TOPICS.playback())
                    .send(List.of(new ForgetRequest("anna")));
            TaskManagers.await(
                    "a tombstone that is not committed",
                    () -> latest(stack, "read_uncommitted").value() == null);
            flink.killOne();
            assertThat(latest(stack, "read_committed").value()).isNotNull();
            flink.checkpointUntil(
                    job, "the tombstone", () -> latest(stack, "read_committed").value() == null);

            stack.send(aPlay().by("anna").at("09:30").build());
            flink.checkpointUntil(job, "a complete ledger", () -> stack.ledger().read() == 4);
            assertThat(stack.ledger()).isEqualTo(new Ledger(4, 4, 0, 0, Map.of()));
            assertThat(latest(stack, "read_committed").value())
                    .as("the first session is not back")
                    .isNull();
        }
    }

    private static boolean hasBeen(ConsumerRecord<byte[], byte[]> record) {
        return record != null && record.value() != null;
    }

    private static void clockReaches(StackUnderTest stack, String time) throws Exception {
        stack.sendTo(0, aPlay().by("pacer 0").at(time).build());
        stack.sendTo(1, aPlay().by("pacer 1").at(time).build());
    }

    /** The latest record of the session; null if there is none. */
    private static ConsumerRecord<byte[], byte[]> latest(StackUnderTest stack, String isolation) {
        return stack.recordsOf(StackUnderTest.TOPICS.sessions(), isolation).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(SESSION.value()))
                .reduce((before, after) -> after)
                .orElse(null);
    }
}
