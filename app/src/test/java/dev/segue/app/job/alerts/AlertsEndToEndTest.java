package dev.segue.app.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Status;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a real broker, a real registry and Flink in streaming mode: KPI rows in, one incident out. */
class AlertsEndToEndTest {

    private static final LocalDateTime FIRST_MONDAY = LocalDateTime.parse("2026-05-04T00:00");
    private static final LocalDateTime THE_MONDAY = FIRST_MONDAY.plusWeeks(5);

    @TempDir
    private Path folder;

    @Test
    void a_monday_morning_on_which_australia_listens_less_is_one_incident_also_over_a_restart() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                KpiFeed kpis = new KpiFeed(stack);
                EmittedIncidents emitted = new EmittedIncidents(stack)) {
            for (int week = 0; week < 5; week++) {
                morning(kpis, FIRST_MONDAY.plusWeeks(week), 100, 100, 100, 100);
            }
            JobClient job = started(stack, null);
            hour(kpis, THE_MONDAY.plusHours(7), 100);
            hour(kpis, THE_MONDAY.plusHours(8), 40);
            kpis.clock(THE_MONDAY.plusHours(10));
            emitted.await("the incident to open", () -> !emitted.incidents().isEmpty());

            String savepoint = job.stopWithSavepoint(
                            false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            job = started(stack, savepoint);
            hour(kpis, THE_MONDAY.plusHours(9), 100);
            hour(kpis, THE_MONDAY.plusHours(10), 100);
            kpis.clock(THE_MONDAY.plusHours(20));
            emitted.await("the incident to end", () -> last(emitted).status() != Status.OPEN);
            job.cancel().get();

            assertThat(emitted.incidents()).extracting(Incident::status).containsExactly(Status.OPEN, Status.CLOSED);
            assertThat(emitted.keys()).containsOnly("listened-time/LISTENED_TIME/AU/PLAYLIST:weekly/2026-06-08T08:00");
            assertThat(emitted.incidents().get(0).sentence())
                    .isEqualTo(
                            "Listened time of playlist weekly in Australia has been 60 % lower than usual since Monday,"
                                    + " 8 June 2026, 08:00 (Australia/Sydney): 186.7 h instead of 466.7 h from 08:00 to"
                                    + " 09:00, compared with the same hour of the last 5 Mondays; 1 unusual hour on 400"
                                    + " sessions.");
        }
    }

    private static void morning(KpiFeed kpis, LocalDateTime monday, int... percents) throws Exception {
        for (int i = 0; i < percents.length; i++) {
            hour(kpis, monday.plusHours(7 + i), percents[i]);
        }
        kpis.clock(monday.plusHours(20));
    }

    private static void hour(KpiFeed kpis, LocalDateTime start, int percent) throws Exception {
        kpis.hour(start, percent);
        kpis.clock(start.plusHours(1));
    }

    private static Incident last(EmittedIncidents emitted) {
        List<Incident> incidents = emitted.incidents();
        return incidents.get(incidents.size() - 1);
    }

    private JobClient started(StackUnderTest stack, String savepoint) throws Exception {
        return stack.start(
                AlertsJob.REGISTRATION,
                Map.of("job.checkpoint-interval", "500 ms", "flink.restart-strategy.type", "disable"),
                savepoint);
    }
}
