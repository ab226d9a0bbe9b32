package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.broker.WeeksOfListening;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A task manager dies while the job catches up with weeks of sessions and plays: nothing is late, and all rows and track KPIs
 * are correct.
 */
class PlaylistsFailoverTest {

    @TempDir
    private Path folder;

    @Test
    void nothing_is_late_because_a_task_manager_died_weeks_after_the_last_checkpoint() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                SessionFeed feed = new SessionFeed(stack);
                SessionsAndRows topics = new SessionsAndRows(stack);
                IncrementalStage sessions = new IncrementalStage(SessionRules.DEFAULT);
                TaskManagers flink = TaskManagers.start()) {
            List<Change> all = new ArrayList<>();
            emit(feed, all, sessions, 0, 1);
            JobID job = flink.run(stack.job(
                    PlaylistsJob.REGISTRATION,
                    TaskManagers.settings(Map.of("kpis.emit-every", "100 ms", "kpis.emit-tracks-every", "100 ms"))));
            flink.checkpoint(job);
            emit(feed, all, sessions, 2, 24);
            TaskManagers.await(
                    "rows of the third week, before a checkpoint covers them",
                    () -> stack.recordsOf(StackUnderTest.TOPICS.kpis(), "read_uncommitted").stream()
                            .anyMatch(record -> new String(record.key(), UTF_8).contains("DAY/2026-03-24")));

            flink.killOne();
            emit(feed, all, sessions, 25, 28);
            flink.checkpointUntil(job, "a complete ledger", () -> stack.ledger().read() == all.size());
            assertThat(stack.ledger()).isEqualTo(new Ledger(all.size(), all.size(), 0, 0, Map.of()));
            flink.checkpointUntil(job, "rows that match the recount", () -> topics.areAsCounted(all.size()));
        }
    }

    private static void emit(SessionFeed feed, List<Change> all, IncrementalStage sessions, int first, int last)
            throws Exception {
        for (PlaybackEvent event : WeeksOfListening.days(first, last)) {
            sessions.clockReaches(event.occurredAt() - 600_000);
            sessions.receives(event);
        }
        List<Change> changes = List.copyOf(sessions.emitted());
        feed.emit(changes);
        all.addAll(changes);
    }
}
