package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.AlertNote;
import dev.segue.domain.playback.RejectionReason;
import java.time.Instant;

/** What people say about incidents, to and from the records of {@code listening.alert-notes}. */
public final class NoteCodec {

    private final RecordReader<AlertNote> reader;
    private final RecordWriter<AlertNote> writer;

    public NoteCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, AlertNote.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, AlertNote.getClassSchema());
    }

    /**
     * The note in a record's value.
     *
     * @throws UnusableRecord when these bytes are not a note, or are longer than one may be
     */
    public dev.segue.domain.alert.AlertNote decode(byte[] value) throws UnusableRecord {
        AlertNote note = reader.read(value);
        try {
            return new dev.segue.domain.alert.AlertNote(
                    note.getIncidentId(),
                    note.getAcknowledged(),
                    note.getText(),
                    note.getBy(),
                    note.getNotedAt().toEpochMilli());
        } catch (IllegalArgumentException e) {
            throw new UnusableRecord(RejectionReason.UNREADABLE, "The note is too long: " + e.getMessage() + ".");
        }
    }

    /** The record's value for a note. */
    public byte[] encode(dev.segue.domain.alert.AlertNote note) {
        return writer.write(AlertNote.newBuilder()
                .setIncidentId(note.incident())
                .setAcknowledged(note.acknowledged())
                .setText(note.text())
                .setBy(note.by())
                .setNotedAt(Instant.ofEpochMilli(note.at()))
                .build());
    }
}
