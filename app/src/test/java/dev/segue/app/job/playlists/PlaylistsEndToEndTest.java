package dev.segue.app.job.playlists;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.KpiTrial;
import dev.segue.adapters.flink.kpi.Written;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole job on a real broker, a real registry and Flink in streaming mode: sessions and plays in, rows and track KPIs
 * out. They match an independent recount of the records on both topics.
 */
class PlaylistsEndToEndTest {

    @TempDir
    private Path folder;

    @Test
    void rows_follow_corrections_joins_and_a_crash_of_the_sessions_job_also_over_a_restart() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                SessionFeed feed = new SessionFeed(stack);
                SessionsAndRows topics = new SessionsAndRows(stack);
                IncrementalStage sessions = new IncrementalStage(SessionRules.DEFAULT)) {
            sessions.clockReaches(at("19:59"));
            sessions.receives(play("anna", "20:00").fromPlaylist("weekly").build());
            sessions.receives(
                    play("anna", "20:25").fromPlaylist("weekly").skipped().build());
            sessions.receives(play("bo", "20:05")
                    .from(PlayContext.Type.ALBUM, "blue")
                    .inCountry("SE")
                    .inTimeZone("Europe/Stockholm")
                    .build());
            sessions.clockReaches(at("20:27"));
            sessions.checkpoint();
            List<Change> beforeTheCheckpoint = List.copyOf(sessions.emitted());
            sessions.receives(play("bo", "20:12")
                    .inCountry("SE")
                    .inTimeZone("Europe/Stockholm")
                    .fromPlaylist("weekly")
                    .build());
            sessions.receives(play("cleo", "20:28").fromPlaylist("calm").build());
            sessions.clockReaches(at("20:40"));
            sessions.receives(play("cleo", "20:33").fromPlaylist("calm").build());
            sessions.clockReaches(at("20:50"));
            List<Change> beforeTheCrash = List.copyOf(sessions.emitted());

            feed.emit(beforeTheCheckpoint);
            feed.emit(beforeTheCrash);
            int emitted = beforeTheCheckpoint.size() + beforeTheCrash.size();
            JobClient job = started(stack, null);
            topics.awaitThatRowsAreAsCounted(emitted);
            assertThat(topics.week())
                    .isEqualTo(
                            "ALL/-/-/-/-/-/WEEK/2026-03-02T00:00/-: listeners 3, sessions 4, open 1, plays 6, runs 4");

            String savepoint = job.stopWithSavepoint(
                            false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            sessions.restart(1);
            sessions.receives(play("bo", "20:12")
                    .inCountry("SE")
                    .inTimeZone("Europe/Stockholm")
                    .fromPlaylist("weekly")
                    .build());
            sessions.receives(play("cleo", "20:28").fromPlaylist("calm").build());
            sessions.receives(play("cleo", "20:33").fromPlaylist("calm").build());
            sessions.receives(
                    play("anna", "20:10").fromPlaylist("weekly").offline().build());
            sessions.clockReaches(at("21:30"));
            List<Change> afterTheCrash = List.copyOf(sessions.emitted());
            feed.emit(afterTheCrash);
            feed.emit(afterTheCrash.subList(afterTheCrash.size() - 1, afterTheCrash.size()));
            emitted += afterTheCrash.size() + 1;
            job = started(stack, savepoint);
            topics.awaitThatRowsAreAsCounted(emitted);
            job.cancel().get();

            assertThat(afterTheCrash)
                    .anyMatch(Superseded.class::isInstance)
                    .anyMatch(change -> change instanceof Revision revision && revision.status() == Status.CORRECTED);
            assertThat(lastNumber("cleo", afterTheCrash)).isLessThan(lastNumber("cleo", beforeTheCrash));
            assertThat(topics.watermark()).isPositive();
            assertThat(topics.week())
                    .isEqualTo(
                            "ALL/-/-/-/-/-/WEEK/2026-03-02T00:00/-: listeners 3, sessions 3, open 0, plays 7, runs 3");
            assertThat(topics.tracksOf("PLAYLIST/weekly/2026-W10/-/-/-/WEEK/2026-03-02T00:00/-"))
                    .isEqualTo("anna 20:00 1, anna 20:10 1, anna 20:25 1, bo 20:12 1");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {17, 6})
    void rows_are_as_counted_from_what_is_left_of_generated_histories(long seed) throws Exception {
        List<Written> left = new KpiTrial(seed).topic();
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                SessionFeed feed = new SessionFeed(stack);
                SessionsAndRows topics = new SessionsAndRows(stack)) {
            for (Written record : left) {
                feed.emit(record);
            }
            JobClient job = started(stack, null);
            topics.awaitThatRowsAreAsCounted(left.size());
            job.cancel().get();
        }
    }

    private static int lastNumber(String listener, List<Change> emitted) {
        return emitted.stream()
                .filter(change ->
                        change instanceof Revision && change.listener().equals(listener))
                .mapToInt(change -> ((Revision) change).number())
                .reduce(0, (before, number) -> number);
    }

    private static PlayBuilder play(String listener, String time) {
        return aPlay().by(listener)
                .withId(listener + " " + time)
                .of(listener + " " + time)
                .at(time)
                .lasting("3:00");
    }

    private JobClient started(StackUnderTest stack, String savepoint) throws Exception {
        return stack.start(
                PlaylistsJob.REGISTRATION,
                Map.of(
                        "kpis.emit-every",
                        "100 ms",
                        "kpis.emit-tracks-every",
                        "100 ms",
                        "job.checkpoint-interval",
                        "500 ms",
                        "flink.restart-strategy.type",
                        "disable"),
                savepoint);
    }
}
