package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.LateEvent;
import dev.segue.domain.playback.PlaybackEvent;

/** Whole events beyond the allowed lateness, to and from the records of {@code listening.late}. */
public final class LateCodec {

    private final RecordReader<LateEvent> reader;
    private final RecordWriter<LateEvent> writer;

    public LateCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, LateEvent.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, LateEvent.getClassSchema());
    }

    /** The event with its times corrected, but not enriched. */
    public PlaybackEvent decode(byte[] value) throws UnusableRecord {
        LateEvent late = reader.read(value);
        return Playback.toDomain(late.getEvent()).correctedBy(late.getClockCorrectionMs());
    }

    /** The record's value for a late event. */
    public byte[] encode(PlaybackEvent late) {
        return writer.write(new LateEvent(Playback.toContract(late), late.clockCorrection()));
    }
}
