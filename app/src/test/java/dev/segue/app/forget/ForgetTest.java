package dev.segue.app.forget;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static dev.segue.domain.fixture.Times.lasting;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.Bytes;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.broker.TaskManagers;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import dev.segue.app.job.Registration;
import dev.segue.app.job.playlists.PlaylistsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code segue forget} on a real broker, with all jobs that know listeners: afterwards, the bytes of the id are nowhere. */
class ForgetTest {

    /** Flink does not write keys in UTF-8, so only the part in ASCII is the same bytes everywhere. */
    private static final String TRACE = "forget-7f3e9c";

    private static final String FORGOTTEN = "\u00c6-" + TRACE;
    private static final List<String> RESULTS =
            List.of(StackUnderTest.TOPICS.sessions(), StackUnderTest.TOPICS.plays(), StackUnderTest.TOPICS.signals());
    private static final List<Registration> JOBS =
            List.of(SessionsJob.REGISTRATION, PlaylistsJob.REGISTRATION, SignalsJob.REGISTRATION);

    /** On topics whose settings leave the cleaner no excuse. */
    private static final Map<String, String> CLEANED_SOON = Map.of(
            "segment.ms", "100",
            "min.compaction.lag.ms", "0",
            "max.compaction.lag.ms", "100",
            "delete.retention.ms", "0",
            "min.cleanable.dirty.ratio", "0.0",
            "file.delete.delay.ms", "0");

    @TempDir
    private Path folder;

    private StackUnderTest stack;
    private final Map<Registration, JobClient> running = new HashMap<>();
    private int later;

