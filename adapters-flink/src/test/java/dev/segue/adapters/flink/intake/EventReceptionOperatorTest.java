package dev.segue.adapters.flink.intake;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.flink.rules.OtherRules;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.rules.StateRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EventReceptionOperatorTest {

    private static final TrackFacts CALM = new TrackFacts(180_000, (short) 800, (short) 200);
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final CatalogueAccess CATALOGUE = () -> {
        OPEN.incrementAndGet();
        return new OpenCatalogue(
                track -> track.equals("song") ? CALM : TrackFacts.UNKNOWN, Songs.NONE, OPEN::decrementAndGet);
    };
    private static final DeadLetter LETTER =
            new DeadLetter(RejectionReason.UNREADABLE, "No Avro.", "topic", 0, 1, null, new byte[] {1});

    @Test
    void events_are_enriched_with_what_the_catalogue_knows() throws Exception {
        PlaybackEvent known = aPlay().of("song").build();
        PlaybackEvent unknown = aPlay().of("other").build();
        PlaybackEvent search = aSearch().build();
        try (var harness = started(null)) {
            receives(harness, known);
            receives(harness, unknown);
            receives(harness, search);
            assertThat(harness.extractOutputValues()).containsExactly(known.enrichedWith(CALM), unknown, search);
            assertThat(OPEN).hasValue(1);
        }
        assertThat(OPEN).as("closed with the operator").hasValue(0);
    }

    @Test
    void what_cannot_be_used_is_rejected_and_counted() throws Exception {
        try (var harness = started(null)) {
            receives(harness, aSearch().build());
            harness.processElement(new StreamRecord<>(new Received.Rejected<>(LETTER, 5)));
            harness.prepareSnapshotPreBarrier(3);
            assertThat(harness.getSideOutput(EventReceptionOperator.DEAD_LETTERS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(LETTER);
            assertThat(harness.getSideOutput(EventReceptionOperator.HEALTH))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new Health(
                            "sessions",
                            "reception",
                            0,
                            1,
                            3,
                            new Ledger(2, 0, 0, 0, Map.of(RejectionReason.UNREADABLE, 1L)),
                            Long.MIN_VALUE,
                            Long.MIN_VALUE,
                            -1));
        }
    }

    @Test
    void a_request_to_forget_is_passed_on_in_order_and_is_no_event_in_the_ledger() throws Exception {
        PlaybackEvent search = aSearch().build();
        try (var harness = started(null)) {
            receives(harness, search);
            receives(harness, new ForgetRequest("anna"));
            receives(harness, search);
            harness.prepareSnapshotPreBarrier(1);

            assertThat(harness.extractOutputValues()).containsExactly(search, new ForgetRequest("anna"), search);
            assertThat(lastHealth(harness).ledger()).isEqualTo(new Ledger(2, 0, 0, 0, Map.of()));
        }
    }

    @Test
    void the_counts_outlive_a_crash() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = started(null)) {
            receives(harness, aSearch().build());
            checkpoint = harness.snapshot(1, 0);
            receives(harness, aSearch().at("10:00").build());
        }
        try (var harness = started(checkpoint)) {
            receives(harness, aSearch().at("10:00").build());
            harness.endInput();
            assertThat(lastHealth(harness).ledger().read()).isEqualTo(2);
            assertThat(lastHealth(harness).checkpoint()).isEqualTo(Health.AT_END);
        }
    }

    @Test
    void the_state_of_events_that_were_read_by_other_rules_is_refused() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = started(null)) {
            checkpoint = harness.snapshot(1, 0);
        }
        try (var harness = under(new StateRules().with("key", "2", "none"))) {
            assertThatThrownBy(() -> harness.initializeState(checkpoint))
                    .isInstanceOf(OtherRules.class)
                    .hasMessageContaining("other rules: key was none, and is now 2.");
        }
    }

    @Test
    void lag_is_from_append_to_reading_of_the_newest_event() throws Exception {
        try (var harness = started(null)) {
            harness.processElement(
                    new StreamRecord<>(new Received.Message<>(aSearch().build(), 1_000, 1_250)));
            harness.processElement(
                    new StreamRecord<>(new Received.Message<>(aSearch().build(), 900, 9_000)));
            harness.processElement(
                    new StreamRecord<>(new Received.Message<>(aSearch().build(), Intake.NOT_APPENDED, 9_000)));
            harness.prepareSnapshotPreBarrier(1);
            assertThat(lastHealth(harness).lagMs()).isEqualTo(250);
        }
    }

    private static OneInputStreamOperatorTestHarness<Received<PlaybackRecord>, PlaybackRecord> started(
            OperatorSubtaskState state) throws Exception {
        var harness = under(new StateRules());
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static OneInputStreamOperatorTestHarness<Received<PlaybackRecord>, PlaybackRecord> under(StateRules rules)
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(
                new EventReceptionOperator("sessions", CATALOGUE, rules), 128, 1, 0);
        harness.setup(IntakeTypes.RECORDS.createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    private static void receives(
            OneInputStreamOperatorTestHarness<Received<PlaybackRecord>, PlaybackRecord> harness, PlaybackRecord record)
            throws Exception {
        harness.processElement(new StreamRecord<>(new Received.Message<>(record, Intake.NOT_APPENDED, 0)));
    }

    private static Health lastHealth(
            OneInputStreamOperatorTestHarness<Received<PlaybackRecord>, PlaybackRecord> harness) {
        List<Health> reports = harness.getSideOutput(EventReceptionOperator.HEALTH).stream()
                .map(StreamRecord::getValue)
                .toList();
        return reports.get(reports.size() - 1);
    }
}
