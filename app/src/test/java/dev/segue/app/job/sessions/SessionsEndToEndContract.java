package dev.segue.app.job.sessions;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.contracts.Health;
import dev.segue.contracts.Track;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobCancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job on a real broker, a real registry and Flink in streaming mode: its input and its complete output. Each
 * kind of broker has a subclass, which starts it and is otherwise empty.
 */
abstract class SessionsEndToEndContract {

    private static final String ONLY_A_SEARCH =
            "events=1 plays=0 counted=0 skips=0/0/0 listened=0s silent=0 devices=1" + " runs=[] mood=UNKNOWN";

    private static final Map<String, String> NAMES = Map.of(
            id("anna", "20:00"), "evening",
            id("anna", "20:25"), "taxi",
            id("anna", "21:59"), "just-in-time",
            id("anna", "2026-03-03T22:10:00Z"), "tomorrow",
            id("pacer-0", "21:00"), "pacer-0 02/21:00",
            id("pacer-0", "2026-03-03T22:00:00Z"), "pacer-0 03/22:00",
            id("pacer-0", "2026-03-03T23:00:00Z"), "pacer-0 03/23:00",
            id("pacer-1", "21:00"), "pacer-1 02/21:00",
            id("pacer-1", "2026-03-03T22:00:00Z"), "pacer-1 03/22:00",
            id("pacer-1", "2026-03-03T23:00:00Z"), "pacer-1 03/23:00");

    @TempDir
    private Path folder;

    /**
     * Starts a new broker.
     *
     * @param data a folder for its data that does not exist yet, if it needs one
     */
    abstract Broker startBroker(Path data) throws Exception;

    @Test
    void a_history_with_a_flight_a_restart_and_garbage_comes_out_exactly_once() throws Exception {
        try (Broker broker = startBroker(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, NAMES)) {
            stack.putIntoCatalogue(Track.newBuilder()
                    .setTrackId("song")
                    .setDurationMs(180_000L)
                    .setValence(0.9)
                    .setEnergy(0.8)
                    .build());
            JobClient job = started(stack, null);

            PlaybackEvent first = anna("first", "20:00").fromPlaylist("weekly").build();
            stack.send(first, first);
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            stack.send(anna("third", "20:25")
                    .fromPlaylist("weekly")
                    .sounding("0:04")
                    .skipped()
                    .build());
            stack.clocksGoTo("21:00");
            emitted.await(
                    "both sessions of the evening",
                    () -> emitted.sessionsOf("evening", "taxi").size() == 2);

            stack.send(anna("second", "20:10")
                    .fromPlaylist("weekly")
                    .on("laptop")
                    .offline()
                    .build());
            emitted.await(
                    "the correction that joins them",
                    () -> emitted.sessionsOf("evening", "taxi").size() == 4);

            stack.clocksGoTo("2026-03-03T22:00:00Z");
            emitted.await("the clock of the next day", () -> acceptanceClockIs("03/21:59", emitted));
            String savepoint = stopped(job);

            job = started(stack, savepoint);
            stack.send(
                    aSearch().by("anna").withId("too late").at("21:58:59.999").build());
            emitted.await("an event that is late by the clock from before the restart", () -> !emitted.late()
                    .isEmpty());
            stack.send(aSearch().by("anna").withId("just in time").at("21:59").build());
            stack.sendTo(0, StackUnderTest.pacer(0, "2026-03-03T22:00:00Z"));
            stack.send(anna("fourth", "2026-03-03T22:10:00Z").build());
            stack.clocksGoTo("2026-03-03T23:00:00Z");
            emitted.await(
                    "tomorrow's session", () -> !emitted.sessionsOf("tomorrow").isEmpty());

            stack.clocksGoTo("2026-03-04T09:00:00Z");
            emitted.await(
                    "a tombstone for the superseded id",
                    () -> emitted.sessionsOf("taxi").size() == 3);
            emitted.await("a complete ledger", () -> sum(emitted, Health::getRead) == 17 && balances(emitted));
            emitted.await("the clock of the last day", () -> acceptanceClockIs("04/08:59", emitted));
            stopped(job);
            emitted.readToTheEnd();

            assertThat(emitted.watermark()).isGreaterThanOrEqualTo(at("2026-03-03T21:59:00Z"));
            assertThat(emitted.sessionsOf("evening", "taxi", "tomorrow", "just-in-time"))
                    .containsExactly(
                            "evening 1 FINAL 02/20:00-02/20:03 events=1 plays=1 counted=1 skips=0/0/0 listened=180s"
                                    + " silent=0 devices=1 runs=[weekly:1] mood=HAPPY",
                            "taxi 1 FINAL 02/20:25-02/20:28 events=1 plays=1 counted=0 skips=1/0/0 listened=4s"
                                    + " silent=1 devices=1 runs=[weekly:1] mood=UNKNOWN",
                            "evening 2 CORRECTED 02/20:00-02/20:28 events=3 plays=3 counted=2 skips=1/0/0"
                                    + " listened=364s silent=2 devices=2 runs=[weekly:2,weekly:1] mood=HAPPY",
                            "taxi 2 SUPERSEDED by evening",
                            "just-in-time 1 FINAL 02/21:59-02/21:59 " + ONLY_A_SEARCH,
                            "tomorrow 1 FINAL 03/22:10-03/22:13 events=1 plays=1 counted=1 skips=0/0/0 listened=180s"
                                    + " silent=0 devices=1 runs=[] mood=HAPPY",
                            "taxi gone");
            assertThat(emitted.sessionsOf("pacer-0"))
                    .containsExactly(
                            "pacer-0 02/21:00 1 FINAL 02/21:00-02/21:00 " + ONLY_A_SEARCH,
                            "pacer-0 03/22:00 1 FINAL 03/22:00-03/22:00 " + ONLY_A_SEARCH,
                            "pacer-0 03/23:00 1 FINAL 03/23:00-03/23:00 " + ONLY_A_SEARCH);
            assertThat(emitted.sessionsOf("pacer-1")).hasSize(3);
            assertThat(emitted.sessions()).hasSize(7 + 3 + 3);
            assertThat(emitted.plays())
                    .containsExactly(
                            "evening 0 of revision 1: first",
                            "taxi 0 of revision 1: third",
                            "evening 0 of revision 2: first,second,third",
                            "taxi 0 gone",
                            "tomorrow 0 of revision 1: fourth");
            assertThat(emitted.late()).containsExactly("anna too late at 02/21:58");
            assertThat(emitted.deadLetters())
                    .containsExactly("UNREADABLE listening.playback key=anna original=this is no event");
            assertThat(List.of(
                            sum(emitted, Health::getRead),
                            sum(emitted, Health::getAccepted),
                            sum(emitted, Health::getDuplicate),
                            sum(emitted, Health::getLate),
                            sum(emitted, SessionsEndToEndContract::rejected)))
                    .containsExactly(17L, 13L, 2L, 1L, 1L);
        }
    }

