package dev.segue.app.job.sessions;

import static dev.segue.app.broker.TaskManagers.await;
import static dev.segue.domain.fixture.Events.aPlay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job was away for so long that the broker has aborted its transactions, among them those that its checkpoint covers:
 * they are published again, once. Fencing their producers aborts them in the same way as the timeout does.
 */
class ExpiredTransactionsTest {

    private static final Map<String, String> LONG_TRANSACTIONS = Map.of(
            "transaction.max.timeout.ms", String.valueOf(Duration.ofHours(200).toMillis()));

    @TempDir
    private Path folder;

    @Test
    void what_a_checkpoint_covers_is_published_again_and_only_once() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"), LONG_TRANSACTIONS);
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, Map.of())) {
            JobClient first = started(stack, null, 2);
            stack.send(aPlay().by("anna")
                    .withId("song")
                    .of("song")
                    .at("20:00")
                    .lasting("3:00")
                    .build());
            stack.send(aPlay().by("bert")
                    .withId("song")
                    .of("song")
                    .at("20:01")
                    .lasting("3:00")
                    .build());
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            stack.clocksGoTo("22:00");
            await("both sessions, uncommitted", () -> uncommittedSessions(stack) == 2);
            String savepoint = first.triggerSavepoint(
                            folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            stack.clocksGoTo("23:00");
            crashed(first);
            abortAllTransactions(broker);
            assertThat(stack.recordsOf(StackUnderTest.TOPICS.sessions(), "read_committed"))
                    .isEmpty();

            JobClient second = started(stack, savepoint, 2);
            emitted.await(
                    "what the savepoint covers",
                    () -> emitted.deadLetters().size() == 1
                            && emitted.sessions().size() == 2);
            crashed(second);

            JobClient third = started(stack, savepoint, 2);
            await("all tasks run, and it can be stopped", () -> isStopped(third));
            assertThat(stack.recordsOf(StackUnderTest.TOPICS.sessions(), "read_committed"))
                    .extracting(record -> new String(record.key(), UTF_8))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(stack.recordsOf(StackUnderTest.TOPICS.plays(), "read_committed"))
                    .hasSize(2);
            assertThat(stack.recordsOf(StackUnderTest.TOPICS.deadLetters(), "read_committed"))
                    .hasSize(1);
        }
    }

    @Test
    void with_another_parallelism_the_job_fails_at_once_and_says_why() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"), LONG_TRANSACTIONS);
                StackUnderTest stack = StackUnderTest.around(broker)) {
            JobClient job = started(stack, null, 2);
            stack.send(aPlay().by("anna")
                    .withId("song")
                    .of("song")
                    .at("20:00")
                    .lasting("3:00")
                    .build());
            stack.clocksGoTo("22:00");
            await("the session, uncommitted", () -> uncommittedSessions(stack) == 1);
            String savepoint = job.triggerSavepoint(
                            folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            crashed(job);
            abortAllTransactions(broker);

            JobClient rescaled = started(stack, savepoint, 1);
            assertThatThrownBy(() -> rescaled.getJobExecutionResult().get())
                    .rootCause()
                    .hasMessageContaining(
                            "start the job with parallelism 2 instead of 1, then rescale it with a savepoint");
        }
    }

    private static int uncommittedSessions(StackUnderTest stack) {
        return (int) stack.recordsOf(StackUnderTest.TOPICS.sessions(), "read_uncommitted").stream()
                .filter(record -> record.value() != null)
                .count();
    }

    /** Completes no checkpoint by itself. */
    private static JobClient started(StackUnderTest stack, String savepoint, int parallelism) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sessions.early-firing-interval",
                "30 d",
                "job.parallelism",
                String.valueOf(parallelism),
                "job.checkpoint-interval",
                "100 h",
                "job.checkpoint-timeout",
                "1 min",
                "kafka.transaction-timeout",
                "101 h"));
        JobClient job = stack.start(SessionsJob.REGISTRATION, settings, savepoint);
        await(
                "the job runs or has failed",
                () -> job.getJobStatus().get() == JobStatus.RUNNING
                        || job.getJobStatus().get().isGloballyTerminalState());
        return job;
    }

    /** Flink refuses as long as not all tasks run. */
    private boolean isStopped(JobClient job) throws InterruptedException {
        try {
            job.stopWithSavepoint(false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static void crashed(JobClient job) throws Exception {
        job.cancel().get();
        assertThatThrownBy(() -> job.getJobExecutionResult().get())
                .hasRootCauseInstanceOf(JobCancellationException.class);
    }

    private static void abortAllTransactions(Broker broker) throws Exception {
        ListTransactionsOptions open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        try (Admin admin =
                Admin.create(KafkaCluster.at(broker.bootstrapServers()).propertiesWith(Map.of()))) {
            List<String> ids = admin.listTransactions(open).all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
            assertThat(ids).isNotEmpty();
            admin.fenceProducers(ids).all().get();
            await("no transaction is open", () -> admin.listTransactions(new ListTransactionsOptions()
                            .filterStates(Set.of(TransactionState.ONGOING, TransactionState.PREPARE_ABORT)))
                    .all()
                    .get()
                    .isEmpty());
        }
    }
}
