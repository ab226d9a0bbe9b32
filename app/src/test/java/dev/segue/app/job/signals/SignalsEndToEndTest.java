package dev.segue.app.job.signals;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.contracts.Track;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.now.Signal.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a real broker, a real registry and Flink in streaming mode: events in, signals out. */
class SignalsEndToEndTest {

    @TempDir
    private Path folder;

    @Test
    void every_event_is_answered_none_is_answered_in_the_past_and_a_new_song_is_suggested_at_once() throws Exception {
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                EmittedSignals emitted = new EmittedSignals(stack)) {
            stack.putIntoCatalogue(track("song", "abba", 0.9, 0.8));
            stack.putIntoCatalogue(track("other", "blur", 0.9, 0.7));
            JobClient job = started(stack, null);

            PlaybackEvent first = anna("first", "20:00").lasting("10:00").build();
            stack.send(first, first);
            stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
            stack.send(anna("third", "20:20").skipped().build());
            stack.send(anna("second", "20:12").on("laptop").offline().build());
            stack.send(aPause().by("anna").withId("silent").at("20:05").build());
            stack.send(aSearch().by("anna").withId("last").at("20:24").build());
            emitted.await("four signals", () -> emitted.signals().size() == 4);

            assertThat(emitted.signals())
                    .extracting(
                            Signal::eventId,
                            Signal::asOf,
                            signal -> signal.session().plays(),
                            Signal::skipStreak)
                    .containsExactly(
                            tuple("first", at("20:10"), 1, 0),
                            tuple("third", at("20:23"), 2, 1),
                            tuple("second", at("20:23"), 3, 1),
                            tuple("last", at("20:24"), 3, 1));
            assertThat(emitted.signals().get(0).nextSongs())
                    .containsExactly(new NextSong("other", 929, List.of(new Factor("close-to-heading", 929))));
            assertThat(emitted.keys()).containsOnly("anna");

            stack.putIntoCatalogue(track("new", "cher", 0.9, 0.8));
            int pauses = 0;
            while (emitted.latest().nextSongs().size() < 2) {
                pauses++;
                stack.send(aPause().by("anna").at(at("20:25") + pauses).build());
                int signals = 4 + pauses;
                emitted.await("the next signal", () -> emitted.signals().size() == signals);
            }
            assertThat(emitted.latest().nextSongs())
                    .extracting(NextSong::trackId, NextSong::fit)
                    .containsExactly(tuple("new", 1_000), tuple("other", 929));
            assertThat(emitted.latest().trigger())
                    .extracting(Trigger::cause, Trigger::correction)
                    .containsExactly(Cause.PAUSED, false);

            String savepoint = stopped(job);
            job = started(stack, savepoint);
            stack.send(first);
            stack.send(anna("fourth", "20:30").build());
            Signal before = emitted.latest();
            emitted.await(
                    "the signal after the restart",
                    () -> emitted.latest().eventId().equals("fourth"));
            assertThat(emitted.latest().session().plays()).isEqualTo(4);
            assertThat(emitted.signals()).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
            assertThat(emitted.signals().get(emitted.signals().size() - 2)).isEqualTo(before);

            stopped(job);
            Ledger all = new Ledger(9 + pauses, 6 + pauses, 2, 0, Map.of(RejectionReason.UNREADABLE, 1L));
            emitted.await("a complete ledger", () -> emitted.ledger().equals(all));
            assertThat(emitted.elsewhere()).as("dead letters and late events").isZero();
        }
    }

    private static PlayBuilder anna(String id, String time) {
        return aPlay().by("anna").withId(id).of("song").at(time);
    }

    private static Track track(String id, String artist, double valence, double energy) {
        return Track.newBuilder()
                .setTrackId(id)
                .setArtistId(artist)
                .setDurationMs(180_000L)
                .setValence(valence)
                .setEnergy(energy)
                .build();
    }

    private JobClient started(StackUnderTest stack, String savepoint) throws Exception {
        return stack.start(
                SignalsJob.REGISTRATION,
                Map.of(
                        // No signal may wait for a checkpoint.
                        "job.checkpoint-interval",
                        "4 min",
                        "job.checkpoint-folder",
                        folder.resolve("checkpoints").toUri().toString()),
                savepoint);
    }

    /** Stops the job as soon as all its tasks run: signals may be emitted before the last task has started. */
    private String stopped(JobClient job) throws Exception {
        String savepoints = folder.resolve("savepoints").toUri().toString();
        while (true) {
            try {
                return job.stopWithSavepoint(false, savepoints, SavepointFormatType.CANONICAL)
                        .get();
            } catch (ExecutionException e) {
                boolean starting = e.getMessage().contains("is not being executed at the moment");
                if (!starting || job.getJobStatus().get() != JobStatus.RUNNING) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
