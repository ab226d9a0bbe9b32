package dev.segue.app.job.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.broker.WeeksOfListening;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task manager dies while the job catches up with weeks of playback: nothing is late. */
class SignalsFailoverTest {

    /** Slows reading down, so that a wrong clock could get ahead of it. */
    private static final Map<String, String> ONE_RECORD_AT_A_TIME =
            Map.of("kafka.properties.max.partition.fetch.bytes", "1");

    @TempDir
    private Path folder;

    @Test
    void nothing_is_late_because_a_task_manager_died_weeks_after_the_last_checkpoint() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                TaskManagers flink = TaskManagers.start()) {
            List<PlaybackEvent> all = new ArrayList<>();
            send(stack, all, 0, 1);
            JobID job = flink.run(stack.job(SignalsJob.REGISTRATION, TaskManagers.settings(ONE_RECORD_AT_A_TIME)));
            flink.checkpoint(job);
            send(stack, all, 2, 20);
            int signals = all.size() * 2 / 3;
            TaskManagers.await(
                    "signals of three weeks, before a checkpoint covers them",
                    () -> stack.recordsOf(StackUnderTest.TOPICS.signals(), "read_uncommitted")
                                    .size()
                            >= signals);

            flink.killOne();
            send(stack, all, 21, 22);
            flink.checkpointUntil(job, "a complete ledger", () -> stack.ledger().read() == all.size());
            assertThat(stack.ledger()).isEqualTo(new Ledger(all.size(), all.size(), 0, 0, Map.of()));
        }
    }

    private static void send(StackUnderTest stack, List<PlaybackEvent> all, int firstDay, int lastDay)
            throws Exception {
        List<PlaybackEvent> days = WeeksOfListening.days(firstDay, lastDay);
        stack.send(days.toArray(PlaybackEvent[]::new));
        all.addAll(days);
    }
}