    @Test
    void nothing_is_left_of_the_listener_and_all_is_left_of_the_others() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"), Map.of("log.cleaner.backoff.ms", "100"))) {
            stack = StackUnderTest.around(broker);
            try {
                startTheJobs();
                Map<Registration, String> before = listenUntilAllJobsKnow();

                isForgottenEverywhere();
                isForgottenAgainByAJobFrom(before.get(SessionsJob.REGISTRATION));
                isInNoLogOnceTheCleanerHasRun();

                SegueCall unknown = forget("nobody");
                assertThat(unknown.out())
                        .contains("There was nothing of nobody on listening.sessions, listening.plays,");
                assertThat(unknown.exitCode()).isEqualTo(ExitCode.OK);
            } finally {
                running.values().forEach(job -> job.cancel().join());
                stack.close();
            }
        }
    }

    private void startTheJobs() throws Exception {
        set(StackUnderTest.TOPICS.playback(), Map.of("retention.ms", "2592000000"));
        for (String topic : RESULTS) {
            set(topic, CLEANED_SOON);
        }
        for (Registration job : JOBS) {
            running.put(job, stack.start(job, settings(job), null));
        }
    }

    /** One session of each is settled, and another is not. Returns a savepoint of each job. */
    private Map<Registration, String> listenUntilAllJobsKnow() throws Exception {
        everybodyListensOn("2026-03-02T");
        clockReaches("2026-03-04T20:00:00Z");
        everybodyListensOn("2026-03-05T");
        clockReaches("2026-03-05T11:00:00Z");
        for (String listener : List.of(TRACE, "ben")) {
            TaskManagers.await(
                    "two closed sessions, two chunks of plays and a signal of " + listener,
                    () -> closedSessions(listener) == 2 && keysWith(listener).size() == 5);
        }
        assertThat(isInLogs(TRACE)).isTrue();
        Map<Registration, String> savepoints = new HashMap<>();
        for (Registration job : JOBS) {
            TaskManagers.await(job.name() + " knows the listener", () -> {
                savepoints.put(job, savepoint(job));
                return isIn(savepoints.get(job), TRACE);
            });
        }
        return savepoints;
    }

    private void isForgottenEverywhere() throws Exception {
        Map<String, String> ofBen = keysWith("ben");

        SegueCall segue = forget(FORGOTTEN);

        assertThat(segue.out())
                .as(segue.err())
                .startsWith("Sent the request to forget " + FORGOTTEN + " to listening.playback.")
                .contains("Erased " + FORGOTTEN + " from the jobs' state")
                .contains("listening.playback, what was sent: until ");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(keysWith(TRACE)).isEmpty();
        assertThat(keysWith("ben")).isEqualTo(ofBen);
        for (Registration job : JOBS) {
            String after = savepoint(job);
            assertThat(isIn(after, TRACE)).as(job.name()).isFalse();
            assertThat(isIn(after, "ben")).as(job.name() + " knows others").isTrue();
        }
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.numbers().sessions()).isNotNegative();
            assertThat(row.numbers().openSessions()).isNotNegative();
            assertThat(row.listeners()).isNotNegative();
        });
        assertThat(stack.recordsOf(StackUnderTest.TOPICS.deadLetters(), "read_committed"))
                .isEmpty();
        TaskManagers.await("the ledgers balance", () -> stack.ledger().balances());
    }

    /** A job that knows the listener, because it starts from before the request, reads the request again. */
    private void isForgottenAgainByAJobFrom(String savepoint) throws Exception {
        Registration sessions = SessionsJob.REGISTRATION;
        running.get(sessions).cancel().get();
        running.put(sessions, stack.start(sessions, settings(sessions), savepoint));
        TaskManagers.await("it has passed the request", () -> !isIn(savepoint(sessions), TRACE));
        TaskManagers.await("it has deleted all", () -> keysWith(TRACE).isEmpty());
    }

    private void isInNoLogOnceTheCleanerHasRun() throws Exception {
        TaskManagers.await("the cleaner has run", () -> {
            everybodyElseListensLater();
            return !isInLogs(TRACE);
        });
        assertThat(isInLogs("ben")).isTrue();
    }

    /** Reads the logs again when the broker deletes a file meanwhile: what was in it may have moved to another. */
    private boolean isInLogs(String text) throws Exception {
        while (true) {
            try {
                return !Bytes.filesWith(text, logsOfResults()).isEmpty();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            }
        }
    }

    private void everybodyListensOn(String day) throws Exception {
        for (String listener : List.of(FORGOTTEN, "ben")) {
            stack.send(play(listener, at(day + "09:00:00Z")), play(listener, at(day + "09:05:00Z")));
        }
    }

    /** In both partitions. */
    private void clockReaches(String time) throws Exception {
        stack.sendTo(0, play("pacer 0", at(time)));
        stack.sendTo(1, play("pacer 1", at(time)));
    }

    private void everybodyElseListensLater() throws Exception {
        later++;
        long time = at("2026-03-06T09:00:00Z") + later * lasting("40:00");
        stack.sendTo(0, play("pacer 0", time));
        stack.sendTo(1, play("pacer 1", time));
        for (int other = 0; other < 6; other++) {
            stack.send(play("other " + other, time));
        }
    }

    private static PlaybackEvent play(String listener, long time) {
        return aPlay().by(listener)
                .at(time)
                .lasting("3:00")
                .fromPlaylist("weekly")
                .inCountry("SE")
                .inTimeZone("Europe/Stockholm")
                .build();
    }

    private SegueCall forget(String listener) throws Exception {
        Path config = Files.write(
                folder.resolve("any.yaml"),
                List.of(
                        "kafka.bootstrap-servers: " + stack.bootstrapServers(),
                        "registry.url: " + stack.registryUrl()));
        return SegueCall.of("forget", listener, "--config", config.toString(), "--within", "3m");
    }

    private Map<String, String> settings(Registration job) {
        return Map.of(
                "job.checkpoint-interval",
                "500 ms",
                "job.checkpoint-folder",
                folder.resolve("checkpoints-" + job.name()).toUri().toString());
    }

    /** The path of a new savepoint. */
    private String savepoint(Registration job) throws Exception {
        String all = folder.resolve("savepoints-" + job.name()).toUri().toString();
        while (true) {
            try {
                return running.get(job)
                        .triggerSavepoint(all, SavepointFormatType.CANONICAL)
                        .get();
            } catch (ExecutionException e) {
                if (!e.getMessage().contains("is not being executed at the moment")) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean isIn(String savepoint, String listener) throws Exception {
        return !Bytes.filesWith(listener, List.of(Path.of(URI.create(savepoint))))
                .isEmpty();
    }

    /** The latest values that contain an id, by topic and key. */
    private Map<String, String> keysWith(String listener) {
        Map<String, String> latest = new TreeMap<>();
        for (String topic : RESULTS) {
            for (ConsumerRecord<byte[], byte[]> record : stack.recordsOf(topic, "read_committed")) {
                String place = topic + " " + new String(record.key(), UTF_8);
                latest.remove(place);
                if (Bytes.contain(record.value(), listener)) {
                    latest.put(place, new String(record.value(), ISO_8859_1));
                }
            }
        }
        return latest;
    }

    private int closedSessions(String listener) throws UnusableRecord {
        SessionCodec codec =
                new SessionCodec(RegistryAccess.at(stack.registryUrl()).connect(), StackUnderTest.TOPICS.sessions());
        int closed = 0;
        for (Map.Entry<String, String> record : keysWith(listener).entrySet()) {
            if (record.getKey().startsWith(StackUnderTest.TOPICS.sessions() + " ")) {
                closed += codec.decode(null, record.getValue().getBytes(ISO_8859_1)) instanceof Change.Revision revision
                                && !revision.open()
                        ? 1
                        : 0;
            }
        }
        return closed;
    }

    private List<KpiRow> rows() throws UnusableRecord {
        KpiCodec codec = new KpiCodec(RegistryAccess.at(stack.registryUrl()).connect(), StackUnderTest.TOPICS.kpis());
        List<KpiRow> rows = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : stack.recordsOf(StackUnderTest.TOPICS.kpis(), "read_committed")) {
            rows.add(codec.decode(record.value()));
        }
        return rows;
    }

    private List<Path> logsOfResults() throws Exception {
        try (Stream<Path> logs = Files.list(folder.resolve("kafka"))) {
            return logs.filter(log -> RESULTS.stream()
                            .anyMatch(topic -> log.getFileName().toString().startsWith(topic + "-")))
                    .toList();
        }
    }

    private void set(String topic, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
            List<AlterConfigOp> operations = settings.entrySet().stream()
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), operations))
                    .all()
                    .get();
        }
    }
}
