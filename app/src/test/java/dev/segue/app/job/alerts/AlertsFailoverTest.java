package dev.segue.app.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Status;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task manager dies while the job catches up with weeks of KPI rows: the result is still the one incident. */
class AlertsFailoverTest {

    private static final LocalDateTime FIRST_MONDAY = LocalDateTime.parse("2026-05-04T00:00");
    private static final LocalDateTime THE_MONDAY = FIRST_MONDAY.plusWeeks(5);

    @TempDir
    private Path folder;

    @Test
    void an_incident_is_found_once_though_a_task_manager_died_weeks_after_the_last_checkpoint() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                KpiFeed kpis = new KpiFeed(stack);
                EmittedIncidents emitted = new EmittedIncidents(stack);
                TaskManagers flink = TaskManagers.start()) {
            morning(kpis, FIRST_MONDAY);
            JobID job = flink.run(stack.job(AlertsJob.REGISTRATION, TaskManagers.settings(Map.of())));
            flink.checkpoint(job);
            for (int week = 1; week < 5; week++) {
                morning(kpis, FIRST_MONDAY.plusWeeks(week));
            }
            hour(kpis, THE_MONDAY.plusHours(7), 100);
            hour(kpis, THE_MONDAY.plusHours(8), 40);
            kpis.clock(THE_MONDAY.plusHours(10));
            TaskManagers.await("the incident to open, before a checkpoint covers it", () -> !stack.recordsOf(
                            StackUnderTest.TOPICS.alerts(), "read_uncommitted")
                    .isEmpty());

            flink.killOne();
            hour(kpis, THE_MONDAY.plusHours(9), 100);
            hour(kpis, THE_MONDAY.plusHours(10), 100);
            kpis.clock(THE_MONDAY.plusHours(20));
            flink.checkpointUntil(job, "the incident to close", () -> {
                emitted.listen();
                return emitted.incidents().stream().anyMatch(incident -> incident.status() != Status.OPEN);
            });

            assertThat(emitted.incidents()).extracting(Incident::status).containsExactly(Status.OPEN, Status.CLOSED);
            assertThat(emitted.keys()).containsOnly("listened-time/LISTENED_TIME/AU/PLAYLIST:weekly/2026-06-08T08:00");
            assertThat(stack.ledger().late()).isZero();
        }
    }

    private static void morning(KpiFeed kpis, LocalDateTime monday) throws Exception {
        for (int i = 7; i < 11; i++) {
            hour(kpis, monday.plusHours(i), 100);
        }
        kpis.clock(monday.plusHours(20));
    }

    private static void hour(KpiFeed kpis, LocalDateTime start, int percent) throws Exception {
        kpis.hour(start, percent);
        kpis.clock(start.plusHours(1));
    }
}