    @Test
    void a_session_that_spans_a_crash_comes_out_whole_and_exactly_once() throws Exception {
        try (Broker broker = startBroker(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                Emitted emitted = new Emitted(stack, NAMES)) {
            JobClient job = started(stack, null);
            stack.send(anna("first", "20:00").build());
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            emitted.await(
                    "a dead letter, and so a checkpoint that covers what came before it",
                    () -> emitted.deadLetters().size() == 1);

            stack.send(anna("second", "20:10").build());
            stack.sendBytes("anna", "nor is this".getBytes(UTF_8));
            crashed(job);
            stack.send(anna("third", "20:20").build());

            job = started(stack, latestCheckpoint());
            stack.clocksGoTo("21:00");
            emitted.await("the session", () -> !emitted.sessionsOf("evening").isEmpty());
            emitted.await("a complete ledger", () -> sum(emitted, Health::getRead) == 7 && balances(emitted));
            stopped(job);
            emitted.readToTheEnd();

            assertThat(emitted.sessions())
                    .containsExactly("evening 1 FINAL 02/20:00-02/20:23 events=3 plays=3 counted=3 skips=0/0/0"
                            + " listened=540s silent=2 devices=1 runs=[] mood=UNKNOWN");
            assertThat(emitted.plays()).containsExactly("evening 0 of revision 1: first,second,third");
            assertThat(emitted.deadLetters())
                    .containsExactly(
                            "UNREADABLE listening.playback key=anna original=this is no event",
                            "UNREADABLE listening.playback key=anna original=nor is this");
        }
    }

    private static boolean balances(Emitted emitted) {
        return sum(emitted, Health::getRead)
                == sum(emitted, Health::getAccepted)
                        + sum(emitted, Health::getDuplicate)
                        + sum(emitted, Health::getLate)
                        + sum(emitted, SessionsEndToEndContract::rejected);
    }

    private static long rejected(Health health) {
        return health.getRejected().values().stream().mapToLong(Long::longValue).sum();
    }

    private static String id(String listener, String startedAt) {
        return SessionId.of(listener, at(startedAt)).value();
    }

    private static PlayBuilder anna(String id, String time) {
        return aPlay().by("anna").withId(id).of("song").at(time).lasting("3:00");
    }

    /** Whether every subtask of the sessions stage has reached this time. */
    private static boolean acceptanceClockIs(String time, Emitted emitted) {
        List<String> clocks = emitted.latestHealth().values().stream()
                .filter(health -> health.getStage().equals("sessions"))
                .map(health -> health.getAcceptanceClock() == null ? "" : Emitted.clock(health.getAcceptanceClock()))
                .toList();
        return !clocks.isEmpty() && clocks.stream().allMatch(time::equals);
    }

    private static long sum(Emitted emitted, ToLongFunction<Health> count) {
        Collection<Health> latest = emitted.latestHealth().values();
        return latest.stream().mapToLong(count).sum();
    }

    private JobClient started(StackUnderTest stack, String savepoint) throws Exception {
        return stack.start(
                SessionsJob.REGISTRATION,
                Map.of(
                        "sessions.early-firing-interval",
                        "30 d",
                        "job.checkpoint-interval",
                        "300 ms",
                        "job.checkpoint-folder",
                        folder.resolve("checkpoints").toUri().toString()),
                savepoint);
    }

    /** Cancels the job without a savepoint, so that it can only resume from its last checkpoint. */
    private static void crashed(JobClient job) throws Exception {
        job.cancel().get();
        assertThatThrownBy(() -> job.getJobExecutionResult().get())
                .hasRootCauseInstanceOf(JobCancellationException.class);
    }

    /** The latest completed checkpoint of the only job. */
    private String latestCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("checkpoints"))) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .max(Comparator.comparingInt(SessionsEndToEndContract::number))
                    .orElseThrow()
                    .toUri()
                    .toString();
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().replace("chk-", ""));
    }

    private String stopped(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }
}
