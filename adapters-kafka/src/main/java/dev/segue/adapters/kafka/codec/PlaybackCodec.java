package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.domain.playback.PlaybackEvent;

/** Playback events to and from the records of {@code listening.playback}. */
public final class PlaybackCodec {

    private final RecordReader<dev.segue.contracts.PlaybackEvent> reader;
    private final RecordWriter<dev.segue.contracts.PlaybackEvent> writer;
    private dev.segue.contracts.PlaybackEvent reused;

    public PlaybackCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, dev.segue.contracts.PlaybackEvent.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, dev.segue.contracts.PlaybackEvent.getClassSchema());
    }

    /**
     * The event as the client reported it, not validated and not enriched.
     *
     * @param value value of the record; may be null
     * @throws UnusableRecord when these bytes can never be used
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when the registry does not answer
     */
    public PlaybackEvent decode(byte[] value) throws UnusableRecord {
        reused = reader.read(value, reused);
        return Playback.toDomain(reused);
    }

    /**
     * The record's value for an event: times as the client reported them, without the catalogue's track facts.
     *
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when the registry does not answer or accept the
     *     schema
     */
    public byte[] encode(PlaybackEvent event) {
        return writer.write(Playback.toContract(event));
    }
}
