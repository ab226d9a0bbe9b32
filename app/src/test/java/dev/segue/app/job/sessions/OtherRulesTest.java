package dev.segue.app.job.sessions;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueProcess;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints of a sessions job with a gap of half an hour, and the jobs that start from them. */
class OtherRulesTest {

    @TempDir
    private Path folder;

    @Test
    void under_another_gap_the_command_fails_and_under_the_same_rules_sessions_go_on() throws Exception {
        String evening = SessionId.of("anna", at("20:00")).value();
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, Map.of(evening, "evening"))) {
            JobClient job = stack.start(SessionsJob.REGISTRATION, settings(), null);
            stack.send(aPlay().by("anna").withId("first").at("20:00").build());
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            emitted.await("a checkpoint", () -> !emitted.deadLetters().isEmpty());
            String savepoint = stopped(job);

            SegueProcess refused = SegueProcess.run(
                    "run", "sessions", "--config", underAnotherGap(stack).toString(), "--from", savepoint);

            assertThat(refused.err().lines())
                    .containsExactly("segue: The job sessions does not start. The state to start from was made under"
                            + " other rules: sessions.gap was 30 min, and is now 20 min. Its results would mix both."
                            + " Start with the rules of the state, or run a second job beside it, with another job.name"
                            + " and other topics for its results, compare them, and switch: docs/running.md, \"Change a"
                            + " rule\".");
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);

            Map<String, String> rescaled = settings();
            rescaled.put("job.parallelism", "3");
            rescaled.put("listening.quick-skip", "1 s");
            job = stack.start(SessionsJob.REGISTRATION, rescaled, savepoint);
            stack.send(aPlay().by("anna").withId("second").at("20:25").build());
            stack.sendTo(0, aSearch().by("pacer-0").at("23:00").build());
            stack.sendTo(1, aSearch().by("pacer-1").at("23:00").build());
            emitted.await("the session", () -> !emitted.sessionsOf("evening").isEmpty());
            job.cancel().get();
            assertThat(emitted.plays()).containsExactly("evening 0 of revision 1: first,second");
        }
    }

    @Test
    void sessions_and_their_timers_go_from_the_heap_to_rocks_db_and_back() throws Exception {
        String evening = SessionId.of("anna", at("20:00")).value();
        String brief = SessionId.of("berta", at("20:10")).value();
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, Map.of(evening, "evening", brief, "brief"))) {
            JobClient job = stack.start(SessionsJob.REGISTRATION, settings(), null);
            stack.send(aPlay().by("anna").withId("first").at("20:00").build());
            stack.send(aPlay().by("berta").withId("only").at("20:10").build());
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            emitted.await("a checkpoint", () -> emitted.deadLetters().size() == 1);

            Map<String, String> inRocksDb = settings();
            inRocksDb.put("job.state-backend", "rocksdb");
            job = stack.start(SessionsJob.REGISTRATION, inRocksDb, stopped(job));
            stack.send(aPlay().by("anna").withId("second").at("20:25").build());
            stack.sendBytes("anna", "this is no event either".getBytes(UTF_8));
            emitted.await("another checkpoint", () -> emitted.deadLetters().size() == 2);

            job = stack.start(SessionsJob.REGISTRATION, settings(), stopped(job));
            stack.sendTo(0, aSearch().by("pacer-0").at("23:00").build());
            stack.sendTo(1, aSearch().by("pacer-1").at("23:00").build());
            emitted.await(
                    "both sessions",
                    () -> !emitted.sessionsOf("evening").isEmpty()
                            && !emitted.sessionsOf("brief").isEmpty());
            job.cancel().get();
            assertThat(emitted.plays())
                    .containsExactlyInAnyOrder("evening 0 of revision 1: first,second", "brief 0 of revision 1: only");
        }
    }

    private String stopped(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "sessions.gap",
                "30 min",
                "sessions.early-firing-interval",
                "30 d",
                "job.checkpoint-interval",
                "300 ms",
                "job.checkpoint-folder",
                folder.resolve("checkpoints").toUri().toString()));
    }

    private Path underAnotherGap(StackUnderTest stack) throws IOException {
        Map<String, String> all = settings();
        all.put("sessions.gap", "20 min");
        all.put("kafka.bootstrap-servers", stack.bootstrapServers());
        all.put("registry.url", stack.registryUrl());
        all.put("job.parallelism", "2");
        return Files.write(
                folder.resolve("sessions.yaml"),
                all.entrySet().stream()
                        .map(key -> key.getKey() + ": " + key.getValue())
                        .collect(Collectors.toList()));
    }
}
