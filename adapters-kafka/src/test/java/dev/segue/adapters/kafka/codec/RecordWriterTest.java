package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.LateEvent;
import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.Track;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void a_message_that_cannot_be_written_leaves_nothing_in_the_next_record() throws UnusableRecord {
        RecordWriter<LateEvent> writer = new RecordWriter<>(registry, "listening.late", LateEvent.getClassSchema());
        PlaybackEvent whole = Samples.contracts().get(1);
        PlaybackEvent broken = new PlaybackEvent();

        assertThatThrownBy(() -> writer.write(new LateEvent(broken, 0L))).isInstanceOf(RuntimeException.class);

        assertThat(new RecordReader<LateEvent>(registry, LateEvent.getClassSchema())
                        .read(writer.write(new LateEvent(whole, 1L))))
                .isEqualTo(new LateEvent(whole, 1L));
    }

    @Test
    void the_registry_is_not_asked_before_there_is_something_to_write() {
        RecordWriter<Track> writer = new RecordWriter<>(registry, "catalog.tracks", Track.getClassSchema());

        assertThat(registry.subjects()).isEmpty();
        writer.write(Track.newBuilder().setTrackId("t1").build());
        assertThat(registry.subjects()).containsExactly("catalog.tracks-value");
    }
}
