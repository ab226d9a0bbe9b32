package dev.segue.app.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.RegistryInMemory;
import dev.segue.adapters.kafka.codec.WildRecords;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.View;
import dev.segue.contracts.AlertNote;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.Signal;
import dev.segue.contracts.Track;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.fixture.Fuzz;
import dev.segue.domain.fixture.Mutator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whatever the topics hold, the page uses a record or counts it as unusable, and shows what else there is. */
class HostileTopicsTest {

    private static final long NOW = 1_772_452_800_000L;

    private static final Map<String, Schema> SCHEMAS = Map.ofEntries(
            Map.entry(Topics.DEFAULT.sessions(), SessionRevision.getClassSchema()),
            Map.entry(Topics.DEFAULT.plays(), SessionPlays.getClassSchema()),
            Map.entry(Topics.DEFAULT.kpis(), KpiRow.getClassSchema()),
            Map.entry(Topics.DEFAULT.trackKpis(), TrackKpis.getClassSchema()),
            Map.entry(Topics.DEFAULT.alerts(), Incident.getClassSchema()),
            Map.entry(Topics.DEFAULT.alertNotes(), AlertNote.getClassSchema()),
            Map.entry(Topics.DEFAULT.signals(), Signal.getClassSchema()),
            Map.entry(Topics.DEFAULT.health(), Health.getClassSchema()),
            Map.entry(Topics.DEFAULT.deadLetters(), DeadLetter.getClassSchema()),
            Map.entry(Topics.DEFAULT.tracks(), Track.getClassSchema()));

    private static final List<Map<String, String>> QUERIES = List.of(
            Map.of(),
            Map.of("id", "anna"),
            Map.of("kind", "PLAYLIST", "subject", "anna", "country", "SE", "period", "DAY"),
            Map.of("prefix", "a", "text", "a"));

    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void what_the_page_keeps_of_them_can_be_shown() {
        Fuzz.of("the page", 3_000, input -> {
            Memory memory = new Memory(Bounds.USUAL);
            List<Followed> topics = Followed.all(Topics.DEFAULT, registry, memory, new Extras(true, true));
            boolean anyUsed = false;
            for (int i = 0; i < 3; i++) {
                anyUsed |= used(input.oneOf(topics), input);
            }
            Map<String, String> query = input.oneOf(QUERIES);
            for (View view : View.values()) {
                assertThat(view.of(memory, query, NOW)).isNotNull();
            }
            return anyUsed;
        });
    }

    private boolean used(Followed topic, Mutator input) throws IOException {
        byte[] wild = WildRecords.of(registry, SCHEMAS.get(topic.topic()), input);
        byte[] value = input.random().nextInt(4) > 0 ? input.given(wild) : input.bytesLike(List.of(wild));
        byte[] key = input.textLike(List.of("anna", "s-1/0")).getBytes(UTF_8);
        return topic.take(new ConsumerRecord<>(topic.topic(), 0, 0, key, value)).isEmpty();
    }
}
