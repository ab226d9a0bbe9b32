package dev.segue.adapters.flink.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.fixture.Events;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SortedSessionOperatorTest {

    private static final long MINUTE = 60_000;

    @Test
    void sorted_listeners_get_the_sessions_of_the_reference_and_a_ledger_at_the_end() throws Exception {
        List<PlaybackEvent> events = new ArrayList<>();
        play("anna", 1_000, 2, events);
        play("bo", 1, 1, events);
        play("cleo", 200, 20, events);
        PlaybackEvent twice = events.get(events.size() - 1);

        try (OneInputStreamOperatorTestHarness<PlaybackRecord, Change> operator =
                new OneInputStreamOperatorTestHarness<>(new SortedSessionOperator("replay", SessionRules.DEFAULT))) {
            operator.setup(SessionTypes.CHANGES.createSerializer(new SerializerConfigImpl()));
            operator.open();
            for (PlaybackEvent event : events) {
                operator.processElement(event, event.occurredAt());
            }
            operator.processElement(twice, twice.occurredAt());
            operator.endInput();

            assertThat(operator.extractOutputValues().stream()
                            .filter(Revision.class::isInstance)
                            .map(change -> ((Revision) change).session()))
                    .containsExactlyElementsOf(BatchReference.sessionsOf(events, SessionRules.DEFAULT));
            assertThat(operator.getSideOutput(SessionOperator.HEALTH))
                    .extracting(record -> record.getValue().ledger())
                    .containsExactly(new Ledger(0, events.size(), 1, 0, Map.of()));
            assertThat(operator.getSideOutput(SessionOperator.HEALTH)
                            .remove()
                            .getValue()
                            .checkpoint())
                    .isEqualTo(Health.AT_END);
        }
    }

    /** Plays of three minutes, back to back, with half an hour between sessions. */
    private static void play(String listener, int playsPerSession, int sessions, List<PlaybackEvent> events) {
        long at = Times.at("2026-03-02T00:00:00Z");
        for (int session = 0; session < sessions; session++) {
            for (int play = 0; play < playsPerSession; play++) {
                events.add(Events.aPlay()
                        .by(listener)
                        .withId(listener + at)
                        .at(at)
                        .lasting("3:00")
                        .build());
                at += 3 * MINUTE;
            }
            at += 30 * MINUTE;
        }
    }
}
