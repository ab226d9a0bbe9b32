package dev.segue.adapters.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.accounting.RecordedMetrics;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.SessionId;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReceptionOperatorTest {

    private static final Change CHANGE = new Purged(null, new SessionId("s-1"));
    private static final DeadLetter LETTER =
            new DeadLetter(RejectionReason.UNREADABLE, "No Avro.", "topic", 0, 1, null, new byte[] {1});

    @Test
    void messages_go_on_and_what_cannot_be_used_is_rejected() throws Exception {
        try (var harness = started(null)) {
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 900, 1_000), 7));
            harness.processElement(new StreamRecord<>(new Rejected<>(LETTER, 1_000)));

            assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(CHANGE, 7));
            assertThat(harness.getSideOutput(ReceptionOperator.DEAD_LETTERS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(LETTER);
        }
    }

    @Test
    void the_counts_outlive_a_crash_and_say_how_old_the_newest_record_was() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = started(null)) {
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 900, 1_000)));
            harness.processElement(new StreamRecord<>(new Rejected<>(LETTER, 1_000)));
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = started(checkpoint)) {
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, Intake.NOT_APPENDED, 5)));
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 960, 1_000)));
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 950, 1_500)));
            harness.prepareSnapshotPreBarrier(3);

            assertThat(harness.getSideOutput(ReceptionOperator.HEALTH))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new Health(
                            "playlists",
                            "read sessions",
                            0,
                            1,
                            3,
                            new Ledger(5, 0, 0, 0, Map.of(RejectionReason.UNREADABLE, 1L)),
                            Long.MIN_VALUE,
                            Long.MIN_VALUE,
                            40));
        }
    }

    @Test
    void its_metrics_say_why_records_were_rejected_and_what_later_stages_must_account_for() throws Exception {
        RecordedMetrics metrics = new RecordedMetrics();
        OperatorSubtaskState checkpoint;
        try (var harness = started(metrics, null)) {
            assertThat(metrics.of("readingLag")).isNaN();
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 900, 1_000)));
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 960, 1_000)));
            harness.processElement(new StreamRecord<>(new Rejected<>(LETTER, 1_000)));
            checkpoint = harness.snapshot(1, 1);

            assertThat(metrics.of("read")).isEqualTo(3);
            assertThat(metrics.of("readingLag")).isEqualTo(40);
            assertThat(metrics.of("reason=UNREADABLE.rejected")).isEqualTo(1);
            assertThat(metrics.of("reason=NO_TIME.rejected")).isZero();
            assertThat(metrics.of("unaccounted")).isZero();

            harness.notifyOfCompletedCheckpoint(1);
            assertThat(metrics.of("unaccounted")).isEqualTo(2);
        }
        RecordedMetrics afterRestart = new RecordedMetrics();
        try (var harness = started(afterRestart, checkpoint)) {
            harness.processElement(new StreamRecord<>(new Rejected<>(LETTER, 1_000)));

            assertThat(afterRestart.of("reason=UNREADABLE.rejected")).isEqualTo(2);
            assertThat(afterRestart.of("unaccounted")).isEqualTo(2);
        }
    }

    @Test
    void where_no_later_stage_counts_what_can_be_used_is_accepted() throws Exception {
        try (var harness = started(ReceptionOperator.accepting("alerts", "reception"), null)) {
            harness.processElement(new StreamRecord<>(new Message<>(CHANGE, 900, 1_000)));
            harness.processElement(new StreamRecord<>(new Rejected<>(LETTER, 1_000)));
            harness.prepareSnapshotPreBarrier(1);

            assertThat(harness.getSideOutput(ReceptionOperator.HEALTH))
                    .extracting(health -> health.getValue().ledger())
                    .containsExactly(new Ledger(2, 1, 0, 0, Map.of(RejectionReason.UNREADABLE, 1L)));
        }
    }

    private static OneInputStreamOperatorTestHarness<Received<Change>, Change> started(OperatorSubtaskState checkpoint)
            throws Exception {
        return started(ReceptionOperator.passingThrough("playlists", "read sessions"), checkpoint);
    }

    private static OneInputStreamOperatorTestHarness<Received<Change>, Change> started(
            RecordedMetrics metrics, OperatorSubtaskState checkpoint) throws Exception {
        return opened(
                new OneInputStreamOperatorTestHarness<>(
                        ReceptionOperator.<Change>passingThrough("playlists", "read sessions"), metrics.environment()),
                checkpoint);
    }

    private static OneInputStreamOperatorTestHarness<Received<Change>, Change> started(
            ReceptionOperator<Change> operator, OperatorSubtaskState checkpoint) throws Exception {
        return opened(new OneInputStreamOperatorTestHarness<>(operator), checkpoint);
    }

    private static OneInputStreamOperatorTestHarness<Received<Change>, Change> opened(
            OneInputStreamOperatorTestHarness<Received<Change>, Change> harness, OperatorSubtaskState checkpoint)
            throws Exception {
        harness.setup(SessionTypes.CHANGES.createSerializer(new SerializerConfigImpl()));
        if (checkpoint != null) {
            harness.initializeState(checkpoint);
        }
        harness.open();
        return harness;
    }
}
