package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.alert.AlertNote;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoteCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final NoteCodec codec = new NoteCodec(registry, "listening.alert-notes");

    @Test
    void what_is_written_is_read_back_equal() throws UnusableRecord {
        AlertNote said = new AlertNote("policy/KPI/AU/ALL/2026-11-16T09:00", true, "Label is late.", "ann", 7);
        AlertNote unsaid = new AlertNote("i", false, "", "", 8);

        assertThat(codec.decode(codec.encode(said))).isEqualTo(said);
        assertThat(codec.decode(codec.encode(unsaid))).isEqualTo(unsaid);
    }

    @Test
    void what_is_longer_than_a_note_may_be_is_none() {
        byte[] value = new RecordWriter<dev.segue.contracts.AlertNote>(
                        registry, "listening.alert-notes", dev.segue.contracts.AlertNote.getClassSchema())
                .write(new dev.segue.contracts.AlertNote("i", true, "x".repeat(1_001), "", Instant.EPOCH));

        assertThatThrownBy(() -> codec.decode(value))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The note is too long: text must have at most 1000 characters, but has 1001.");
    }
}
