package dev.segue.demo.cluster;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.job.sessions.Emitted;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One job in application mode, as the manifests run it, whose job manager dies. {@code .ci/cluster} runs it. */
@EnabledIfSystemProperty(named = Home.PROGRAMS, matches = ".+")
class ApplicationModeTest {

    @Test
    void the_job_goes_on_from_its_last_checkpoint_and_emits_every_session_once() throws Exception {
        Home home = Home.of("application-mode");
        try (Broker kafka = EmbeddedBroker.start(home.data("kafka"));
                StackUnderTest stack = StackUnderTest.around(kafka);
                Emitted emitted = new Emitted(stack, Map.of(id("10:00"), "morning", id("20:00"), "evening"));
                Flink flink = Flink.application(home, 1, 2, arguments(home, stack))) {
            flink.await("the job runs", () -> isRunning(flink), ClusterTest::say);
            String job = flink.api().jobs().get("sessions");
            ClusterTest.say("job " + job + " runs");
            stack.send(play("10:00"), play("20:00"));
            stack.clocksGoTo("20:05");
            emitted.await(
                    "the first session", () -> !emitted.sessionsOf("morning").isEmpty());

            flink.jobManager().kill();
            ClusterTest.say("killed its job manager");
            stack.send(play("20:10"));
            flink.jobManager().start();
            flink.await("the job runs again", () -> flink.api().isRunning(job), ClusterTest::say);
            long checkpoint = flink.api().restoredCheckpoint(job);
            ClusterTest.say("the job runs again, from checkpoint " + checkpoint);
            assertThat(checkpoint).isPositive();
            assertThat(flink.api().jobs()).containsExactly(Map.entry("sessions", job));

            stack.send(play("20:20"));
            stack.clocksGoTo("21:00");
            TaskManagers.await("a complete ledger", () -> stack.ledger().equals(new Ledger(8, 8, 0, 0, Map.of())));
            emitted.await(
                    "the other session", () -> !emitted.sessionsOf("evening").isEmpty());
            emitted.readToTheEnd();
            assertThat(emitted.sessionsOf("morning", "evening"))
                    .extracting(line -> line.replaceFirst("counted=.*", ""))
                    .containsExactly(
                            "morning 1 FINAL 02/10:00-02/10:03 events=1 plays=1 ",
                            "evening 1 FINAL 02/20:00-02/20:23 events=3 plays=3 ");
        }
    }

    private static boolean isRunning(Flink flink) throws IOException, InterruptedException {
        String job = flink.api().jobs().get("sessions");
        return job != null && flink.api().isRunning(job);
    }

    private static List<String> arguments(Home home, StackUnderTest stack) throws IOException {
        Path configuration = home.configured(
                "sessions.yaml",
                List.of(
                        "kafka.bootstrap-servers: " + stack.bootstrapServers(),
                        "registry.url: " + stack.registryUrl(),
                        "job.parallelism: 2",
                        "job.checkpoint-folder: file://" + home.data("checkpoints"),
                        "job.checkpoint-interval: 1s",
                        "sessions.early-firing-interval: 30d"));
        return List.of("run", "sessions", "--config", configuration.toString());
    }

    private static PlaybackEvent play(String time) {
        return aPlay().by("anna")
                .withId("at " + time)
                .of("song")
                .at(time)
                .lasting("3:00")
                .build();
    }

    private static String id(String time) {
        return SessionId.of("anna", at(time)).value();
    }
}
